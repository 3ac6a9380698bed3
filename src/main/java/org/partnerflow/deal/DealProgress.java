package org.partnerflow.deal;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.partnerflow.audit.AuditAction;
import org.partnerflow.audit.AuditTrail;
import org.partnerflow.engine.Job;
import org.partnerflow.portal.PortalNotification;

/** Follows the process of a deal: records where it has come to. */
@ApplicationScoped
class DealProgress {
    @Inject
    Deals deals;

    @Inject
    StageVisits visits;

    @Inject
    DealVersions versions;

    @Inject
    DealMigrationService migration;

    @Inject
    DealMessages messages;

    @Inject
    DealEndings endings;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /** The process has reached a stage. A job that is delivered again changes nothing. */
    @Transactional
    void arrive(Job job) {
        var deal = deals.lock(job.recordId()).orElseThrow(DealAccess::notFound);
        if (endings.isOver(job)) {
            return;
        }
        var now = clock.instant();
        var version = versions.running(deal, job.processVersion());
        var stage = version.stage(job.elementId());
        var open = deal.visit();
        if (open != null) {
            if (open.jobKey() == job.key()) {
                return;
            }
            if (migration.continues(deal, version, job)) {
                return;
            }
            open.overtaken(stage.name(), now);
        }
        var visit = new StageVisit(deal.id(), version.id(), stage, job.key(), now);
        visits.persist(visit);
        deal.arrive(visit);
        audit.record(AuditAction.DEAL_STAGE_ENTERED, deal.id(), Map.of("stage", stage.name()));
        messages.tellPartners(deal, PortalNotification.DEAL_MOVED, "Your deal is now at " + stage.name());
    }

    /** Somebody ends a deal whose process cannot go on. */
    @Transactional
    void end(UUID dealId, String reason) {
        var deal = deals.lock(dealId).orElseThrow(DealAccess::notFound);
        if (deal.visit() != null) {
            deal.visit().overtaken("Lost", clock.instant());
        }
        deal.close(DealState.LOST, clock.instant());
        messages.tellPartners(deal, PortalNotification.DEAL_CLOSED, "Your deal was lost");
        audit.record(AuditAction.DEAL_LOST, dealId, Map.of("reason", reason.strip()));
    }

    /** The process has decided how the deal ends. */
    @Transactional
    void close(Job job, DealState result) {
        var deal = deals.lock(job.recordId()).orElseThrow(DealAccess::notFound);
        if (!deal.isOpen()) {
            endings.closed(deal, job);
            return;
        }
        if (deal.visit() != null) {
            deal.visit().overtaken(result == DealState.WON ? "Won" : "Lost", clock.instant());
        }
        deal.close(result, clock.instant());
        messages.tellPartners(
                deal, PortalNotification.DEAL_CLOSED, "Your deal was " + (result == DealState.WON ? "won" : "lost"));
        audit.record(result == DealState.WON ? AuditAction.DEAL_WON : AuditAction.DEAL_LOST, deal.id(), Map.of());
        endings.closed(deal, job);
    }
}
