package org.partnerflow.identity;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.hibernate.annotations.CreationTimestamp;
import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.Ids;

/** A person of the enterprise and their log-in: an address and a password that they alone change. */
@Entity
@Table(name = "app_user")
public class User {
    @Id
    private UUID id = Ids.next();

    private String email;
    private String name;

    @Column(name = "password_hash")
    @Nullable
    private String passwordHash;

    @Column(name = "last_login_at")
    @Nullable
    private Instant lastLoginAt;

    @Version
    private int version;

    @CreationTimestamp
    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    protected User() {}

    User(String email, String name) {
        this.email = email;
        this.name = name;
    }

    void setPassword(String hash) {
        passwordHash = hash;
    }

    void rename(String newName) {
        name = newName;
    }

    void moveTo(String newEmail) {
        email = newEmail;
    }

    public UUID id() {
        return id;
    }

    public String email() {
        return email;
    }

    public String name() {
        return name;
    }

    /** Whether the person can log in; until then nobody but the invited has a link to set the first password. */
    public boolean hasLogIn() {
        return passwordHash != null;
    }

    public int version() {
        return version;
    }

    /** Null until the first log-in; setting the password of an invitation counts as one. */
    public @Nullable Instant lastLoginAt() {
        return lastLoginAt;
    }

    @Nullable
    String passwordHash() {
        return passwordHash;
    }
}
