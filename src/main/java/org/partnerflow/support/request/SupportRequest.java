package org.partnerflow.support.request;

import java.time.Duration;
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
import org.partnerflow.support.team.EscalationLayer;

/** A question or trouble of a customer, worked on layer by layer until it is resolved. */
@Entity
@Table(name = "support_request")
public class SupportRequest extends OrganisationRecord {
    /** The broker's clock and ours may differ by as much. */
    private static final Duration MOMENT = Duration.ofMinutes(1);

    @Column(updatable = false)
    private int number;

    @Embedded
    private Subject subject;

    @Enumerated(EnumType.STRING)
    private RequestState state = RequestState.NEW;

    @Column(name = "customer_id", updatable = false)
    private UUID customerId;

    @Column(name = "team_id", updatable = false)
    private UUID teamId;

    @Column(name = "layer_id")
    @Nullable
    private UUID layerId;

    @Column(name = "assignee_id")
    @Nullable
    private UUID assigneeId;

    @Column(name = "response_due_at")
    @Nullable
    private Instant responseDueAt;

    @Column(name = "resolution_due_at")
    @Nullable
    private Instant resolutionDueAt;

    @Column(name = "responded_at")
    @Nullable
    private Instant respondedAt;

    @Column(name = "resolved_at")
    @Nullable
    private Instant resolvedAt;

    @Column(name = "lead_told_at")
    @Nullable
    private Instant leadToldAt;

    protected SupportRequest() {}

    SupportRequest(int number, Subject subject, UUID customerId, UUID teamId) {
        this.number = number;
        this.subject = subject;
        this.customerId = customerId;
        this.teamId = teamId;
    }

    /** Comes into a layer, where nobody has it yet. */
    void enter(EscalationLayer layer) {
        expectOpen("escalated");
        takeBack();
        layerId = layer.id();
    }

    /** Is taken from who has it, and waits in the same layer. */
    void takeBack() {
        expectOpen("taken back");
        assigneeId = null;
        responseDueAt = null;
        resolutionDueAt = null;
        state = RequestState.NEW;
    }

    /** Is given to somebody, whose times run from now; once the team's lead was told, no time runs any more. */
    void assign(UUID userId, EscalationLayer layer, Instant now) {
        if (state != RequestState.NEW && state != RequestState.UNASSIGNED) {
            throw wrongState("assigned");
        }
        layerId = layer.id();
        assigneeId = userId;
        responseDueAt = leadToldAt == null ? now.plus(layer.responseTime()) : null;
        resolutionDueAt = leadToldAt == null ? now.plus(layer.resolutionTime()) : null;
        state = RequestState.ASSIGNED;
    }

    /** Has its first response of the person who has it, or of somebody for them. */
    void respond(Instant now) {
        if (state != RequestState.ASSIGNED) {
            throw wrongState("responded to");
        }
        answered(now);
        state = RequestState.RESPONDED;
    }

    /** The customer has an answer, of whoever wrote it; the first one counts. */
    void answered(Instant now) {
        if (respondedAt == null) {
            respondedAt = now;
        }
    }

    void resolve(Instant now) {
        expectOpen("resolved");
        resolvedAt = now;
        state = RequestState.RESOLVED;
    }

    /**
     * The team's lead knows that the last layer did not manage it. Whoever has the request keeps it. A time that has passed stays; one
     * that lies ahead goes, since nothing happens at it any more.
     */
    void tellLead(Instant now) {
        expectOpen("given to the team's lead");
        leadToldAt = now;
        responseDueAt = passed(responseDueAt, now);
        resolutionDueAt = passed(resolutionDueAt, now);
        if (assigneeId == null) {
            state = RequestState.UNASSIGNED;
        }
    }

    private static @Nullable Instant passed(@Nullable Instant due, Instant now) {
        return due != null && due.isAfter(now.plus(MOMENT)) ? null : due;
    }

    /** Expects a request that can go to the next layer by hand. */
    void expectCanEscalate() {
        if (leadToldAt != null && isOpen()) {
            throw Problems.conflict(
                    "Request %s is in the last layer, and the team's lead was told already.".formatted(name()));
        }
        if (state != RequestState.ASSIGNED && state != RequestState.RESPONDED) {
            throw wrongState("escalated");
        }
    }

    boolean canEscalate() {
        return leadToldAt == null && (state == RequestState.ASSIGNED || state == RequestState.RESPONDED);
    }

    boolean isOpen() {
        return state != RequestState.RESOLVED;
    }

    /** Waits for somebody in its layer. */
    boolean waitsForAssignment() {
        return state == RequestState.NEW;
    }

    /** When the person who has it must have done the next thing; null when nothing is due. */
    @Nullable
    Instant dueAt() {
        return switch (state) {
            case ASSIGNED -> responseDueAt;
            case RESPONDED -> resolutionDueAt;
            case NEW, UNASSIGNED, RESOLVED -> null;
        };
    }

    /** What people call it: "R-17". */
    String name() {
        return "R-" + number;
    }

    private void expectOpen(String verb) {
        if (!isOpen()) {
            throw wrongState(verb);
        }
    }

    private RuntimeException wrongState(String verb) {
        return Problems.conflict("Request %s cannot be %s, because it is %s.".formatted(name(), verb, state.words()));
    }

    int number() {
        return number;
    }

    Subject subject() {
        return subject;
    }

    RequestState state() {
        return state;
    }

    UUID customerId() {
        return customerId;
    }

    UUID teamId() {
        return teamId;
    }

    @Nullable
    UUID layerId() {
        return layerId;
    }

    @Nullable
    UUID assigneeId() {
        return assigneeId;
    }

    @Nullable
    Instant responseDueAt() {
        return responseDueAt;
    }

    @Nullable
    Instant resolutionDueAt() {
        return resolutionDueAt;
    }

    @Nullable
    Instant respondedAt() {
        return respondedAt;
    }

    @Nullable
    Instant resolvedAt() {
        return resolvedAt;
    }

    @Nullable
    Instant leadToldAt() {
        return leadToldAt;
    }
}
