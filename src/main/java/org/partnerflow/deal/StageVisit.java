package org.partnerflow.deal;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

import org.partnerflow.diagram.DiagramAnalysis.Move;
import org.partnerflow.diagram.DiagramAnalysis.Stage;
import org.partnerflow.shared.Actor;
import org.partnerflow.shared.OrganisationRecord;

/** A stay of a deal at a stage: from the arrival of its job until somebody moves the deal on. */
@Entity
@Table(name = "stage_visit")
class StageVisit extends OrganisationRecord {
    @Column(name = "deal_id", updatable = false)
    private UUID dealId;

    @Column(name = "workflow_version_id")
    private UUID workflowVersionId;

    @Column(name = "element_id")
    private String elementId;

    @Column(name = "stage_name")
    private String stageName;

    @Column(name = "job_key")
    private long jobKey;

    @Column(name = "entered_at", updatable = false)
    private Instant enteredAt;

    @Column(name = "due_at")
    @Nullable
    private Instant dueAt;

    @Column(name = "left_at")
    @Nullable
    private Instant leftAt;

    @Nullable
    private String outcome;

    @Column(name = "moved_to")
    @Nullable
    private String movedTo;

    @Column(name = "left_by_user_id")
    @Nullable
    private UUID leftByUserId;

    @Column(name = "left_by_name")
    @Nullable
    private String leftByName;

    protected StageVisit() {}

    StageVisit(UUID dealId, UUID workflowVersionId, Stage stage, long jobKey, Instant at) {
        this.dealId = dealId;
        this.workflowVersionId = workflowVersionId;
        this.elementId = stage.elementId();
        this.stageName = stage.name();
        this.jobKey = jobKey;
        this.enteredAt = at;
        this.dueAt = stage.dueIn().map(at::plus).orElse(null);
    }

    void leave(Move move, Actor by, Instant at) {
        leftAt = at;
        outcome = move.outcome();
        movedTo = MoveRules.targetName(move);
        leftByUserId = by.userId();
        leftByName = by.name();
    }

    /** The process went on by itself, for example by a timer. */
    void overtaken(String nextStage, Instant at) {
        leftAt = at;
        movedTo = nextStage;
        leftByName = "Workflow";
    }

    /** The deal continues this visit on another version of the workflow. */
    void continueOn(UUID versionId, Stage stage, long key) {
        jobKey = key;
        workflowVersionId = versionId;
        elementId = stage.elementId();
        stageName = stage.name();
    }

    /** The same person has made the same choice. */
    boolean isLeftBy(Actor actor, Move move) {
        return actor.userId() != null
                && actor.userId().equals(leftByUserId)
                && Objects.equals(move.outcome(), outcome)
                && MoveRules.targetName(move).equals(movedTo);
    }

    boolean isOpen() {
        return leftAt == null;
    }

    UUID dealId() {
        return dealId;
    }

    UUID workflowVersionId() {
        return workflowVersionId;
    }

    String elementId() {
        return elementId;
    }

    String stageName() {
        return stageName;
    }

    long jobKey() {
        return jobKey;
    }

    Instant enteredAt() {
        return enteredAt;
    }

    @Nullable
    Instant dueAt() {
        return dueAt;
    }

    @Nullable
    Instant leftAt() {
        return leftAt;
    }

    @Nullable
    String outcome() {
        return outcome;
    }

    @Nullable
    String movedTo() {
        return movedTo;
    }

    @Nullable
    String leftByName() {
        return leftByName;
    }
}
