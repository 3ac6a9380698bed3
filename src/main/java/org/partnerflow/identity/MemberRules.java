package org.partnerflow.identity;

import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.partnerflow.identity.UserService.Member;
import org.partnerflow.shared.Actor;
import org.partnerflow.shared.Problems;
import org.partnerflow.shared.Role;

/** What a membership may be changed to by hand, and whom an organisation cannot do without. */
@ApplicationScoped
class MemberRules {
    @Inject
    Users users;

    @Inject
    Organisations organisations;

    /** A role that needs a record comes with that record: a partner user, a customer. */
    static void expectStaffRoles(Set<Role> roles) {
        if (roles.isEmpty()) {
            throw Problems.invalid("roles", "Expected at least one role.");
        }
        roles.stream()
                .filter(role -> role.kind() != Actor.Kind.STAFF)
                .findFirst()
                .ifPresent(role -> {
                    throw Problems.invalid(
                            "roles",
                            role == Role.PARTNER
                                    ? "Expected roles of staff, but got PARTNER. A partner user is made from a contact: enable the contact as a partner user."
                                    : "Expected roles of staff, but got %s. A customer is made on the page of customers."
                                            .formatted(role));
                });
    }

    static void expectStaff(Member member) {
        if (!member.isStaff()) {
            throw Problems.refused(
                    "%s is %s here and cannot have roles of staff. Invite the person as staff with another address."
                            .formatted(
                                    member.name(),
                                    Membership.inWords(
                                            member.membership().kind().orElse(Actor.Kind.NOBODY))));
        }
    }

    /**
     * Refuses to take its last administrator or its owner from an organisation. Asked with the gate closed.
     *
     * @param rolesAfter the roles that are left, none when the member can work no more
     */
    void expectNotNeeded(Membership membership, Set<Role> rolesAfter, String what) {
        var organisation = organisations.findById(membership.organisationId);
        boolean isOwner = membership.userId.equals(organisation.ownerUserId());
        boolean stopsBeingAdmin = membership.roles().contains(Role.ADMIN) && !rolesAfter.contains(Role.ADMIN);
        if (isOwner && (rolesAfter.isEmpty() || stopsBeingAdmin)) {
            throw Problems.refused(
                    "The owner of %s cannot be %s, because its invitations are sent in their name. Make somebody else the owner first."
                            .formatted(organisation.name(), what));
        }
        if (stopsBeingAdmin
                && membership.usable()
                && users.otherAdmins(membership.organisationId, membership.userId) == 0) {
            throw Problems.refused(
                    "The last administrator of %s cannot be %s. Make somebody else an administrator first."
                            .formatted(organisation.name(), what));
        }
    }
}
