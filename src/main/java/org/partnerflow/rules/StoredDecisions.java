package org.partnerflow.rules;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.jspecify.annotations.Nullable;

import org.partnerflow.rules.table.RuleSet;

/** The decisions of the organisation, newest first. */
@ApplicationScoped
class StoredDecisions implements PanacheRepositoryBase<StoredDecision, UUID> {

    private static final String WITHOUT_FACTS =
            "select id, ruleSet, number, recordId, recordName, decidedAt, ruling from StoredDecision where ";

    /** A decision as lists show it; its facts are many times as long, and only read where it is decided anew. */
    record WithoutFacts(
            UUID id, String ruleSet, int number, UUID recordId, String recordName, Instant decidedAt, String ruling) {}

    List<WithoutFacts> about(UUID recordId) {
        return getEntityManager()
                .createQuery(WITHOUT_FACTS + "recordId = :record order by id desc", WithoutFacts.class)
                .setParameter("record", recordId)
                .getResultList();
    }

    Optional<WithoutFacts> one(UUID id) {
        return getEntityManager()
                .createQuery(WITHOUT_FACTS + "id = :id", WithoutFacts.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** The ids of the last decisions, the oldest of them first. */
    List<UUID> newest(RuleSet ruleSet, int last) {
        return getEntityManager()
                .createQuery("select id from StoredDecision where ruleSet = :ruleSet order by id desc", UUID.class)
                .setParameter("ruleSet", ruleSet.id())
                .setMaxResults(last)
                .getResultList()
                .reversed();
    }

    List<StoredDecision> inOrder(RuleSet ruleSet, List<UUID> ids) {
        return list("ruleSet = ?1 and id in ?2 order by id", ruleSet.id(), ids);
    }

    List<WithoutFacts> page(RuleSet ruleSet, @Nullable UUID before, int limit) {
        var query = getEntityManager()
                .createQuery(
                        WITHOUT_FACTS + "ruleSet = :ruleSet" + (before == null ? "" : " and id < :before")
                                + " order by id desc",
                        WithoutFacts.class)
                .setParameter("ruleSet", ruleSet.id());
        if (before != null) {
            query.setParameter("before", before);
        }
        return query.setMaxResults(limit).getResultList();
    }
}
