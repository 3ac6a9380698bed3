package org.partnerflow.partner;

import java.util.ArrayList;
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
import org.partnerflow.search.Duplicate;
import org.partnerflow.shared.CsvDownload;
import org.partnerflow.shared.Ids;
import org.partnerflow.shared.ListKey;
import org.partnerflow.shared.Page;

/** Shows accounts: lists, one account, what happened to it. */
@ApplicationScoped
class AccountReader {
    static final List<String> COLUMNS = List.of(
            "Name",
            "Type",
            "Status",
            "Employer partner",
            "Web site",
            "Phone",
            "Street",
            "Town",
            "State",
            "Postcode",
            "Country",
            "Notes",
            "Owner email",
            "Owner",
            "Partner since");

    @Inject
    Accounts accounts;

    @Inject
    Contacts contacts;

    @Inject
    Picklists picklists;

    @Inject
    AccountDuplicates duplicates;

    @Inject
    UserService users;

    @Inject
    AuditTrail audit;

    /** What the form for a new account shows while it is filled in. */
    record Hints(List<String> warnings, List<Duplicate> duplicates) {}

    @Transactional
    Page<AccountView> list(Accounts.Filter filter, @Nullable ListKey after, int limit) {
        var page = page(filter, after, limit);
        return new Page<>(views(page.items()), page.next());
    }

    private Page<PartnerAccount> page(Accounts.Filter filter, @Nullable ListKey after, int limit) {
        return Page.of(
                accounts.page(filter, after, limit + 1), limit, account -> new ListKey(account.name(), account.id())
                        .toString());
    }

    @Transactional
    AccountView read(UUID id) {
        return views(List.of(accounts.require(id))).getFirst();
    }

    @Transactional
    Hints hints(AccountForm form) {
        return new Hints(NamingRule.warnings(form.name()), duplicates.of(Ids.next(), form));
    }

    /** The accounts that the filter lets through, as lines of the {@link #COLUMNS} that an import understands. */
    @Transactional
    Page<List<@Nullable Object>> lines(Accounts.Filter filter, @Nullable ListKey after) {
        var page = page(filter, after, CsvDownload.LINES_AT_ONCE);
        var addresses = addresses(page.items());
        var lines = views(page.items()).stream()
                .map(account -> Arrays.<@Nullable Object>asList(
                        account.name(),
                        account.type() == null ? null : account.type().label(),
                        account.status().label(),
                        account.employerPartner() ? "yes" : "no",
                        account.website(),
                        account.phone(),
                        account.street(),
                        account.town(),
                        account.state(),
                        account.postcode(),
                        account.country(),
                        account.notes(),
                        addresses.get(account.owner().id()),
                        account.owner().label(),
                        account.partnerEnabledAt()))
                .toList();
        return new Page<>(lines, page.next());
    }

    /** What happened to the account and to its contacts. */
    @Transactional
    Page<AuditTrail.Line> activity(UUID id, @Nullable UUID before, int limit) {
        var records = new ArrayList<UUID>();
        records.add(accounts.require(id).id());
        contacts.ofAccount(id).forEach(contact -> records.add(contact.id()));
        return audit.activity(records, before, limit);
    }

    private Map<UUID, String> addresses(List<PartnerAccount> found) {
        return users.members(found.stream().map(PartnerAccount::ownerUserId).collect(Collectors.toSet())).stream()
                .collect(Collectors.toMap(UserService.Member::id, UserService.Member::email));
    }

    private List<AccountView> views(List<PartnerAccount> found) {
        var picked = picklists.all().stream().collect(Collectors.toMap(PicklistEntry::id, PicklistEntry::label));
        var owners = users.names(
                found.stream().map(PartnerAccount::ownerUserId).distinct().toList());
        return found.stream()
                .map(account -> AccountView.from(account, picked, owners))
                .toList();
    }
}
