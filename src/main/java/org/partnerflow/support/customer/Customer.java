package org.partnerflow.support.customer;

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

    protected Customer() {}

    Customer(UUID userId, Facts facts) {
        this.userId = userId;
        change(facts);
    }

    final void change(Facts facts) {
        orgUnitId = facts.orgUnitId();
        partnerAccountId = facts.partnerAccountId();
    }

    Facts facts() {
        return new Facts(orgUnitId, partnerAccountId);
    }

    public UUID userId() {
        return userId;
    }

    public UUID orgUnitId() {
        return orgUnitId;
    }

    /** The customer's own association; it goes before the one of the org unit. */
    public @Nullable UUID partnerAccountId() {
        return partnerAccountId;
    }
}
