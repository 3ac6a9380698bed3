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

/** A tenant: a branch or company of one enterprise. Organisations form a tree. */
@Entity
@Table(name = "organisation")
public class Organisation {
    @Id
    private UUID id = Ids.next();

    @Column(name = "parent_id")
    @Nullable
    private UUID parentId;

    private String name;

    @Column(name = "owner_user_id")
    @Nullable
    private UUID ownerUserId;

    @Version
    private int version;

    @CreationTimestamp
    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    protected Organisation() {}

    Organisation(String name, @Nullable UUID parentId) {
        this.name = name;
        this.parentId = parentId;
    }

    void ownedBy(UUID userId) {
        ownerUserId = userId;
    }

    public UUID id() {
        return id;
    }

    public @Nullable UUID parentId() {
        return parentId;
    }

    public String name() {
        return name;
    }

    /** Invitations come from this user. */
    public @Nullable UUID ownerUserId() {
        return ownerUserId;
    }
}
