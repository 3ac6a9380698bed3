package org.partnerflow.portal;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.partnerflow.audit.AuditTrail;
import org.partnerflow.identity.UserService;
import org.partnerflow.identity.UserService.Member;
import org.partnerflow.partner.PartnerAccounts;
import org.partnerflow.portal.PartnerUserView.Named;
import org.partnerflow.shared.CsvDownload;
import org.partnerflow.shared.ListKey;
import org.partnerflow.shared.Page;

/** Shows partner users: lists, one of them, what happened to them. */
@ApplicationScoped
class PartnerUserReader {
    static final List<String> COLUMNS =
            List.of("Name", "Email", "Account", "State", "Allocated to", "Invited", "Accepted", "Last log-in");

    @Inject
    PartnerUserRecords partners;

    @Inject
    PortalSettingsService settings;

    @Inject
    PartnerAccounts accounts;

    @Inject
    UserService userService;

    @Inject
    AuditTrail audit;

    @Transactional
    Page<PartnerUserView> list(PartnerUserRecords.Filter filter, @Nullable ListKey after, int limit) {
        var page = Page.of(
                partners.page(filter, after, limit + 1), limit, partner -> new ListKey(partner.name(), partner.id())
                        .toString());
        return new Page<>(views(page.items()), page.next());
    }

    @Transactional
    PartnerUserView read(UUID id) {
        return views(List.of(partners.require(id))).getFirst();
    }

    /** What happened to the partner user and to their log-in. */
    @Transactional
    Page<AuditTrail.Line> activity(UUID id, @Nullable UUID before, int limit) {
        var partner = partners.require(id);
        return audit.activity(List.of(id, partner.userId()), before, limit);
    }

    /** The partner users that the filter lets through, as lines of the {@link #COLUMNS}. */
    @Transactional
    Page<List<@Nullable Object>> lines(PartnerUserRecords.Filter filter, @Nullable ListKey after) {
        return list(filter, after, CsvDownload.LINES_AT_ONCE)
                .map(partner -> Arrays.<@Nullable Object>asList(
                        partner.name(),
                        partner.email(),
                        partner.account().label(),
                        partner.state(),
                        partner.allocatedTo().stream().map(Named::label).collect(Collectors.joining(", ")),
                        partner.invitedAt(),
                        partner.acceptedAt(),
                        partner.lastLoginAt()));
    }

    private List<PartnerUserView> views(List<PartnerUser> found) {
        var accountNames = accounts
                .all(found.stream().map(PartnerUser::accountId).toList())
                .stream()
                .collect(Collectors.toMap(PartnerAccounts.Account::id, PartnerAccounts.Account::name));
        var brokers = userService.names(found.stream()
                .flatMap(partner -> partner.allocatedTo().stream())
                .toList());
        var members = userService
                .members(found.stream().map(PartnerUser::userId).toList())
                .stream()
                .collect(Collectors.toMap(Member::id, member -> member));
        var current = settings.current();
        return found.stream()
                .map(partner -> view(partner, accountNames, brokers, members.get(partner.userId()), current))
                .toList();
    }

    private PartnerUserView view(
            PartnerUser partner,
            Map<UUID, String> accounts,
            Map<UUID, String> brokers,
            @Nullable Member member,
            PortalSettings current) {
        return new PartnerUserView(
                partner.id(),
                partner.version(),
                partner.userId(),
                partner.contactId(),
                new Named(partner.accountId(), accounts.get(partner.accountId())),
                partner.name(),
                member == null ? partner.email() : member.email(),
                partner.state(),
                InvitationService.waitsFor(partner, current),
                partner.allocatedTo().stream()
                        .map(id -> new Named(id, brokers.get(id)))
                        .toList(),
                member != null && member.active(),
                partner.createdAt(),
                partner.invitedAt(),
                partner.expiresAt(),
                partner.remindedAt(),
                partner.acceptedAt(),
                member != null && member.accepted() ? member.user().lastLoginAt() : null,
                partner.removedAt());
    }
}
