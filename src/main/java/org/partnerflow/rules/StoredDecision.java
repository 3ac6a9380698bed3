package org.partnerflow.rules;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.partnerflow.rules.decision.Facts;
import org.partnerflow.shared.OrganisationRecord;
import org.partnerflow.shared.Texts;

/** A decision with its facts, so that it can be explained and replayed. Never changed. */
@Entity
@Table(name = "decision")
class StoredDecision extends OrganisationRecord {
    private static final int LONGEST_NAME = 300;

    @Column(name = "rule_set", nullable = false, updatable = false)
    private String ruleSet;

    @Column(name = "version_number", nullable = false, updatable = false)
    private int number;

    @Column(name = "record_id", nullable = false, updatable = false)
    private UUID recordId;

    @Column(name = "record_name", nullable = false, updatable = false)
    private String recordName;

    @Column(name = "decided_at", nullable = false, updatable = false)
    private Instant decidedAt;

    @Column(nullable = false, updatable = false, columnDefinition = "longtext")
    private String facts;

    @Column(nullable = false, updatable = false, columnDefinition = "longtext")
    private String ruling;

    @SuppressWarnings("NullAway.Init")
    protected StoredDecision() {}

    StoredDecision(Facts decided, int number, Instant decidedAt, String facts, String ruling) {
        this.ruleSet = decided.ruleSet().id();
        this.number = number;
        this.recordId = decided.recordId();
        this.recordName = Texts.cut(decided.recordName(), LONGEST_NAME);
        this.decidedAt = decidedAt;
        this.facts = facts;
        this.ruling = ruling;
    }

    int number() {
        return number;
    }

    String facts() {
        return facts;
    }

    StoredDecisions.WithoutFacts withoutFacts() {
        return new StoredDecisions.WithoutFacts(id(), ruleSet, number, recordId, recordName, decidedAt, ruling);
    }
}
