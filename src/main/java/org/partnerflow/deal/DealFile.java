package org.partnerflow.deal;

import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.Actor;
import org.partnerflow.shared.OrganisationRecord;
import org.partnerflow.shared.Problems;

/** A file on a deal. Staff's files are seen by partners only when shared; partners' files are always shared. */
@Entity
@Table(name = "deal_file")
class DealFile extends OrganisationRecord {
    @Column(name = "deal_id", updatable = false)
    private UUID dealId;

    @Column(name = "file_id", updatable = false)
    private UUID fileId;

    private boolean shared;

    @Column(name = "author_user_id", updatable = false)
    @Nullable
    private UUID authorUserId;

    @Column(name = "author_name", updatable = false)
    private String authorName;

    @Enumerated(EnumType.STRING)
    @Column(name = "author_kind", updatable = false)
    private Actor.Kind authorKind;

    protected DealFile() {}

    DealFile(UUID dealId, UUID fileId, boolean shared, Actor author) {
        this.dealId = dealId;
        this.fileId = fileId;
        this.shared = shared || !author.isStaff();
        this.authorUserId = author.userId();
        this.authorName = author.name();
        this.authorKind = author.kind();
    }

    void share(boolean share, Actor by) {
        if (share != shared && (authorKind == Actor.Kind.PARTNER || !by.isStaff())) {
            throw Problems.refused("A partner's file is always shared.");
        }
        shared = share;
    }

    void expectMayRemove(Actor by) {
        if (!by.isStaff() && !by.user().equals(authorUserId)) {
            throw Problems.forbidden("Expected your own file, but this one is by %s.".formatted(authorName));
        }
    }

    UUID fileId() {
        return fileId;
    }

    boolean shared() {
        return shared;
    }

    @Nullable
    UUID authorUserId() {
        return authorUserId;
    }

    String authorName() {
        return authorName;
    }

    Actor.Kind authorKind() {
        return authorKind;
    }
}
