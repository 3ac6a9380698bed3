package org.partnerflow.deal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jspecify.annotations.Nullable;

import org.partnerflow.identity.UserService;
import org.partnerflow.partner.PartnerAccounts;
import org.partnerflow.portal.PartnerUsers;
import org.partnerflow.shared.Actors;
import org.partnerflow.shared.Problems;
import org.partnerflow.shared.Role;

/** Decides whose a deal is: its owner among the staff, and its partner. */
@ApplicationScoped
class DealParties {
    private static final Set<Role> OWNERS = Set.of(Role.BROKER, Role.ADMIN, Role.OPS_MANAGER);

    @Inject
    PartnerAccounts accounts;

    @Inject
    PartnerUsers partnerUsers;

    @Inject
    UserService users;

    @Inject
    Deals deals;

    @Inject
    Actors actors;

    Deal.Parties of(NewDeal form) {
        return actors.current().isStaff() ? ofStaff(form) : ofPartner(form);
    }

    /** A partner makes deals of their own, whatever they send. */
    private Deal.Parties ofPartner(NewDeal form) {
        if (form.ownerUserId() != null) {
            throw Problems.invalid("ownerId", "Expected none: the owner is one of your brokers.");
        }
        if (form.partnerUserId() != null) {
            throw Problems.invalid("partnerUserId", "Expected none: the deal is yours.");
        }
        if (form.partnerAccountId() != null) {
            throw Problems.invalid("partnerAccountId", "Expected none: the deal is yours.");
        }
        var partner = partner(actors.current().user());
        return new Deal.Parties(broker(partner), partner.userId(), partner.accountId());
    }

    private Deal.Parties ofStaff(NewDeal form) {
        var partner = Optional.ofNullable(form.partnerUserId()).map(this::partner);
        UUID owner;
        if (form.ownerUserId() != null) {
            owner = owner(form.ownerUserId());
        } else if (actors.current().userId() != null) {
            owner = actors.current().user();
        } else {
            owner = broker(partner.orElseThrow(
                    () -> Problems.invalid("ownerId", "Expected an owner, since the deal has no partner.")));
        }
        var account = partner.map(PartnerUsers.Partner::accountId).orElse(form.partnerAccountId());
        if (partner.isEmpty() && account != null) {
            accounts.find(account)
                    .orElseThrow(() ->
                            Problems.invalid("partnerAccountId", "Expected a partner account of this organisation."));
        }
        return new Deal.Parties(owner, form.partnerUserId(), account);
    }

    /** One of the staff allocated to a partner: the one with the fewest open deals, then by name. */
    private UUID broker(PartnerUsers.Partner partner) {
        if (partner.allocatedTo().isEmpty()) {
            throw Problems.refused(
                    "%s is not allocated to a broker yet, who would own the deal. Ask your contact there to be allocated."
                            .formatted(partner.name()));
        }
        var open = deals.openByOwner(partner.allocatedTo());
        var names = users.names(partner.allocatedTo());
        return partner.allocatedTo().stream()
                .min(Comparator.comparing((UUID broker) -> open.getOrDefault(broker, 0L))
                        .thenComparing(broker -> names.getOrDefault(broker, "")))
                .orElseThrow();
    }

    /** A member of staff who can own deals. */
    UUID owner(UUID userId) {
        boolean canOwn = users.members(List.of(userId)).stream()
                .anyMatch(member -> member.active() && member.roles().stream().anyMatch(OWNERS::contains));
        if (!canOwn) {
            throw Problems.invalid("ownerId", "Expected an active broker of this organisation.");
        }
        return userId;
    }

    /** A partner user of the organisation, by their log-in. */
    PartnerUsers.Partner partner(UUID userId) {
        return partnerUsers
                .ofUser(userId)
                .orElseThrow(() -> Problems.invalid("partnerUserId", "Expected a partner user of this organisation."));
    }

    /** The name of a partner user, also of one who has left. */
    String partnerName(UUID userId) {
        return users.names(Set.of(userId)).getOrDefault(userId, "a former partner user");
    }

    Map<UUID, String> accountNames(List<DealCard> cards) {
        var ids = cards.stream()
                .map(DealCard::partnerAccountId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return accounts.all(ids).stream()
                .collect(Collectors.toMap(PartnerAccounts.Account::id, PartnerAccounts.Account::name));
    }

    @Nullable
    String accountName(UUID accountId) {
        return accounts.find(accountId).map(PartnerAccounts.Account::name).orElse(null);
    }
}
