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

    List<StoredDecision> page(RuleSet ruleSet, @Nullable UUID before, int limit) {
        var found = before == null
                ? find("ruleSet = ?1 order by id desc", ruleSet.id())
                : find("ruleSet = ?1 and id < ?2 order by id desc", ruleSet.id(), before);
        return found.page(0, limit).list();
    }
}
