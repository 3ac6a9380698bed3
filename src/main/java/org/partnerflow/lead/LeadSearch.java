package org.partnerflow.lead;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.partnerflow.search.SearchDocument;
import org.partnerflow.search.SearchSource;
import org.partnerflow.shared.Permissions;
import org.partnerflow.shared.record.RecordType;

/** Finds leads that the caller sees. */
@ApplicationScoped
class LeadSearch implements SearchSource {
    @Inject
    LeadService leads;

    @Inject
    EntityManager entities;

    /** By company and person, and by the person's address and number. */
    static SearchDocument document(Lead lead) {
        var contact = lead.details().contact();
        return new SearchDocument(
                RecordType.LEAD.word(),
                lead.id(),
                null,
                lead.details().company(),
                contact.name(),
                null,
                contact.email(),
                contact.phone().e164().orElse(null),
                null);
    }

    @Override
    public RecordType recordType() {
        return RecordType.LEAD;
    }

    @Override
    public String permission() {
        return Permissions.LEAD_VIEW;
    }

    @Override
    public boolean isIndexed() {
        return true;
    }

    @Override
    @Transactional
    public List<SearchDocument> documents(@Nullable UUID after, int limit) {
        return entities.createQuery("from Lead where :after is null or id > :after order by id", Lead.class)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultStream()
                .map(LeadSearch::document)
                .toList();
    }

    @Override
    @Transactional
    public List<Found> find(String text, int limit) {
        var filter = new LeadFilter();
        filter.text = text;
        return leads.list(filter, null, limit).items().stream()
                .map(lead -> new Found(
                        lead.id(),
                        lead.details().company(),
                        lead.details().contact().name()))
                .toList();
    }
}
