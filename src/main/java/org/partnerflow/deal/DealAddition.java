package org.partnerflow.deal;

import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MappedSuperclass;

import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.Actor;
import org.partnerflow.shared.OrganisationRecord;
import org.partnerflow.shared.Problems;

/** What somebody has added to a deal. Staff's additions are seen by partners only when shared; partners' are always shared. */
@MappedSuperclass
abstract class DealAddition extends OrganisationRecord {
    @Column(name = "deal_id", updatable = false)
    private UUID dealId;

    private boolean shared;

    @Column(name = "author_user_id", updatable = false)
    @Nullable
    private UUID authorUserId;

    @Column(name = "author_name", updatable = false)
    private String authorName;

    @Enumerated(EnumType.STRING)
    @Column(name = "author_kind", updatable = false)
    private Actor.Kind authorKind;

    protected DealAddition() {}

    DealAddition(UUID dealId, boolean shared, Actor author) {
        this.dealId = dealId;
        this.shared = shared || !author.isStaff();
        this.authorUserId = author.userId();
        this.authorName = author.name();
        this.authorKind = author.kind();
    }

    /** @param what for example "note", as the refusal says it */
    void share(boolean share, Actor by, String what) {
        if (share != shared && (authorKind == Actor.Kind.PARTNER || !by.isStaff())) {
            throw Problems.refused("A partner's %s is always shared.".formatted(what));
        }
        shared = share;
    }

    boolean isVisibleTo(Viewer viewer) {
        return shared || !viewer.isPartner();
    }

    boolean isBy(Actor actor) {
        return actor.user().equals(authorUserId);
    }

    UUID dealId() {
        return dealId;
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
