package org.partnerflow.support.request;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.Actor;
import org.partnerflow.shared.OrganisationRecord;
import org.partnerflow.shared.Texts;
import org.partnerflow.support.team.EscalationLayer;

/** One try to assign a request in a layer, and how it ended. The layer's name stays as it was then. */
@Entity
@Table(name = "request_assignment")
class RequestAssignment extends OrganisationRecord {
    @Column(name = "request_id", updatable = false)
    private UUID requestId;

    @Column(name = "layer_number", updatable = false)
    private int layerNumber;

    @Column(name = "layer_name", updatable = false)
    private String layerName;

    @Column(name = "assignee_id", updatable = false)
    @Nullable
    private UUID assigneeId;

    @Column(name = "decision_id", updatable = false)
    @Nullable
    private UUID decisionId;

    @Column(updatable = false)
    private String note;

    @Column(name = "assigned_at", updatable = false)
    private Instant assignedAt;

    @Column(name = "ended_at")
    @Nullable
    private Instant endedAt;

    @Column(name = "ended_by")
    @Enumerated(EnumType.STRING)
    @Nullable
    private AssignmentEnd endedBy;

    @Column(name = "asked_by")
    @Nullable
    private String askedBy;

    @Column(name = "asked_by_id")
    @Nullable
    private UUID askedById;

    @Column(name = "asked_reason")
    @Nullable
    private String askedReason;

    protected RequestAssignment() {}

    /**
     * @param assigneeId null if nobody in the layer could take the request
     * @param note why, in a sentence
     */
    RequestAssignment(
            UUID requestId, EscalationLayer layer, @Nullable UUID assigneeId, @Nullable UUID decisionId, String note) {
        this.requestId = requestId;
        this.layerNumber = layer.number();
        this.layerName = layer.name();
        this.assigneeId = assigneeId;
        this.decisionId = decisionId;
        this.note = Texts.cut(note, 1_000);
    }

    RequestAssignment at(Instant now) {
        assignedAt = now;
        if (assigneeId == null) {
            end(AssignmentEnd.NOBODY, now);
        }
        return this;
    }

    /** Somebody asks to have the request taken away from who has it, and says why, or does not. */
    void askedToEnd(Actor actor, @Nullable String reason) {
        askedBy = actor.name();
        askedById = actor.userId();
        askedReason = reason;
    }

    void end(AssignmentEnd how, Instant now) {
        endedAt = now;
        endedBy = how;
    }

    int layerNumber() {
        return layerNumber;
    }

    String layerName() {
        return layerName;
    }

    @Nullable
    UUID assigneeId() {
        return assigneeId;
    }

    @Nullable
    UUID decisionId() {
        return decisionId;
    }

    String note() {
        return note;
    }

    Instant assignedAt() {
        return assignedAt;
    }

    /** Who asked to have it escalated or handed over. */
    @Nullable
    String askedBy() {
        return askedBy;
    }

    @Nullable
    UUID askedById() {
        return askedById;
    }

    @Nullable
    String askedReason() {
        return askedReason;
    }

    @Nullable
    Instant endedAt() {
        return endedAt;
    }

    @Nullable
    AssignmentEnd endedBy() {
        return endedBy;
    }
}
