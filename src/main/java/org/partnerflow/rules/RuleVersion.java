package org.partnerflow.rules;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

import org.partnerflow.rules.table.RuleSet;
import org.partnerflow.shared.OrganisationRecord;

/** A table as it was published. Never changed. */
@Entity
@Table(name = "rule_version")
class RuleVersion extends OrganisationRecord {
    @Column(name = "rule_set", nullable = false, updatable = false)
    private String ruleSet;

    @Column(name = "version_number", nullable = false, updatable = false)
    private int number;

    @Column(nullable = false, updatable = false, columnDefinition = "longtext")
    private String document;

    @Column(nullable = false, updatable = false)
    private String note;

    @Column(name = "published_by", nullable = false, updatable = false)
    private String publishedBy;

    @Column(name = "published_at", nullable = false, updatable = false)
    private Instant publishedAt;

    @Column(name = "restored_from", updatable = false)
    private @Nullable Integer restoredFrom;

    @SuppressWarnings("NullAway.Init")
    protected RuleVersion() {}

    RuleVersion(RuleSet ruleSet, int number, String document, String note, String publishedBy, Instant publishedAt) {
        this.ruleSet = ruleSet.id();
        this.number = number;
        this.document = document;
        this.note = note;
        this.publishedBy = publishedBy;
        this.publishedAt = publishedAt;
    }

    RuleVersion restoring(int older) {
        restoredFrom = older;
        return this;
    }

    int number() {
        return number;
    }

    String document() {
        return document;
    }

    String note() {
        return note;
    }

    String publishedBy() {
        return publishedBy;
    }

    Instant publishedAt() {
        return publishedAt;
    }

    @Nullable
    Integer restoredFrom() {
        return restoredFrom;
    }
}
