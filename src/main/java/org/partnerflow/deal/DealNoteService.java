package org.partnerflow.deal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.partnerflow.audit.AuditAction;
import org.partnerflow.audit.AuditTrail;
import org.partnerflow.portal.PortalNotification;
import org.partnerflow.shared.Actors;
import org.partnerflow.shared.Differences;
import org.partnerflow.shared.Problems;

/** Notes on deals, and whether partners see them. */
@ApplicationScoped
public class DealNoteService {
    private static final String NOTE_SHARED = "A note was shared with you";

    @Inject
    DealAccess access;

    @Inject
    DealNotes notes;

    @Inject
    DealNotices notices;

    @Inject
    DealMessages messages;

    @Inject
    AuditTrail audit;

    @Inject
    Actors actors;

    @Transactional
    List<DealNote> list(UUID dealId) {
        access.read(dealId);
        return notes.ofDeal(dealId, access.viewer());
    }

    /**
     * Adds a note and returns its id.
     *
     * @param shared whether partners see it; what a partner writes is always shared
     */
    @Transactional
    public UUID write(UUID dealId, String text, boolean shared) {
        return add(dealId, text, shared).id();
    }

    @Transactional
    DealNote add(UUID dealId, String text, boolean shared) {
        var deal = access.read(dealId);
        var note = new DealNote(dealId, text, shared, actors.current());
        notes.persist(note);
        audit.record(AuditAction.DEAL_NOTE_ADDED, dealId, Map.of("noteId", note.id(), "shared", note.shared()));
        notices.tellReaders(deal, note, "wrote a note.");
        if (note.shared()) {
            messages.tellPartners(deal, PortalNotification.NOTE_SHARED, NOTE_SHARED);
        }
        return note;
    }

    @Transactional
    DealNote edit(UUID dealId, UUID noteId, String text, boolean shared, int version) {
        var deal = access.read(dealId);
        var note = notes.ofDeal(dealId, noteId)
                .filter(found -> found.isVisibleTo(access.viewer()))
                .orElseThrow(() -> Problems.notFound("Note"));
        note.expectVersion(version);
        boolean isNewToPartners = shared && !note.shared();
        var before = Content.of(note);
        note.edit(text, shared, actors.current());
        notes.flush();
        var details = new LinkedHashMap<>(Differences.asDetails(before, Content.of(note)));
        details.put("noteId", noteId);
        audit.record(AuditAction.DEAL_NOTE_EDITED, dealId, details);
        if (isNewToPartners) {
            notices.tellReaders(deal, note, "shared a note.");
            messages.tellPartners(deal, PortalNotification.NOTE_SHARED, NOTE_SHARED);
        }
        return note;
    }

    /** Whether the current user has written this since the visit began. */
    boolean isThere(StageVisit visit, String text) {
        return notes.since(visit.dealId(), visit.enteredAt()).stream()
                .anyMatch(note -> note.isBy(actors.current()) && note.says(text));
    }

    /** What is edited of a note. */
    private record Content(String text, boolean shared) {
        static Content of(DealNote note) {
            return new Content(note.text(), note.shared());
        }
    }

    boolean anySince(UUID dealId, Instant since) {
        return notes.anySince(dealId, since);
    }
}
