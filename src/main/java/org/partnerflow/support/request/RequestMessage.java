package org.partnerflow.support.request;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.partnerflow.shared.OrganisationRecord;

/** What somebody wrote in the conversation of a request. */
@Entity
@Table(name = "request_message")
class RequestMessage extends OrganisationRecord {
    @Column(name = "request_id", updatable = false)
    private UUID requestId;

    @Column(name = "author_id", updatable = false)
    private UUID authorId;

    @Column(name = "from_customer", updatable = false)
    private boolean fromCustomer;

    @Column(name = "body", updatable = false)
    private String text;

    @Column(name = "written_at", updatable = false)
    private Instant writtenAt;

    protected RequestMessage() {}

    RequestMessage(UUID requestId, UUID authorId, boolean fromCustomer, String text, Instant now) {
        this.requestId = requestId;
        this.authorId = authorId;
        this.fromCustomer = fromCustomer;
        this.text = Subject.checkedText("text", text);
        this.writtenAt = now;
    }

    UUID authorId() {
        return authorId;
    }

    boolean fromCustomer() {
        return fromCustomer;
    }

    String text() {
        return text;
    }

    Instant writtenAt() {
        return writtenAt;
    }
}
