package org.partnerflow.deal;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

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
    DealContacts contacts;

    @Inject
    EntityManager entities;

    static SearchDocument document(Deal deal, List<DealContact> contacts) {
        var people = contacts.stream()
                .map(DealContact::person)
                .map(person -> new SearchDocument.Person(person.fullName(), person.email(), person.phone()))
                .toList();
        return SearchDocument.withPeople("deal", deal.id(), deal.name(), people);
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
        var found = entities.createQuery("from Deal where :after is null or id > :after order by id", Deal.class)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
        var people = contacts.ofDeals(found.stream().map(Deal::id).toList());
        return found.stream()
                .map(deal -> document(deal, people.getOrDefault(deal.id(), List.of())))
                .toList();
    }

    @Override
    @Transactional
    public List<Found> find(String text, int limit) {
        var filter = new Deals.Filter(text, null, null, null, null, null, null, null, null);
        return Stream.concat(deals.list(filter, null, limit).items().stream(), deals.withContact(text, limit).stream())
                .map(deal -> new Found(deal.id(), deal.name(), deal.stageName()))
                .distinct()
                .limit(limit)
                .toList();
    }
}
