package org.partnerflow.audit;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Filter;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.Actor;
import org.partnerflow.shared.Ids;

/** One change: who, what, when, from where. Never changed, never deleted. */
@Entity
@Immutable
@Table(name = "audit_entry")
@Filter(name = "organisation")
class AuditEntry {
    @Id
    UUID id = Ids.next();

    @Column(name = "organisation_id")
    @Nullable
    UUID organisationId;

    @Column(name = "recorded_at", nullable = false)
    Instant recordedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "actor_kind", nullable = false)
    Actor.Kind actorKind;

    @Column(name = "actor_user_id")
    @Nullable
    UUID actorUserId;

    @Column(name = "actor_name", nullable = false)
    String actorName;

    @Nullable
    String address;

    String action;

    @Column(name = "record_type", nullable = false)
    String recordType;

    @Column(name = "record_id", nullable = false)
    UUID recordId;

    String details;

    /** Ties it to the changes of records in the same transaction. */
    @Column(name = "change_set")
    @Nullable
    UUID changeSet;

    protected AuditEntry() {}

    AuditEntry(Instant at, Actor actor, AuditAction action, UUID recordId, String details, UUID changeSet) {
        this.recordedAt = at;
        this.organisationId = actor.organisationId();
        this.actorKind = actor.kind();
        this.actorUserId = actor.userId();
        this.actorName = actor.name();
        this.address = actor.address();
        this.action = action.word();
        this.recordType = action.recordType().word();
        this.recordId = recordId;
        this.details = details;
        this.changeSet = changeSet;
    }
}
