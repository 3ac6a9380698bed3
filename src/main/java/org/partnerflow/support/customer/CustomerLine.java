package org.partnerflow.support.customer;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.partnerflow.identity.FormerMember;
import org.partnerflow.identity.Membership;
import org.partnerflow.identity.User;
import org.partnerflow.identity.UserService.Member;

/**
 * A customer with the person and the org unit, as lists and forms show them.
 *
 * @param user and membership, null once they have left
 * @param former what they were called when they left
 */
public record CustomerLine(
        Customer customer,
        @Nullable User user,
        @Nullable Membership membership,
        @Nullable FormerMember former,
        OrgUnit unit) {

    /** Empty once they have left. */
    public Optional<Member> member() {
        return user == null || membership == null ? Optional.empty() : Optional.of(new Member(user, membership));
    }

    public String name() {
        return member().map(Member::name).orElseGet(() -> former == null ? FormerMember.UNKNOWN : former.name());
    }

    /** Empty for who has left and of whom nothing was kept. */
    public String email() {
        return member().map(Member::email).orElseGet(() -> former == null ? "" : former.email());
    }

    boolean active() {
        return member().filter(Member::active).isPresent();
    }

    boolean accepted() {
        return member().filter(Member::accepted).isPresent();
    }
}
