package org.partnerflow.lead;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.OrganisationRecord;
import org.partnerflow.shared.Problems;

/** A partner user was asked to take a lead. A lead has at most one offer without an answer. */
@Entity
@Table(name = "lead_offer")
public class LeadOffer extends OrganisationRecord {
    /** How the partner user came to the lead. */
    public enum Way {
        RULES,
        HAND,
        QUEUE,
        /** Entered it, and kept it. */
        OWN
    }

    public enum Answer {
        ACCEPTED,
        DECLINED,
        EXPIRED,
        WITHDRAWN
    }

    @Column(name = "lead_id", updatable = false)
    private UUID leadId;

    @Column(name = "partner_user_id", updatable = false)
    private UUID partnerUserId;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Way way;

    @Column(name = "decision_id", updatable = false)
    @Nullable
    private UUID decisionId;

    @Column(name = "offered_at", updatable = false)
    private Instant offeredAt;

    @Enumerated(EnumType.STRING)
    @Nullable
    private Answer answer;

    @Column(name = "answered_at")
    @Nullable
    private Instant answeredAt;

    @Nullable
    private String reason;

    @Column(updatable = false)
    @Nullable
    private String note;

    protected LeadOffer() {}

    LeadOffer(UUID leadId, UUID partnerUserId, Way way, @Nullable UUID decisionId, @Nullable String note, Instant now) {
        this.leadId = leadId;
        this.partnerUserId = partnerUserId;
        this.way = way;
        this.decisionId = decisionId;
        this.note = note;
        this.offeredAt = now;
    }

    void answer(Answer given, @Nullable String why, Instant now) {
        if (answer != null) {
            throw Problems.conflict("Expected an offer without an answer, but this one was %s."
                    .formatted(answer.name().toLowerCase(java.util.Locale.ROOT)));
        }
        answer = given;
        reason = why;
        answeredAt = now;
    }

    public UUID leadId() {
        return leadId;
    }

    public UUID partnerUserId() {
        return partnerUserId;
    }

    public Way way() {
        return way;
    }

    /** The decision of the rules that led to it, if one did. */
    public @Nullable UUID decisionId() {
        return decisionId;
    }

    public Instant offeredAt() {
        return offeredAt;
    }

    public @Nullable Answer answer() {
        return answer;
    }

    public @Nullable Instant answeredAt() {
        return answeredAt;
    }

    public @Nullable String reason() {
        return reason;
    }

    /** What was written to the partner user with an offer by hand. */
    public @Nullable String note() {
        return note;
    }
}
