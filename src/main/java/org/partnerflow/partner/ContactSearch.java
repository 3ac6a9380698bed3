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

/** Finds contacts of partner accounts. */
@ApplicationScoped
class ContactSearch implements SearchSource {
    @Inject
    Contacts contacts;

    @Inject
    Accounts accounts;

    @Override
    public RecordType recordType() {
        return RecordType.CONTACT;
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
        return contacts.find("?1 is null or id > ?1 order by id", after).page(0, limit).list().stream()
                .map(contact -> ContactIndex.document(contact, accounts.require(contact.accountId())))
                .toList();
    }

    @Override
    @Transactional
    public List<Found> find(String text, int limit) {
        return contacts.page(null, text, null, limit).stream()
                .map(contact -> new Found(contact.id(), contact.name(), contact.email()))
                .toList();
    }
}
