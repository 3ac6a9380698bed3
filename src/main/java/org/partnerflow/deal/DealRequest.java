package org.partnerflow.deal;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.Actor;

/** What the process engine was asked for about a deal, until the deal is where it was to come. */
@Embeddable
class DealRequest {
    @Column(name = "asked_id")
    @Nullable
    private UUID messageId;

    @Column(name = "asked_by")
    @Nullable
    private UUID userId;

    @Column(name = "asked_at")
    @Nullable
    private Instant at;

    @Column(name = "migrating_to_id")
    @Nullable
    private UUID targetVersionId;

    protected DealRequest() {}

    /** @param targetVersionId null to stay on the version */
    DealRequest(UUID messageId, Actor by, Instant at, @Nullable UUID targetVersionId) {
        this.messageId = messageId;
        this.userId = by.userId();
        this.at = at;
        this.targetVersionId = targetVersionId;
    }

    /** An answer to something that was asked for before says nothing about this. */
    boolean isAnsweredBy(UUID message) {
        return messageId == null || messageId.equals(message);
    }

    boolean isBy(Actor actor) {
        return userId != null && userId.equals(actor.userId());
    }

    @Nullable
    UUID targetVersionId() {
        return targetVersionId;
    }

    @Nullable
    Instant at() {
        return at;
    }
}
