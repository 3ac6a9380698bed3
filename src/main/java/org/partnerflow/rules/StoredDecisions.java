package org.partnerflow.rules;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.jspecify.annotations.Nullable;

import org.partnerflow.rules.table.RuleSet;

/** The decisions of the organisation, newest first. */
@ApplicationScoped
class StoredDecisions implements PanacheRepositoryBase<StoredDecision, UUID> {

    List<StoredDecision> about(UUID recordId) {
        return list("recordId = ?1 order by id desc", recordId);
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

    List<StoredDecision> page(RuleSet ruleSet, @Nullable UUID before, int limit) {
        var found = before == null
                ? find("ruleSet = ?1 order by id desc", ruleSet.id())
                : find("ruleSet = ?1 and id < ?2 order by id desc", ruleSet.id(), before);
        return found.page(0, limit).list();
    }
}
