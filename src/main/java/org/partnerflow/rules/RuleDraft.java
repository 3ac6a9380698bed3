package org.partnerflow.rules;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.partnerflow.audit.Unrecorded;
import org.partnerflow.rules.table.RuleSet;
import org.partnerflow.shared.OrganisationRecord;

/** The table that is being edited; one for each rule set. */
@Unrecorded
@Entity
@Table(name = "rule_draft")
class RuleDraft extends OrganisationRecord {
    @Column(name = "rule_set", nullable = false, updatable = false)
    private String ruleSet;

    @Column(name = "based_on", nullable = false)
    private int basedOn;

    @Column(nullable = false, columnDefinition = "longtext")
    private String document;

    @Column(name = "edited_by", nullable = false)
    private String editedBy;

    @Column(name = "edited_at", nullable = false)
    private Instant editedAt;

    @SuppressWarnings("NullAway.Init")
    protected RuleDraft() {}

    RuleDraft(RuleSet ruleSet, int basedOn, String document, String editedBy, Instant editedAt) {
        this.ruleSet = ruleSet.id();
        this.basedOn = basedOn;
        edit(document, editedBy, editedAt);
    }

    /** Takes the new content; also when it is the same, so that its version tells who saved last. */
    final void edit(String newDocument, String by, Instant at) {
        document = newDocument;
        editedBy = by;
        editedAt = at;
    }

    int basedOn() {
        return basedOn;
    }

    String document() {
        return document;
    }

    String editedBy() {
        return editedBy;
    }

    Instant editedAt() {
        return editedAt;
    }
}
