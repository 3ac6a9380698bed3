package org.partnerflow.engine;

import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

import org.partnerflow.engine.feed.EngineIncidents.Incident;
import org.partnerflow.shared.OrganisationRecord;
import org.partnerflow.shared.Problems;
import org.partnerflow.shared.Texts;

/** Work of the application that keeps failing, so that a person has to look at it. */
@Entity
@Table(name = "attention_item")
class AttentionItem extends OrganisationRecord {
    private static final int LONGEST_CAUSE = 1000;
    private static final int LONGEST_NAME = 250;
    private static final int LONGEST_ELEMENT_NAME = 200;
    private static final int LONGEST_REASON = 500;

    /** A job of a process, a message of the outbox, or something that failed in the engine itself. */
    enum Kind {
        JOB,
        MESSAGE,
        INCIDENT
    }

    enum State {
        OPEN,
        /** Somebody has seen it and does not want to see it again, unless it fails in another way. */
        PUT_ASIDE,
        RESOLVED
    }

    @Enumerated(EnumType.STRING)
    private Kind kind;

    /** The job's key or the message's id, after the kind. */
    private String reference;

    @Column(name = "record_id")
    private UUID recordId;

    /** The job's type, the message's channel, or what kind of incident it is. */
    private String what;

    @Column(name = "process_id")
    private @Nullable String processId;

    @Column(name = "element_id")
    private @Nullable String elementId;

    @Column(name = "record_name")
    private @Nullable String recordName;

    @Column(name = "element_name")
    private @Nullable String elementName;

    /** Of the process; null for a message. */
    @Column(name = "instance_key")
    private @Nullable Long instanceKey;

    /** Why somebody has put it aside. */
    @Column(name = "put_aside")
    private @Nullable String putAside;

    private String cause;

    private int failures;

    @Enumerated(EnumType.STRING)
    private State state = State.OPEN;

    /** The job, as JSON; for an incident the key of its job. */
    private @Nullable String delivery;

    protected AttentionItem() {}

    AttentionItem(Delivery job, String delivery) {
        this(Kind.JOB, reference(job), job.recordId(), job.type());
        this.processId = job.processId();
        this.elementId = job.elementId();
        this.instanceKey = job.processInstanceKey();
        this.delivery = delivery;
    }

    AttentionItem(Incident incident) {
        this(
                Kind.INCIDENT,
                reference(incident),
                incident.recordId(),
                incident.errorType().toLowerCase(Locale.ROOT).replace('_', '-'));
        this.processId = incident.processId();
        this.elementId = incident.elementId();
        this.instanceKey = incident.instanceKey();
        this.delivery = Long.toString(incident.jobKey());
    }

    AttentionItem(UUID messageId, UUID recordId, String channel, @Nullable String processId) {
        this(Kind.MESSAGE, reference(messageId), recordId, channel);
        this.processId = processId;
    }

    private AttentionItem(Kind kind, String reference, UUID recordId, String what) {
        this.kind = kind;
        this.reference = reference;
        this.recordId = recordId;
        this.what = what;
    }

    /** The keys of an engine that was emptied begin anew: hence the start as well. */
    static String reference(Delivery job) {
        return "%s %d %s".formatted(Kind.JOB, job.key(), job.startId());
    }

    static String reference(Incident incident) {
        return "%s %d %s".formatted(Kind.INCIDENT, incident.key(), incident.recordId());
    }

    static String reference(UUID messageId) {
        return Kind.MESSAGE + " " + messageId;
    }

    void failed(String newCause, int newFailures) {
        var text = Texts.cut(newCause, LONGEST_CAUSE);
        if (state != State.PUT_ASIDE || !text.equals(cause)) {
            state = State.OPEN;
            putAside = null;
        }
        cause = text;
        failures = newFailures;
    }

    void name(@Nullable String newRecordName, @Nullable String newElementName) {
        recordName = newRecordName == null ? null : Texts.cut(newRecordName, LONGEST_NAME);
        elementName = newElementName == null ? null : Texts.cut(newElementName, LONGEST_ELEMENT_NAME);
    }

    void putAside(String why) {
        expectOpen();
        state = State.PUT_ASIDE;
        putAside = Texts.line("reason", why, LONGEST_REASON);
    }

    void resolve() {
        state = State.RESOLVED;
    }

    void expectOpen() {
        if (state != State.OPEN) {
            throw Problems.conflict(
                    state == State.PUT_ASIDE
                            ? "Expected an open item, but somebody has put it aside: %s".formatted(putAside)
                            : "Expected an open item, but it is resolved: somebody was quicker, or it went well by itself.");
        }
    }

    Kind kind() {
        return kind;
    }

    /** In the engine. */
    long incidentKey() {
        return Long.parseLong(reference.split(" ")[1]);
    }

    /** Of the job that had failed too often; -1 for none. */
    long incidentJobKey() {
        return Long.parseLong(String.valueOf(delivery));
    }

    /** The process instance in the engine. */
    long instance() {
        return Objects.requireNonNull(instanceKey);
    }

    UUID messageId() {
        return UUID.fromString(reference.substring(Kind.MESSAGE.name().length() + 1));
    }

    UUID recordId() {
        return recordId;
    }

    String what() {
        return what;
    }

    @Nullable
    String recordName() {
        return recordName;
    }

    @Nullable
    String elementName() {
        return elementName;
    }

    @Nullable
    String putAside() {
        return putAside;
    }

    @Nullable
    String processId() {
        return processId;
    }

    @Nullable
    String elementId() {
        return elementId;
    }

    String cause() {
        return cause;
    }

    int failures() {
        return failures;
    }

    State state() {
        return state;
    }

    @Nullable
    String delivery() {
        return delivery;
    }
}
