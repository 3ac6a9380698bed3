package org.partnerflow.shared;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PrePersist;
import jakarta.persistence.Version;

import io.quarkus.arc.Arc;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.Filter;
import org.hibernate.annotations.FilterDef;
import org.hibernate.annotations.ParamDef;
import org.hibernate.annotations.UpdateTimestamp;

/**
 * A record of one organisation. The organisation is set when the record is first stored, here; every query is filtered by it, here,
 * and every look-up by id, by {@link OwnRecordsOnly}.
 */
@MappedSuperclass
@FilterDef(
        name = OrganisationRecord.FILTER,
        parameters = @ParamDef(name = "organisation", type = UUID.class, resolver = CurrentOrganisation.class),
        defaultCondition = "organisation_id = :organisation",
        autoEnabled = true)
@Filter(name = OrganisationRecord.FILTER)
public abstract class OrganisationRecord {
    static final String FILTER = "organisation";

    @Id
    private UUID id = Ids.next();

    @Column(name = "organisation_id", nullable = false, updatable = false)
    private UUID organisationId;

    @Version
    private int version;

    @CreationTimestamp
    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @UpdateTimestamp
    @Column(name = "updated_at", nullable = false)
    private Instant updatedAt;

    @PrePersist
    void belongToTheActorsOrganisation() {
        organisationId = Arc.container().instance(Actors.class).get().current().organisation();
    }

    public UUID id() {
        return id;
    }

    public UUID organisationId() {
        return organisationId;
    }

    public int version() {
        return version;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    /** As {@link #expectVersion(int)}; the refusal says what is stored beside what was asked for. */
    public <R extends Record> void expectVersion(int seen, R stored, R wanted) {
        if (seen != version) {
            throw Problems.stale(seen, version, Differences.between(stored, wanted));
        }
    }

    /** Refuses an edit that was made on an older state than the stored one (409). */
    public void expectVersion(int seen) {
        if (seen != version) {
            throw Problems.stale(seen, version);
        }
    }
}
