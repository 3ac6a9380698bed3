package org.partnerflow.deal;

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

/** Finds deals that the caller sees. */
@ApplicationScoped
class DealSearch implements SearchSource {
    @Inject
    DealReader deals;

    @Inject
    EntityManager entities;

    static SearchDocument document(Deal deal) {
        return SearchDocument.of("deal", deal.id(), deal.name(), null);
    }

    @Override
    public RecordType recordType() {
        return RecordType.DEAL;
    }

    @Override
    public String permission() {
        return Permissions.DEAL_VIEW;
    }

    @Override
    public boolean isIndexed() {
        return true;
    }

    @Override
    @Transactional
    public List<SearchDocument> documents(@Nullable UUID after, int limit) {
        return entities.createQuery("from Deal where :after is null or id > :after order by id", Deal.class)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultStream()
                .map(DealSearch::document)
                .toList();
    }

    @Override
    @Transactional
    public List<Found> find(String text, int limit) {
        var filter = new Deals.Filter(text, null, null, null, null, null, null, null, null);
        return deals.list(filter, null, limit).items().stream()
                .map(deal -> new Found(deal.id(), deal.name(), deal.stageName()))
                .toList();
    }
}
