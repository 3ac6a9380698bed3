package org.partnerflow.engine;

import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.OrganisationRecord;
import org.partnerflow.shared.Problems;
import org.partnerflow.shared.Texts;

/** Work of the application that keeps failing, so that a person has to look at it. */
@Entity
@Table(name = "attention_item")
class AttentionItem extends OrganisationRecord {
    private static final int LONGEST_CAUSE = 1000;

    /** A job of a process, or a message of the outbox. */
    enum Kind {
        JOB,
        MESSAGE
    }

    enum State {
        OPEN,
        RESOLVED
    }

    @Enumerated(EnumType.STRING)
    private Kind kind;

    /** The job's key or the message's id, after the kind. */
    private String reference;

    @Column(name = "record_id")
    private UUID recordId;

    /** The job's type or the message's channel. */
    private String what;

    @Column(name = "process_id")
    private @Nullable String processId;

    @Column(name = "element_id")
    private @Nullable String elementId;

    private String cause;

    private int failures;

    @Enumerated(EnumType.STRING)
    private State state = State.OPEN;

    /** The job, as JSON. */
    private @Nullable String delivery;

    protected AttentionItem() {}

    AttentionItem(Delivery job, String delivery) {
        this(Kind.JOB, reference(job.key()), job.recordId(), job.type());
        this.processId = job.processId();
        this.elementId = job.elementId();
        this.delivery = delivery;
    }

    AttentionItem(UUID messageId, UUID recordId, String channel) {
        this(Kind.MESSAGE, reference(messageId), recordId, channel);
    }

    private AttentionItem(Kind kind, String reference, UUID recordId, String what) {
        this.kind = kind;
        this.reference = reference;
        this.recordId = recordId;
        this.what = what;
    }

    static String reference(long jobKey) {
        return Kind.JOB + " " + jobKey;
    }

    static String reference(UUID messageId) {
        return Kind.MESSAGE + " " + messageId;
    }

    void failed(String newCause, int newFailures) {
        cause = Texts.cut(newCause, LONGEST_CAUSE);
        failures = newFailures;
        state = State.OPEN;
    }

    void resolve() {
        state = State.RESOLVED;
    }

    void expectOpen() {
        if (state != State.OPEN) {
            throw Problems.conflict(
                    "Expected an open item, but it is resolved: somebody was quicker, or it went well by itself.");
        }
    }

    Kind kind() {
        return kind;
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
