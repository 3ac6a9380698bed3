package org.partnerflow.engine;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;

import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.Problems;
import org.partnerflow.shared.Texts;

/** The attention items of the organisation. In the caller's transaction. */
@ApplicationScoped
class AttentionItems {
    @Inject
    EntityManager entities;

    /**
     * What a list shows.
     *
     * @param search part of a name, of an id or of the cause
     * @param works kinds of work that are found beside that
     */
    record Filter(
            AttentionItem.State state,
            AttentionItem.@Nullable Kind kind,
            @Nullable UUID recordId,
            @Nullable String search,
            Set<String> works) {}

    /** Newest first. */
    List<AttentionItem> list(Filter filter, @Nullable UUID after, int most) {
        var text = Texts.containing(filter.search());
        return entities.createQuery("""
                        from AttentionItem where state = :state and (:kind is null or kind = :kind)
                            and (:record is null or recordId = :record) and (:after is null or id < :after)
                            and (:text is null or cause like :text escape '!' or what like :what escape '!' or what in (:works)
                                or recordName like :text escape '!' or elementName like :text escape '!'
                                or elementId like :text escape '!' or processId like :text escape '!')
                        order by id desc""", AttentionItem.class)
                .setParameter("state", filter.state())
                .setParameter("kind", filter.kind())
                .setParameter("record", filter.recordId())
                .setParameter("after", after)
                .setParameter("text", text)
                .setParameter("what", text == null ? null : text.strip().replace(' ', '_'))
                .setParameter("works", filter.works())
                .setMaxResults(most)
                .getResultList();
    }

    /** Open ones at an element of a process, newest first; of one record, or of all. */
    List<AttentionItem> atElements(String processId, @Nullable UUID recordId, int most) {
        return entities.createQuery("""
                        from AttentionItem where state = OPEN and processId = :process and elementId is not null
                            and (:record is null or recordId = :record)
                        order by id desc""", AttentionItem.class)
                .setParameter("process", processId)
                .setParameter("record", recordId)
                .setMaxResults(most)
                .getResultList();
    }

    Optional<AttentionItem> find(String reference) {
        return entities.createQuery("from AttentionItem where reference = :reference", AttentionItem.class)
                .setParameter("reference", reference)
                .getResultStream()
                .findFirst();
    }

    /** Open or put aside. */
    List<AttentionItem> unresolved(UUID recordId) {
        return entities.createQuery(
                        "from AttentionItem where recordId = :record and state <> RESOLVED", AttentionItem.class)
                .setParameter("record", recordId)
                .getResultList();
    }

    AttentionItem get(UUID id) {
        return Optional.ofNullable(entities.find(AttentionItem.class, id)).orElseThrow(() -> Problems.notFound("Item"));
    }

    AttentionItem locked(UUID id) {
        return Optional.ofNullable(entities.find(AttentionItem.class, id, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> Problems.notFound("Item"));
    }

    void store(AttentionItem item) {
        entities.persist(item);
    }
}
