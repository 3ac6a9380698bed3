package org.partnerflow.identity;

import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.partnerflow.audit.AuditAction;
import org.partnerflow.audit.AuditTrail;
import org.partnerflow.identity.work.WorkGate;
import org.partnerflow.shared.Actors;
import org.partnerflow.shared.Problems;
import org.partnerflow.shared.Role;

/** The current organisation, and who owns it. */
@ApplicationScoped
class OrganisationService {
    @Inject
    Organisations organisations;

    @Inject
    UserService users;

    @Inject
    Actors actors;

    @Inject
    WorkGate gate;

    @Inject
    AuditTrail audit;

    @Transactional
    Organisation current() {
        return organisations.findById(actors.current().organisation());
    }

    /** Makes an administrator the owner, in whose name invitations are sent. The closed gate keeps them one meanwhile. */
    @Transactional
    Organisation handOver(UUID userId) {
        gate.close();
        var member = users.member(userId);
        if (!member.membership().usable() || !member.roles().contains(Role.ADMIN)) {
            throw Problems.refused(
                    "Expected an active administrator as the owner, but %s is none.".formatted(member.name()));
        }
        var organisation = current();
        var before = organisation.ownerUserId();
        organisation.ownedBy(userId);
        audit.record(
                AuditAction.ORGANISATION_OWNER_CHANGED,
                organisation.id(),
                Map.of("before", before == null ? "" : before, "after", userId, "name", member.name()));
        return organisation;
    }
}
