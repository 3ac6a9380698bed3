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
import org.partnerflow.shared.Texts;

/** A note on a deal. Staff's notes are seen by partners only when shared; partners' notes are always shared. */
@Entity
@Table(name = "deal_note")
class DealNote extends OrganisationRecord {
    static final int LONGEST = 10_000;

    @Column(name = "deal_id", updatable = false)
    private UUID dealId;

    @Column(name = "note")
    private String text;

    private boolean shared;

    @Column(name = "author_user_id", updatable = false)
    @Nullable
    private UUID authorUserId;

    @Column(name = "author_name", updatable = false)
    private String authorName;

    @Enumerated(EnumType.STRING)
    @Column(name = "author_kind", updatable = false)
    private Actor.Kind authorKind;

    protected DealNote() {}

    DealNote(UUID dealId, String text, boolean shared, Actor author) {
        this.dealId = dealId;
        this.text = checked(text);
        this.shared = shared || !author.isStaff();
        this.authorUserId = author.userId();
        this.authorName = author.name();
        this.authorKind = author.kind();
    }

    /** Changes the text, which only its author may, and whether partners see it. */
    void edit(String newText, boolean share, Actor by) {
        var checked = checked(newText);
        if (!checked.equals(text) && !by.user().equals(authorUserId)) {
            throw Problems.forbidden(
                    "Expected the author to change the text, but this note is by %s. You may change whether it is shared."
                            .formatted(authorName));
        }
        if (share != shared && (authorKind == Actor.Kind.PARTNER || !by.isStaff())) {
            throw Problems.refused("A partner's note is always shared.");
        }
        text = checked;
        shared = share;
    }

    private static String checked(String text) {
        var lines = Texts.optionalLines("text", text, LONGEST);
        if (lines == null) {
            throw Problems.invalid("text", "Expected a note of 1 to %d characters.".formatted(LONGEST));
        }
        return lines;
    }

    UUID dealId() {
        return dealId;
    }

    String text() {
        return text;
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
