package org.partnerflow.portal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.partnerflow.identity.UserService;
import org.partnerflow.identity.work.CanWork;
import org.partnerflow.identity.work.Duty;
import org.partnerflow.partner.PartnerAccounts;
import org.partnerflow.shared.Actor;
import org.partnerflow.shared.Problems;

/** Says whether a contact can become a partner user, and what stands in the way. */
@ApplicationScoped
class PartnerUserCheck {
    @Inject
    PartnerAccounts accounts;

    @Inject
    PartnerUserRecords partners;

    @Inject
    PortalSettingsService settings;

    @Inject
    CanWork canWork;

    @Inject
    UserService members;

    /**
     * What the page shows before a contact is enabled.
     *
     * @param obstacles sentences; when there is one, the contact cannot be enabled
     * @param allocateTo proposed for the allocation, as without one no invitation goes out: the owner of the account
     */
    record Preview(
            PartnerAccounts.Contact contact,
            PartnerAccounts.Account account,
            List<String> obstacles,
            boolean mailPartnerAdded,
            List<CanWork.Person> allocateTo) {}

    @Transactional
    Preview preview(UUID contactId) {
        var contact = accounts.requireContact(contactId);
        var account = accounts.require(contact.accountId());
        var proposed = canWork.able(List.of(account.ownerUserId()), Duty.OWN_DEALS);
        return new Preview(
                contact,
                account,
                obstacles(contact),
                settings.current().mailPartnerAdded(),
                List.copyOf(canWork.people(proposed).values()));
    }

    void refuseUnlessPossible(PartnerAccounts.Contact contact) {
        var obstacles = obstacles(contact);
        if (!obstacles.isEmpty()) {
            throw Problems.refused(obstacles.getFirst(), Map.of("obstacles", obstacles));
        }
    }

    private List<String> obstacles(PartnerAccounts.Contact contact) {
        return Stream.of(ofAccount(contact), ofContact(contact), ofAddress(contact))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<String> ofAccount(PartnerAccounts.Contact contact) {
        var account = accounts.require(contact.accountId());
        return account.partner()
                ? Optional.empty()
                : Optional.of(
                        "%s is not enabled as a partner yet. Enable the account first.".formatted(account.name()));
    }

    private Optional<String> ofContact(PartnerAccounts.Contact contact) {
        return partners.presentOfContact(contact.id())
                .map(partner -> "%s is a partner user already.".formatted(partner.name()));
    }

    private Optional<String> ofAddress(PartnerAccounts.Contact contact) {
        if (contact.email() == null) {
            return Optional.of("%s has no email address. Enter one on the contact first.".formatted(contact.name()));
        }
        return taken(contact.email(), contact.id());
    }

    /** Refuses to invite another address in place of one that nobody has accepted at, where it cannot be a partner user's. */
    void refuseUnlessInvitable(PartnerUser partner, @Nullable String email) {
        var obstacle = email == null
                ? Optional.of(
                        "%s is invited as a partner user, which needs an email address.".formatted(partner.name()))
                : taken(email, partner.contactId());
        obstacle.ifPresent(reason -> {
            throw Problems.refused(reason + " Remove the partner user first, or keep the address of the contact.");
        });
    }

    /** Refuses to invite who is disabled. */
    void refuseUnlessActive(PartnerUser partner) {
        var person = canWork.people(List.of(partner.userId())).get(partner.userId());
        if (person != null && !person.active()) {
            throw Problems.refused("%s is disabled. Enable the user first.".formatted(person.name()));
        }
    }

    /** What the address is already in this organisation; what it is elsewhere does not matter, and is not told. */
    private Optional<String> taken(String email, UUID contactId) {
        var member = members.memberByEmail(email);
        if (member.isEmpty()) {
            return Optional.empty();
        }
        if (partners.present(member.get().id())
                .filter(other -> !other.contactId().equals(contactId))
                .isPresent()) {
            return Optional.of("%s is the log-in of another partner user.".formatted(email));
        }
        boolean other = member.get().roles().stream().anyMatch(role -> role.kind() != Actor.Kind.PARTNER);
        return other
                ? Optional.of(
                        "%s is the log-in of staff or of a customer. A partner user needs an address of their own."
                                .formatted(email))
                : Optional.empty();
    }
}
