package org.partnerflow.portal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;

import org.jspecify.annotations.Nullable;

import org.partnerflow.audit.AuditAction;
import org.partnerflow.audit.AuditTrail;
import org.partnerflow.engine.Processes;
import org.partnerflow.identity.Invitations;
import org.partnerflow.identity.UserService;
import org.partnerflow.identity.work.Duty;
import org.partnerflow.identity.work.HoldsWork;
import org.partnerflow.identity.work.Leaver;
import org.partnerflow.identity.work.Work;
import org.partnerflow.shared.Role;

/** Partner users who were allocated to somebody who leaves go to somebody else; who leaves as a partner user is none any more. */
@ApplicationScoped
class PartnersOfLeavers implements HoldsWork {
    @Inject
    PartnerUserRecords partners;

    @Inject
    UserService users;

    @Inject
    Invitations invitations;

    @Inject
    Processes processes;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    @Override
    public List<Work> of(Leaver leaver) {
        if (!leaver.gives(Duty.OWN_DEALS)) {
            return List.of();
        }
        var allocated = partners.allocatedTo(leaver.userId()).stream()
                .filter(partner -> partner.state() != PartnerUserState.REMOVED)
                .toList();
        boolean wouldHaveNobody =
                allocated.stream().anyMatch(partner -> partner.allocatedTo().size() == 1);
        return List.of(Work.forSomebody(
                "allocations",
                allocated.size(),
                "partner user allocated to them",
                "partner users allocated to them",
                "stay with the others they are allocated to",
                Duty.OWN_DEALS,
                wouldHaveNobody));
    }

    @Override
    public void handOver(Leaver leaver, @Nullable UUID successor) {
        if (leaver.gives(Duty.OWN_DEALS)) {
            partners.allocatedTo(leaver.userId()).forEach(partner -> pass(partner, leaver.userId(), successor));
        }
        if (!leaver.roles().contains(Role.PARTNER)) {
            partners.lockedPresent(leaver.userId())
                    .ifPresent(leaver.way() == Leaver.Way.DISABLED ? this::endInvitation : this::end);
        }
    }

    private void pass(PartnerUser partner, UUID leaver, @Nullable UUID successor) {
        partners.getEntityManager().lock(partner, LockModeType.PESSIMISTIC_WRITE);
        var before = partner.allocatedTo();
        var after = new ArrayList<@Nullable UUID>(before);
        after.replaceAll(id -> leaver.equals(id) ? successor : id);
        partner.pass(after.stream().filter(Objects::nonNull).distinct().toList());
        audit.record(
                AuditAction.PARTNER_USER_ALLOCATED,
                partner.id(),
                Map.of("before", names(before), "allocatedTo", names(partner.allocatedTo())));
    }

    /** Who is disabled before they have accepted is invited again once they are enabled. */
    private void endInvitation(PartnerUser partner) {
        if (partner.isOpen() && partner.state() != PartnerUserState.EXPIRED) {
            partner.expire();
            invitations.revoke(partner.userId());
            processes.cancel(PartnerUserService.ONBOARDING, partner.id());
            audit.record(AuditAction.PARTNER_USER_INVITATION_ENDED, partner.id(), Map.of());
        }
    }

    private void end(PartnerUser partner) {
        partner.remove(clock.instant());
        processes.cancel(PartnerUserService.ONBOARDING, partner.id());
        audit.record(AuditAction.PARTNER_USER_REMOVED, partner.id(), Map.of("name", partner.name()));
    }

    private List<String> names(List<UUID> userIds) {
        var names = users.names(userIds);
        return userIds.stream().map(names::get).toList();
    }
}
