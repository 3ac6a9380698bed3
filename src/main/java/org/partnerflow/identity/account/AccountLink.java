package org.partnerflow.identity.account;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

import org.partnerflow.audit.Unrecorded;
import org.partnerflow.shared.Ids;

/** A single-use link by which a person changes their own log-in. The token is made from the id and a secret, and not stored. */
@Unrecorded
@Entity
@Table(name = "account_link")
class AccountLink {
    /** What following the link proves or does. */
    enum Purpose {
        PASSWORD_RESET("password-reset"),
        /** The owner of the present address wants another one. */
        PRESENT_ADDRESS("email-change"),
        /** Whoever asked for the other address can read there. */
        OTHER_ADDRESS("email-change");

        final String page;

        Purpose(String page) {
            this.page = page;
        }
    }

    @Id
    UUID id = Ids.next();

    @Column(name = "user_id", updatable = false)
    UUID userId;

    @Enumerated(EnumType.STRING)
    Purpose purpose;

    /** The address that the log-in is to get; null for a password. */
    @Nullable
    String email;

    @Column(name = "token_hash")
    byte[] tokenHash;

    @Column(name = "issued_at")
    Instant issuedAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "used_at")
    @Nullable
    Instant usedAt;

    @Column(name = "revoked_at")
    @Nullable
    Instant revokedAt;

    protected AccountLink() {}

    AccountLink(UUID userId, Purpose purpose, @Nullable String email, Instant issuedAt, Duration valid) {
        this.userId = userId;
        this.purpose = purpose;
        this.email = email;
        this.issuedAt = issuedAt;
        this.expiresAt = issuedAt.plus(valid);
    }

    boolean usableAt(Instant now) {
        return usedAt == null && revokedAt == null && now.isBefore(expiresAt);
    }
}
