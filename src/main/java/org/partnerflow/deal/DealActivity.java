package org.partnerflow.deal;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.partnerflow.audit.AuditTrail;
import org.partnerflow.shared.Page;

/** What happened to a deal, from the audit trail: all of it for staff, its progress for partners. */
@ApplicationScoped
public class DealActivity {
    private static final Set<String> FOR_PARTNERS =
            Set.of("deal.created", "deal.edited", "deal.moved", "deal.stage-entered", "deal.won", "deal.lost");

    private static final Set<String> FOR_PARTNERS_IF_SHARED = Set.of("deal.note-added", "deal.file-added");

    @Inject
    DealAccess access;

    @Inject
    AuditTrail trail;

    /** One thing that happened. */
    @Schema(name = "DealActivityLine")
    public record Line(UUID id, Instant at, String actor, String action, Map<String, Object> details) {
        static Line from(AuditTrail.Line line) {
            return new Line(line.id(), line.at(), line.actor(), line.action(), line.details());
        }
    }

    /** Newest first; a partner's page may hold fewer lines than asked for. */
    @Transactional
    public Page<Line> of(UUID dealId, @Nullable UUID before, int limit) {
        access.read(dealId);
        boolean partner = access.viewer().isPartner();
        var page = trail.lines(dealId, before, limit);
        var lines = page.items().stream()
                .filter(line -> !partner || isForPartners(line))
                .map(Line::from)
                .toList();
        return new Page<>(lines, page.next());
    }

    private static boolean isForPartners(AuditTrail.Line line) {
        return FOR_PARTNERS.contains(line.action())
                || FOR_PARTNERS_IF_SHARED.contains(line.action())
                        && Boolean.TRUE.equals(line.details().get("shared"));
    }
}
