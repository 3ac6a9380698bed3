package org.partnerflow.deal;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.partnerflow.audit.AuditAction;
import org.partnerflow.audit.AuditTrail;
import org.partnerflow.diagram.DiagramAnalysis.Stage;

/** Begins the process of a deal anew where the deal is, when the engine has lost it: the visit and its due time stay, timers go on. */
@ApplicationScoped
class DealRecovery {
    @Inject
    Deals deals;

    @Inject
    StageVisits visits;

    @Inject
    DealVersions versions;

    @Inject
    DealMigrationService migration;

    @Inject
    DealEngine engine;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /**
     * @param openJob of the visit at which the deal was seen; if it stands elsewhere by now, and not all instances are gone, nothing is done
     * @param anotherEngine all instances are gone; otherwise the process of a deal on its way to no stage may have ended as drawn
     */
    @Transactional
    Optional<String> beginAnew(UUID dealId, @Nullable Long openJob, boolean anotherEngine) {
        var deal = deals.lock(dealId).orElseThrow(DealAccess::notFound);
        var job = deal.visit() == null ? null : deal.visit().jobKey();
        if (!deal.isOpen() || (!anotherEngine && !Objects.equals(openJob, job))) {
            return Optional.empty();
        }
        var version = versions.of(deal.workflowVersionId());
        var found = atItsPlace(deal, version);
        if (found.isEmpty() && (anotherEngine || version.find(deal.column()).isPresent())) {
            found = Optional.of(onItsWay(deal, version));
        }
        found.ifPresent(place -> audit.record(AuditAction.DEAL_BEGUN_ANEW, dealId, Map.of("place", place)));
        return found;
    }

    private Optional<String> atItsPlace(Deal deal, DealVersions.Version version) {
        var now = clock.instant();
        return migration.path(deal, version, now).map(path -> {
            engine.beginAnew(deal, version, path.target().elementId(), migration.variables(deal, path, now));
            return path.target().name();
        });
    }

    /** The stage that it was on its way to; where it was to end, the last one again: what was chosen there is lost. */
    private String onItsWay(Deal deal, DealVersions.Version version) {
        var stage = version.find(deal.column())
                .or(() -> lastStage(deal, version))
                .orElseGet(() -> version.stages().getFirst());
        deal.leaveFor(stage.elementId(), false, clock.instant());
        engine.beginAt(deal, version, stage.elementId(), Map.of());
        return stage.name();
    }

    private Optional<Stage> lastStage(Deal deal, DealVersions.Version version) {
        return visits.ofDeal(deal.id()).reversed().stream()
                .flatMap(visit -> version.find(visit.elementId()).stream())
                .findFirst();
    }
}
