package org.partnerflow.support.customer;

import org.jspecify.annotations.Nullable;

import org.partnerflow.identity.Membership;
import org.partnerflow.identity.User;
import org.partnerflow.identity.UserService.Member;

/** A customer with the person and the org unit, as lists and forms show them; without a membership once they have left. */
public record CustomerLine(
        Customer customer, User user, @Nullable Membership membership, OrgUnit unit) {
    public String name() {
        return membership == null ? user.name() : new Member(user, membership).name();
    }

    public String email() {
        return membership == null ? user.email() : new Member(user, membership).email();
    }

    boolean active() {
        return membership != null && membership.active();
    }

    boolean accepted() {
        return membership == null || membership.accepted();
    }
}
