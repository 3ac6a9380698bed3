package org.partnerflow.deal;

import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.partnerflow.shared.OrganisationRecord;

/** A partner user who sees a deal that is not their own. */
@Entity
@Table(name = "deal_share")
class DealShare extends OrganisationRecord {
    @Column(name = "deal_id", updatable = false)
    private UUID dealId;

    @Column(name = "user_id", updatable = false)
    private UUID userId;

    @Column(name = "shared_by_name", updatable = false)
    private String sharedByName;

    protected DealShare() {}

    DealShare(UUID dealId, UUID userId, String sharedByName) {
        this.dealId = dealId;
        this.userId = userId;
        this.sharedByName = sharedByName;
    }

    UUID dealId() {
        return dealId;
    }

    UUID userId() {
        return userId;
    }

    String sharedByName() {
        return sharedByName;
    }
}
