package org.partnerflow.rules;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.jspecify.annotations.Nullable;

import org.partnerflow.rules.StoredDecisions.WithoutFacts;
import org.partnerflow.rules.decision.DecisionTable;
import org.partnerflow.rules.decision.Facts;
import org.partnerflow.rules.decision.Ruling;
import org.partnerflow.rules.table.RuleSet;
import org.partnerflow.shared.Page;
import org.partnerflow.shared.Problems;

/** Decides who gets a lead or a request, by the organisation's table in force, and remembers why. */
@ApplicationScoped
public class Decisions {
    @Inject
    StoredDecisions stored;

    @Inject
    PublishedTables tables;

    @Inject
    RuleJson json;

    @Inject
    Clock clock;

    /** The table in force, for a decision that locks first what it may need. */
    public record InForce(int version, DecisionTable table) {}

    @Transactional(TxType.MANDATORY)
    public InForce inForce(RuleSet ruleSet) {
        return tables.inForce(ruleSet);
    }

    /** Decides by the table in force, and stores the decision in the caller's transaction. */
    @Transactional(TxType.MANDATORY)
    public Decision decide(Facts facts) {
        return decide(inForce(facts.ruleSet()), facts);
    }

    /**
     * As {@link #decide(Facts)}, by a table that was asked before. What follows from it (assigning, moving on the turn of
     * {@code assignee().groupId()}) is the caller's, in the same transaction; lock the groups before the facts are gathered.
     */
    @Transactional(TxType.MANDATORY)
    public Decision decide(InForce inForce, Facts facts) {
        Ruling ruling = inForce.table().decide(facts);
        var decision =
                new StoredDecision(facts, inForce.version(), clock.instant(), json.write(facts), json.write(ruling));
        stored.persist(decision);
        return decision(decision.withoutFacts(), ruling);
    }

    /** The decisions about a lead or request, newest first. */
    @Transactional
    public List<Decision> about(UUID recordId) {
        return stored.about(recordId).stream().map(this::decision).toList();
    }

    @Transactional
    public Decision require(UUID id) {
        return stored.one(id).map(this::decision).orElseThrow(() -> Problems.notFound("Decision"));
    }

    /** The decisions of a rule set, newest first. */
    @Transactional
    public Page<Decision> page(RuleSet ruleSet, @Nullable UUID before, int limit) {
        return Page.of(stored.page(ruleSet, before, limit + 1), limit, found -> found.id()
                        .toString())
                .map(this::decision);
    }

    Decision decision(WithoutFacts found) {
        return decision(found, json.read(found.ruling(), Ruling.class));
    }

    private static Decision decision(WithoutFacts found, Ruling ruling) {
        return new Decision(
                found.id(),
                found.ruleSet(),
                found.number(),
                found.recordId(),
                found.recordName(),
                found.decidedAt(),
                ruling);
    }
}
