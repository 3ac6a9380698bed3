package org.partnerflow.deal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jspecify.annotations.Nullable;

import org.partnerflow.identity.Organisations;
import org.partnerflow.identity.UserService;
import org.partnerflow.identity.work.CanWork;
import org.partnerflow.identity.work.Duty;
import org.partnerflow.identity.work.WorkGate;
import org.partnerflow.partner.PartnerAccounts;
import org.partnerflow.portal.PartnerUsers;
import org.partnerflow.shared.Actors;
import org.partnerflow.shared.Problems;

/** Decides whose a deal is: its owner among the staff, and its partner. */
@ApplicationScoped
class DealParties {
    @Inject
    WorkGate gate;

    @Inject
    PartnerAccounts accounts;

    @Inject
    PartnerUsers partnerUsers;

    @Inject
    UserService users;

    @Inject
    CanWork canWork;

    @Inject
    Organisations organisations;

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
        canWork.expect("partnerUserId", partner.userId(), Duty.HAVE_DEALS);
        return new Deal.Parties(broker(partner), partner.userId(), partner.accountId());
    }

    private Deal.Parties ofStaff(NewDeal form) {
        var partner = Optional.ofNullable(form.partnerUserId()).map(this::partner);
        if (form.partnerUserId() != null) {
            canWork.expect("partnerUserId", form.partnerUserId(), Duty.HAVE_DEALS);
        }
        UUID owner;
        if (form.ownerUserId() != null) {
            owner = owner(form.ownerUserId());
        } else if (actors.current().userId() != null) {
            owner = meAsOwner();
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

    /** One of those who can own deals of a partner: of the staff allocated to them, the one with the fewest open ones, then by name. */
    private UUID broker(PartnerUsers.Partner partner) {
        gate.pass();
        var able = ableToOwn(partner);
        if (partner.allocatedTo().isEmpty()) {
            return able.getFirst();
        }
        var open = deals.openByOwner(able);
        var names = users.names(able);
        return able.stream()
                .min(Comparator.comparing((UUID broker) -> open.getOrDefault(broker, 0L))
                        .thenComparing(broker -> names.getOrDefault(broker, "")))
                .orElseThrow();
    }

    /** Who can own deals of a partner now; a refusal (422) when there is nobody, since no deal is without an owner. */
    List<UUID> ableToOwn(PartnerUsers.Partner partner) {
        var able = canWork.able(ownersOf(partner), Duty.OWN_DEALS);
        if (able.isEmpty()) {
            throw Problems.refused((partner.allocatedTo().isEmpty()
                            ? "%s is allocated to nobody, and neither the owner of their account nor that of the organisation can own the deal. Ask your contact there to be allocated."
                            : "%s is allocated to nobody who can own deals now. Ask your contact there to be allocated to somebody else.")
                    .formatted(partner.name()));
        }
        return able;
    }

    /** The staff allocated to a partner; for a partner who is allocated to nobody the account's owner, then the organisation's. */
    private List<UUID> ownersOf(PartnerUsers.Partner partner) {
        if (!partner.allocatedTo().isEmpty()) {
            return partner.allocatedTo();
        }
        return Stream.of(
                        accounts.require(partner.accountId()).ownerUserId(),
                        organisations.findById(actors.current().organisation()).ownerUserId())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** Whoever enters a deal owns it; staff who work here from an organisation above it name somebody. */
    private UUID meAsOwner() {
        var me = actors.current().user();
        if (canWork.people(List.of(me)).isEmpty()) {
            throw Problems.invalid(
                    "ownerId",
                    "Expected the owner of the deal: you work here from another organisation, and own no deals here.");
        }
        return owner(me);
    }

    /** A member of staff who can own deals. */
    UUID owner(UUID userId) {
        canWork.expect("ownerId", userId, Duty.OWN_DEALS);
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
