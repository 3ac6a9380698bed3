package org.partnerflow.lead;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.OrganisationRecord;
import org.partnerflow.shared.Problems;

/** Somebody who may want to buy, on the way to a partner user who makes a deal of it. */
@Entity
@Table(name = "sales_lead")
public class Lead extends OrganisationRecord {
    @Embedded
    private LeadDetails details;

    @Enumerated(EnumType.STRING)
    private LeadState state = LeadState.NEW;

    @Column(name = "state_since")
    private Instant stateSince;

    @Column(name = "owner_id")
    @Nullable
    private UUID ownerId;

    @Column(name = "queue_id")
    @Nullable
    private UUID queueId;

    @Column(name = "deal_id")
    @Nullable
    private UUID dealId;

    @Column(name = "submitted_by", updatable = false)
    @Nullable
    private UUID submittedBy;

    @Column(name = "external_id", updatable = false)
    @Nullable
    private String externalId;

    protected Lead() {}

    Lead(LeadDetails details, @Nullable UUID submittedBy, @Nullable String externalId, Instant now) {
        this.details = details;
        this.submittedBy = submittedBy;
        this.externalId = externalId;
        this.stateSince = now;
    }

    void edit(LeadDetails newDetails) {
        details = newDetails;
    }

    /** The partner user is asked; also when another was asked before, or nobody. */
    void offerTo(UUID partnerUserId, Instant now) {
        refuseWhenAccepted("offered");
        become(LeadState.OFFERED, now);
        ownerId = partnerUserId;
        queueId = null;
    }

    void putInto(UUID queue, Instant now) {
        refuseWhenAccepted("put into a queue");
        become(LeadState.QUEUED, now);
        ownerId = null;
        queueId = queue;
    }

    void leaveUnassigned(Instant now) {
        refuseWhenAccepted("left unassigned");
        become(LeadState.UNASSIGNED, now);
        ownerId = null;
        queueId = null;
    }

    /** The offer was declined or has expired, so that the rules decide anew. */
    void offerEnded(Instant now) {
        expect(LeadState.OFFERED);
        become(LeadState.NEW, now);
        ownerId = null;
    }

    /** Whoever was asked or has accepted can take it no longer, so that the rules decide anew. */
    void ownerLeft(Instant now) {
        if (state != LeadState.ACCEPTED) {
            expect(LeadState.OFFERED);
        }
        become(LeadState.NEW, now);
        ownerId = null;
        queueId = null;
    }

    /** Nobody is in its queue any more, so that the rules decide anew. */
    void queueEmptied(Instant now) {
        expect(LeadState.QUEUED);
        become(LeadState.NEW, now);
        queueId = null;
    }

    void accepted(Instant now) {
        expect(LeadState.OFFERED);
        become(LeadState.ACCEPTED, now);
    }

    /** A member of the queue takes the lead; the queue is kept, so that the other members can be told. */
    void takenBy(UUID partnerUserId, Instant now) {
        expect(LeadState.QUEUED);
        become(LeadState.ACCEPTED, now);
        ownerId = partnerUserId;
    }

    /** The partner user who entered it keeps it. */
    void keptBy(UUID partnerUserId, Instant now) {
        expect(LeadState.NEW);
        become(LeadState.ACCEPTED, now);
        ownerId = partnerUserId;
    }

    void becameDeal(UUID deal, Instant now) {
        expect(LeadState.ACCEPTED);
        become(LeadState.CONVERTED, now);
        dealId = deal;
    }

    boolean isAccepted() {
        return state == LeadState.ACCEPTED || state == LeadState.CONVERTED;
    }

    private void become(LeadState next, Instant now) {
        state = next;
        stateSince = now;
    }

    private void expect(LeadState expected) {
        if (state != expected) {
            throw Problems.conflict(
                    "Expected a lead that %s, but this one %s.".formatted(expected.words(), state.words()));
        }
    }

    private void refuseWhenAccepted(String step) {
        if (isAccepted()) {
            throw Problems.conflict("Expected a lead that can be %s, but this one %s.".formatted(step, state.words()));
        }
    }

    public LeadDetails details() {
        return details;
    }

    public LeadState state() {
        return state;
    }

    public Instant stateSince() {
        return stateSince;
    }

    /** The partner user who is asked, or who has accepted. */
    public @Nullable UUID ownerId() {
        return ownerId;
    }

    /** Where it waits, or where its owner took it from. */
    public @Nullable UUID queueId() {
        return queueId;
    }

    public @Nullable UUID dealId() {
        return dealId;
    }

    /** The user who entered it; null for the system. */
    public @Nullable UUID submittedBy() {
        return submittedBy;
    }

    public @Nullable String externalId() {
        return externalId;
    }
}
