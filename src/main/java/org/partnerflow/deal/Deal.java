package org.partnerflow.deal;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.OrganisationRecord;
import org.partnerflow.shared.Problems;
import org.partnerflow.shared.Texts;

/**
 * A deal on its way through a workflow. Where it stands is told by the process: an open visit of a stage. Between two visits it is
 * moving, and its column is already the one that it moves to.
 */
@Entity
@Table(name = "deal")
public class Deal extends OrganisationRecord {
    private static final int LONGEST_PROBLEM = 1_000;
    static final Duration STUCK_AFTER = Duration.ofMinutes(1);
    private static final Duration USUAL_WAY = Duration.ofSeconds(3);

    @Column(name = "workflow_id", updatable = false)
    private UUID workflowId;

    @Column(name = "workflow_version_id")
    private UUID workflowVersionId;

    private String name;

    @Nullable
    private BigDecimal amount;

    @Column(columnDefinition = "char(3)")
    @Nullable
    private String currency;

    @Enumerated(EnumType.STRING)
    private DealState state = DealState.OPEN;

    @Column(name = "board_column")
    private String column;

    @Column(name = "column_since")
    private Instant columnSince;

    @Column(name = "due_at")
    @Nullable
    private Instant dueAt;

    /** Loaded with the deal: whoever moves one needs both. */
    @OneToOne
    @JoinColumn(name = "visit_id")
    @Nullable
    private StageVisit visit;

    @Embedded
    private Passage passage = new Passage();

    @Column(name = "owner_user_id")
    private UUID ownerUserId;

    @Column(name = "partner_user_id")
    @Nullable
    private UUID partnerUserId;

    @Column(name = "partner_account_id")
    @Nullable
    private UUID partnerAccountId;

    @Column(name = "closed_at")
    @Nullable
    private Instant closedAt;

    @Embedded
    @Nullable
    private DealRequest request;

    @Nullable
    private String problem;

    private int edition;

    protected Deal() {}

    /** Whose deal it is. */
    record Parties(
            UUID ownerUserId,
            @Nullable UUID partnerUserId,
            @Nullable UUID partnerAccountId) {}

    /** A new deal; its process brings it to its first stage. */
    Deal(DealVersions.Version version, Parties parties, Instant at) {
        this.workflowId = version.workflowId();
        beginOn(version, at);
        this.ownerUserId = parties.ownerUserId();
        this.partnerUserId = parties.partnerUserId();
        this.partnerAccountId = parties.partnerAccountId();
    }

    void describe(String newName, @Nullable Money value) {
        name = Texts.line("name", newName, 200);
        amount = value == null ? null : value.amount();
        currency = value == null ? null : value.currency();
    }

    void giveTo(UUID owner) {
        ownerUserId = owner;
    }

    /** Another user of the same partner works on it; null for none of them. */
    void passTo(@Nullable UUID partnerUser) {
        partnerUserId = partnerUser;
    }

    /** Counts the edits by people, so that a move in between makes no edit stale. */
    void edited() {
        edition++;
    }

    /** Sets out on the way to the first stage of a version. */
    void beginOn(DealVersions.Version version, Instant at) {
        workflowVersionId = version.id();
        column = version.entryColumn();
        columnSince = at;
        passage.begin(version.waitsOn(version.analysis().entry().getFirst()));
    }

    /** The process has reached a stage. */
    void arrive(StageVisit arrival) {
        expectOpen("arrive at a stage");
        visit = arrival;
        rest();
        workflowVersionId = arrival.workflowVersionId();
        column = arrival.elementId();
        columnSince = arrival.enteredAt();
        dueAt = arrival.dueAt();
    }

    /** Nothing is on its way any more. */
    private void rest() {
        passage.begin(false);
        request = null;
        problem = null;
    }

    /**
     * Somebody moves the deal on; the process follows.
     *
     * @param waits the diagram lets the deal rest on the way
     */
    void leaveFor(String targetColumn, boolean waits, Instant at) {
        expectOpen("be moved");
        if (visit != null) {
            passage.leave(visit);
        }
        visit = null;
        passage.begin(waits);
        request = null;
        column = targetColumn;
        columnSince = at;
        dueAt = null;
    }

    /** Goes on from a wait before its time; others may lie ahead. */
    void skipWait(String waitId, boolean waitsAgain, Instant at) {
        expectOpen("be moved");
        passage.skip(waitId, waitsAgain, at);
        columnSince = at;
    }

    void close(DealState result, Instant at) {
        expectOpen("be closed");
        state = result;
        visit = null;
        rest();
        column = result.name();
        columnSince = at;
        dueAt = null;
        closedAt = at;
    }

    /** The process engine was asked for something that it may refuse. */
    void asked(DealRequest newRequest) {
        expectOpen("be moved");
        request = newRequest;
        problem = null;
    }

    void migrated(UUID versionId) {
        workflowVersionId = versionId;
        request = null;
        problem = null;
    }

    void refused(String why) {
        request = null;
        failed(why);
    }

    /** The process engine did not do what was asked; the deal says so until the next step succeeds. */
    void failed(String why) {
        problem = Texts.cut(why, LONGEST_PROBLEM);
    }

    private void expectOpen(String purpose) {
        if (state != DealState.OPEN) {
            throw Problems.conflict("Expected an open deal to %s, but %s is %s."
                    .formatted(purpose, name, state == DealState.WON ? "won" : "lost"));
        }
    }

    boolean isOpen() {
        return state == DealState.OPEN;
    }

    /** Between two stages: the process has not told yet where the deal stands. */
    boolean isMoving() {
        return isOpen() && visit == null;
    }

    /** Resting between two stages, because the diagram says so. */
    boolean isWaiting() {
        return passage.waiting();
    }

    /** On its way for longer than it usually takes. */
    boolean isLateAt(Instant now) {
        return isOnItsWayFor(USUAL_WAY, now);
    }

    boolean isStuckAt(Instant now) {
        return isOnItsWayFor(STUCK_AFTER, now);
    }

    private boolean isOnItsWayFor(Duration longer, Instant now) {
        boolean isMigrating = migratingToId() != null;
        var since = isMigrating && request.at() != null ? request.at() : columnSince;
        return isOpen()
                && (isMigrating || visit == null && !isWaiting())
                && since.plus(longer).isBefore(now);
    }

    public int edition() {
        return edition;
    }

    public UUID workflowId() {
        return workflowId;
    }

    public UUID workflowVersionId() {
        return workflowVersionId;
    }

    public String name() {
        return name;
    }

    public @Nullable Money value() {
        return amount == null || currency == null ? null : new Money(amount, currency);
    }

    public DealState state() {
        return state;
    }

    /** The element id of a stage, or the state of a closed deal. */
    public String column() {
        return column;
    }

    public Instant columnSince() {
        return columnSince;
    }

    public @Nullable Instant dueAt() {
        return dueAt;
    }

    @Nullable
    StageVisit visit() {
        return visit;
    }

    public @Nullable UUID visitId() {
        return visit == null ? null : visit.id();
    }

    public UUID ownerUserId() {
        return ownerUserId;
    }

    public @Nullable UUID partnerUserId() {
        return partnerUserId;
    }

    public @Nullable UUID partnerAccountId() {
        return partnerAccountId;
    }

    public @Nullable Instant closedAt() {
        return closedAt;
    }

    Passage passage() {
        return passage;
    }

    @Nullable
    DealRequest request() {
        return request;
    }

    @Nullable
    UUID migratingToId() {
        return request == null ? null : request.targetVersionId();
    }

    /** Why the last step with the process failed, in words; null when nothing is wrong. */
    public @Nullable String problem() {
        return problem;
    }
}
