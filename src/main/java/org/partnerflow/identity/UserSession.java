package org.partnerflow.identity;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

import org.partnerflow.audit.Unrecorded;
import org.partnerflow.identity.proof.Client;
import org.partnerflow.shared.Ids;

/** A log-in that lasts until it is ended or was idle for too long. Only the hash of its token is stored. */
@Unrecorded
@Entity
@Table(name = "user_session")
class UserSession {
    @Id
    UUID id = Ids.next();

    @Column(name = "token_hash")
    byte[] tokenHash;

    @Column(name = "user_id")
    UUID userId;

    @Column(name = "organisation_id")
    UUID organisationId;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Nullable
    String address;

    @Nullable
    String device;

    protected UserSession() {}

    UserSession(
            byte[] tokenHash, UUID userId, UUID organisationId, Client client, Instant createdAt, Instant expiresAt) {
        this.address = client.address();
        this.device = client.device();
        this.tokenHash = tokenHash;
        this.userId = userId;
        this.organisationId = organisationId;
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
    }
}
