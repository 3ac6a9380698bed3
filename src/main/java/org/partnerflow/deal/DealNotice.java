package org.partnerflow.deal;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

import org.partnerflow.audit.Unrecorded;
import org.partnerflow.shared.OrganisationRecord;

/** Something that a person is told about a deal, in the application. */
@Unrecorded
@Entity
@Table(name = "deal_notice")
class DealNotice extends OrganisationRecord {
    @Column(name = "deal_id", updatable = false)
    private UUID dealId;

    @Column(name = "user_id", updatable = false)
    private UUID userId;

    @Column(updatable = false)
    private String message;

    /** The note or file that it tells of; null when it tells of the deal. */
    @Column(name = "addition_id", updatable = false)
    @Nullable
    private UUID additionId;

    @Column(name = "read_at")
    @Nullable
    private Instant readAt;

    protected DealNotice() {}

    DealNotice(UUID dealId, UUID userId, String message, @Nullable UUID additionId) {
        this.additionId = additionId;
        this.dealId = dealId;
        this.userId = userId;
        this.message = message;
    }

    void read(Instant at) {
        if (readAt == null) {
            readAt = at;
        }
    }

    UUID dealId() {
        return dealId;
    }

    String message() {
        return message;
    }

    @Nullable
    Instant readAt() {
        return readAt;
    }
}
