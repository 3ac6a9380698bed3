package org.partnerflow.rules;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import org.partnerflow.rules.table.RuleSet;

/** The drafts of the organisation. */
@ApplicationScoped
class RuleDrafts implements PanacheRepositoryBase<RuleDraft, UUID> {

    Optional<RuleDraft> of(RuleSet ruleSet) {
        return find("ruleSet", ruleSet.id()).firstResultOptional();
    }

    /** For a change: whoever comes second waits, and then sees what the first has stored. */
    Optional<RuleDraft> locked(RuleSet ruleSet) {
        return find("ruleSet", ruleSet.id())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }
}
