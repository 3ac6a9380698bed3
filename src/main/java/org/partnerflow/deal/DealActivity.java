package org.partnerflow.deal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

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
            return new Line(
                    line.id(),
                    line.at(),
                    line.actor(),
                    line.action(),
                    DealForPartners.told(line.action(), line.details()),
                    List.of());
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
                .filter(line -> DealForPartners.isTold(line.action(), line.details(), shared))
                .map(Line::forPartners)
                .toList();
        return new Page<>(lines, page.next());
    }
}
