package org.partnerflow.portal;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.partnerflow.identity.UserService;
import org.partnerflow.identity.UserService.Member;
import org.partnerflow.identity.work.CanWork;
import org.partnerflow.identity.work.Duty;
import org.partnerflow.partner.PartnerAccounts;

/** What other packages may know of partner users, always of the current organisation and without those who were removed. */
@ApplicationScoped
public class PartnerUsers {
    @Inject
    PartnerUserRecords records;

    @Inject
    PartnerAccounts accounts;

    @Inject
    PortalSettingsService settings;

    @Inject
    CanWork canWork;

    @Inject
    UserService users;

    /**
     * @param email where mails to them go now
     * @param allocatedTo members of staff, the main one first; empty when allocated to nobody
     */
    public record Partner(
            UUID id,
            UUID userId,
            UUID accountId,
            String accountName,
            String name,
            String email,
            PartnerUserState state,
            List<UUID> allocatedTo) {}

    /**
     * Whether a partner user can be given a lead.
     *
     * @param active may log in
     * @param portalMember of the enabled portal
     * @param loggedIn at least once; an accepted invitation counts
     * @param reason why they cannot be given one, as a sentence
     */
    public record Eligibility(
            Partner partner, boolean active, boolean portalMember, boolean loggedIn, Optional<String> reason) {
        public boolean eligible() {
            return reason.isEmpty();
        }
    }

    @Transactional
    public Optional<Partner> ofUser(UUID userId) {
        return all(List.of(userId)).stream().findFirst();
    }

    @Transactional
    public List<Partner> all(Collection<UUID> userIds) {
        return partners(records.present(userIds));
    }

    @Transactional
    public List<Partner> ofAccount(UUID accountId) {
        return partners(records.presentOfAccount(accountId));
    }

    /** Everybody, by name. */
    @Transactional
    public List<Partner> all() {
        return partners(records.present());
    }

    /** The members of staff whom a partner user is allocated to; the main one first. */
    @Transactional
    public List<UUID> brokersOf(UUID userId) {
        return records.present(userId).map(PartnerUser::allocatedTo).orElse(List.of());
    }

    /** For every partner user whether they can be given a lead: active, in the enabled portal, and logged in at least once. */
    @Transactional
    public List<Eligibility> eligibility() {
        return eligibility(records.present());
    }

    @Transactional
    public List<Eligibility> eligibility(Collection<UUID> userIds) {
        return eligibility(records.present(userIds));
    }

    /** Whether the partner user wants to be told of this, and the organisation offers it. */
    @Transactional
    public boolean wants(UUID userId, PortalNotification notification) {
        return settings.current().offered().contains(notification)
                && records.present(userId)
                        .filter(partner -> partner.notifications().contains(notification))
                        .isPresent();
    }

    /** Whether partners are told by mail of a deal that is shared with them. */
    @Transactional
    public boolean mailsDealShared() {
        return settings.current().mailDealShared();
    }

    private List<Eligibility> eligibility(List<PartnerUser> found) {
        boolean portalEnabled = settings.current().portalEnabled();
        var members = canWork.people(ids(found));
        var objections = canWork.objections(ids(found), Duty.TAKE_LEADS);
        return partners(found).stream()
                .map(partner -> new Eligibility(
                        partner,
                        members.containsKey(partner.userId())
                                && members.get(partner.userId()).active(),
                        portalEnabled,
                        members.containsKey(partner.userId())
                                && members.get(partner.userId()).accepted(),
                        Optional.ofNullable(objections.get(partner.userId()))))
                .toList();
    }

    private List<Partner> partners(List<PartnerUser> found) {
        var names = accounts.all(found.stream().map(PartnerUser::accountId).toList()).stream()
                .collect(Collectors.toMap(PartnerAccounts.Account::id, PartnerAccounts.Account::name));
        var addresses = users.members(ids(found)).stream().collect(Collectors.toMap(Member::id, Member::email));
        return found.stream()
                .map(partner -> new Partner(
                        partner.id(),
                        partner.userId(),
                        partner.accountId(),
                        names.get(partner.accountId()),
                        partner.name(),
                        addresses.getOrDefault(partner.userId(), partner.email()),
                        partner.state(),
                        partner.allocatedTo()))
                .toList();
    }

    private static Set<UUID> ids(List<PartnerUser> found) {
        return found.stream().map(PartnerUser::userId).collect(Collectors.toSet());
    }
}
