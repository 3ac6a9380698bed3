package org.partnerflow.support.team;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.partnerflow.identity.UserService.Member;
import org.partnerflow.shared.Role;
import org.partnerflow.support.PartnerAssociations.AssociatedAccount;

/** Says who may be put in a layer. */
final class MemberRules {
    private MemberRules() {}

    /** Why this user cannot be put in a layer, in a sentence; empty if they can. */
    static Optional<String> refusal(Member member, @Nullable AssociatedAccount partnerAccount) {
        boolean partner = member.roles().contains(Role.PARTNER);
        if (!member.active()) {
            return Optional.of("%s is disabled. Enable the user first.".formatted(member.name()));
        }
        if (partner && partnerAccount == null) {
            return Optional.of(
                    "%s has the partner role, but is not associated with a partner account. Associate them with one first; then they can be put in a team."
                            .formatted(member.name()));
        }
        if (!partner && !member.roles().contains(Role.TECHNICIAN)) {
            return Optional.of("%s is neither a technician nor a partner user. Give them the technician role first."
                    .formatted(member.name()));
        }
        return Optional.empty();
    }
}
