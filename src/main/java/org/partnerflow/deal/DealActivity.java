package org.partnerflow.deal;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.partnerflow.audit.AuditAction;
import org.partnerflow.audit.AuditTrail;
import org.partnerflow.shared.Page;

/** What happened to a deal, from the audit trail: all of it for staff, its progress for partners. */
@ApplicationScoped
public class DealActivity {
    private static final Set<String> FOR_PARTNERS = words(
            AuditAction.DEAL_CREATED,
            AuditAction.DEAL_EDITED,
            AuditAction.DEAL_MOVED,
            AuditAction.DEAL_STAGE_ENTERED,
            AuditAction.DEAL_WON,
            AuditAction.DEAL_LOST);

    /** What tells of an addition, by the detail with its id. */
    private static final Map<String, String> FOR_PARTNERS_IF_SHARED =
            Map.of(AuditAction.DEAL_NOTE_ADDED.word(), "noteId", AuditAction.DEAL_FILE_ADDED.word(), "fileId");

    @Inject
    DealAccess access;

    @Inject
    DealAdditions additions;

    @Inject
    AuditTrail trail;

    /** One thing that happened. */
    @Schema(name = "DealActivityLine")
    public record Line(
            UUID id,
            Instant at,
            String actor,

            @Schema(type = SchemaType.STRING, implementation = AuditAction.class)
            String action,

            Map<String, Object> details,
            List<AuditTrail.Change> changes) {
        static Line forStaff(AuditTrail.Line line) {
            return new Line(line.id(), line.at(), line.actor(), line.action(), line.details(), line.changes());
        }

        static Line forPartners(AuditTrail.Line line) {
            return new Line(line.id(), line.at(), line.actor(), line.action(), line.details(), List.of());
        }
    }

    /** Newest first; a partner's page may hold fewer lines than asked for. */
    @Transactional
    public Page<Line> of(UUID dealId, @Nullable UUID before, int limit) {
        access.read(dealId);
        boolean partner = access.viewer().isPartner();
        var page = trail.lines(dealId, before, limit);
        if (!partner) {
            return page.map(Line::forStaff);
        }
        var shared = additions.shared(dealId);
        var lines = page.items().stream()
                .filter(line -> FOR_PARTNERS.contains(line.action()) || tellsOf(line, shared))
                .map(Line::forPartners)
                .toList();
        return new Page<>(lines, page.next());
    }

    private static Set<String> words(AuditAction... actions) {
        return Arrays.stream(actions).map(AuditAction::word).collect(Collectors.toSet());
    }

    private static boolean tellsOf(AuditTrail.Line line, Set<UUID> shared) {
        var detail = FOR_PARTNERS_IF_SHARED.get(line.action());
        var id = detail == null ? null : line.details().get(detail);
        return id != null && shared.contains(UUID.fromString(id.toString()));
    }
}
