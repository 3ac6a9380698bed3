package org.partnerflow.identity;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

import org.partnerflow.audit.Unrecorded;
import org.partnerflow.shared.Ids;

/** A single-use link by which a user sets a password. The token itself is made from the id and a secret, and not stored. */
@Unrecorded
@Entity
@Table(name = "invitation")
class Invitation {
    @Id
    UUID id = Ids.next();

    @Column(name = "user_id")
    UUID userId;

    @Column(name = "organisation_id")
    UUID organisationId;

    @Column(name = "token_hash")
    byte[] tokenHash;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "used_at")
    @Nullable
    Instant usedAt;

    @Column(name = "revoked_at")
    @Nullable
    Instant revokedAt;

    protected Invitation() {}

    Invitation(UUID userId, UUID organisationId, Instant expiresAt) {
        this.userId = userId;
        this.organisationId = organisationId;
        this.expiresAt = expiresAt;
    }

    boolean usableAt(Instant now) {
        return usedAt == null && revokedAt == null && now.isBefore(expiresAt);
    }
}
