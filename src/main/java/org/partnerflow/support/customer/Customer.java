package org.partnerflow.support.customer;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.OrganisationRecord;

/** A person who logs support requests. Belongs to an org unit, and may be associated with a partner account of their own. */
@Entity
@Table(name = "customer")
public class Customer extends OrganisationRecord {
    /** What people edit. */
    public record Facts(UUID orgUnitId, @Nullable UUID partnerAccountId) {}

    @Column(name = "user_id", updatable = false)
    private UUID userId;

    @Column(name = "org_unit_id")
    private UUID orgUnitId;

    @Column(name = "partner_account_id")
    @Nullable
    private UUID partnerAccountId;

    @Column(name = "left_at")
    @Nullable
    private Instant leftAt;

    protected Customer() {}

    Customer(UUID userId, Facts facts) {
        this.userId = userId;
        change(facts);
    }

    final void change(Facts facts) {
        orgUnitId = facts.orgUnitId();
        partnerAccountId = facts.partnerAccountId();
    }

    /** The person is no member of the organisation any more; what they have asked stays. */
    void leave(Instant at) {
        leftAt = at;
    }

    void comeBack() {
        leftAt = null;
    }

    Facts facts() {
        return new Facts(orgUnitId, partnerAccountId);
    }

    public UUID userId() {
        return userId;
    }

    /** Whether the person has been removed from the organisation. */
    boolean hasLeft() {
        return leftAt != null;
    }

    public UUID orgUnitId() {
        return orgUnitId;
    }

    /** The customer's own association; it goes before the one of the org unit. */
    public @Nullable UUID partnerAccountId() {
        return partnerAccountId;
    }
}
