package org.partnerflow.deal;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.LazyGroup;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

import org.partnerflow.engine.Diagrams;
import org.partnerflow.shared.Actor;
import org.partnerflow.shared.OrganisationRecord;

/**
 * A diagram that somebody published: who, when and why, and what the process engine made of it. The long texts are read when they are
 * asked for, so that lists leave them alone.
 */
@Entity
@Table(name = "workflow_version")
class WorkflowVersion extends OrganisationRecord {
    enum State {
        /** On its way to the process engine. */
        PUBLISHING,
        PUBLISHED,
        /** The process engine did not accept it; nothing was changed. */
        REFUSED
    }

    @Column(name = "workflow_id", updatable = false)
    private UUID workflowId;

    @Nullable
    private Integer number;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private State state = State.PUBLISHING;

    /** The workflow while this version is on its way: unique, so that only one is. */
    @Column(name = "publishing_of")
    @Nullable
    private UUID publishingOf;

    @Lob
    @Basic(fetch = FetchType.LAZY)
    @LazyGroup("diagram")
    @Column(updatable = false)
    private String diagram;

    @Lob
    @Basic(fetch = FetchType.LAZY)
    @LazyGroup("analysis")
    @Column(updatable = false)
    private String analysis;

    @Column(updatable = false)
    private String remark;

    @Column(name = "author_id", updatable = false)
    @Nullable
    private UUID authorId;

    @Column(name = "author_name", updatable = false)
    private String authorName;

    @Column(name = "published_at")
    @Nullable
    private Instant publishedAt;

    @Column(name = "process_version")
    @Nullable
    private Integer processVersion;

    @Column(name = "definition_key")
    @Nullable
    private Long definitionKey;

    @Column(name = "carries_timers")
    private boolean carriesTimers;

    @Lob
    @Basic(fetch = FetchType.LAZY)
    @LazyGroup("refusal")
    @Nullable
    private String refusal;

    protected WorkflowVersion() {}

    /** @param analysis what the diagram says, as JSON */
    WorkflowVersion(UUID workflowId, String diagram, String analysis, String remark, Actor author) {
        this.workflowId = workflowId;
        this.publishingOf = workflowId;
        this.diagram = diagram;
        this.analysis = analysis;
        this.remark = remark;
        this.authorId = author.userId();
        this.authorName = author.name();
    }

    void published(int asNumber, Diagrams.Deployed deployed, Instant at) {
        expectPublishing();
        state = State.PUBLISHED;
        publishingOf = null;
        number = asNumber;
        processVersion = deployed.version();
        definitionKey = deployed.processDefinitionKey();
        carriesTimers = true;
        publishedAt = at;
    }

    /** @param problems as JSON */
    void refused(String problems) {
        expectPublishing();
        state = State.REFUSED;
        publishingOf = null;
        refusal = problems;
    }

    private void expectPublishing() {
        if (state != State.PUBLISHING) {
            throw new IllegalStateException("Expected a version on its way, but it is " + state);
        }
    }

    UUID workflowId() {
        return workflowId;
    }

    State state() {
        return state;
    }

    /** Counted from 1 in each workflow; null until published. */
    @Nullable
    Integer number() {
        return number;
    }

    String diagram() {
        return diagram;
    }

    String analysis() {
        return analysis;
    }

    String remark() {
        return remark;
    }

    String authorName() {
        return authorName;
    }

    @Nullable
    Instant publishedAt() {
        return publishedAt;
    }

    @Nullable
    Integer processVersion() {
        return processVersion;
    }

    @Nullable
    Long definitionKey() {
        return definitionKey;
    }

    /** Whether timers go on where they were when a deal begins anew on this version. */
    boolean carriesTimers() {
        return carriesTimers;
    }

    @Nullable
    String refusal() {
        return refusal;
    }
}
