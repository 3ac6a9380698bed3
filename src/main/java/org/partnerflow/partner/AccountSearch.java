package org.partnerflow.partner;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.partnerflow.search.SearchDocument;
import org.partnerflow.search.SearchSource;
import org.partnerflow.shared.Permissions;
import org.partnerflow.shared.record.RecordType;

/** Finds partner accounts. */
@ApplicationScoped
class AccountSearch implements SearchSource {
    @Inject
    Accounts accounts;

    @Override
    public RecordType recordType() {
        return RecordType.PARTNER_ACCOUNT;
    }

    @Override
    public String permission() {
        return Permissions.PARTNER_VIEW;
    }

    @Override
    public boolean isIndexed() {
        return true;
    }

    @Override
    @Transactional
    public List<SearchDocument> documents(@Nullable UUID after, int limit) {
        return accounts.behind(after, limit).stream()
                .map(account -> AccountDuplicates.document(account.id(), account.form()))
                .toList();
    }

    @Override
    @Transactional
    public List<Found> find(String text, int limit) {
        return accounts.page(new Accounts.Filter(text, null, null, null, null), null, limit).stream()
                .map(account -> new Found(account.id(), account.name(), AccountDuplicates.place(account.form())))
                .toList();
    }
}
