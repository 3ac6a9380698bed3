package org.partnerflow.deal;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.partnerflow.audit.AuditTrail;
import org.partnerflow.engine.ProcessAnswer;
import org.partnerflow.engine.Processes;
import org.partnerflow.shared.Problems;

/** Moves running deals to other versions of their workflow, and puts stuck ones on a stage. */
@ApplicationScoped
public class DealMigrationService {
    @Inject
    Deals deals;

    @Inject
    DealAccess access;

    @Inject
    Workflows workflows;

    @Inject
    DealVersions versions;

    @Inject
    Processes processes;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /** What moving the deal to a version would mean; changes nothing. */
    @Transactional
    public MigrationPlan plan(UUID dealId, int number) {
        var deal = access.read(dealId);
        return plan(deal, versions.numbered(deal.workflowId(), number));
    }

    /** Asks the process engine to move the deal; until it has answered, the deal cannot be moved on. */
    @Transactional
    public MigrationPlan migrate(UUID dealId, int number) {
        var deal = access.lock(dealId);
        var target = versions.numbered(deal.workflowId(), number);
        var plan = plan(deal, target);
        if (!plan.possible()) {
            throw Problems.refused(String.join(" ", plan.blockers()), Map.of("blockers", plan.blockers()));
        }
        deal.beginMigration(target.id());
        processes.migrate(
                workflows.workflow(deal.workflowId()).processId(),
                dealId,
                target.definitionKey(),
                plan.mappings().stream()
                        .collect(Collectors.toMap(
                                MigrationPlan.Mapping::fromElementId, MigrationPlan.Mapping::toElementId)));
        audit.record("deal.migration-requested", "deal", dealId, Map.of("from", plan.from(), "to", plan.to()));
        return plan;
    }

    /** Puts a deal that stands on no stage on one of its version. */
    @Transactional
    public void putOn(UUID dealId, String elementId) {
        var deal = access.lock(dealId);
        if (!deal.isStuckAt(clock.instant())) {
            throw Problems.refused(
                    deal.isOpen()
                            ? "Expected a deal that has stood on no stage for a minute, but %s is not stuck."
                                    .formatted(deal.name())
                            : "Expected an open deal, but %s is closed.".formatted(deal.name()));
        }
        var version = versions.of(deal.workflowVersionId());
        var stage = version.find(elementId)
                .orElseThrow(() -> Problems.invalid("elementId", "Expected a stage of the deal's version."));
        deal.leaveFor(elementId, false, clock.instant());
        processes.putOn(
                workflows.workflow(deal.workflowId()).processId(),
                versions.processVersion(version),
                dealId,
                elementId,
                Map.of());
        audit.record("deal.put-on-stage", "deal", dealId, Map.of("stage", stage.name()));
    }

    /** The process engine has answered. It may say the same again, and then nothing changes. */
    @Transactional
    void answered(@Observes ProcessAnswer answer) {
        var deal = deals.lock(answer.recordId()).orElse(null);
        if (deal == null || !deal.isOpen()) {
            return;
        }
        if (answer.kind() == ProcessAnswer.Kind.MIGRATED && deal.migratingToId() != null) {
            migrated(deal, answer);
        } else if (answer.kind() == ProcessAnswer.Kind.PUT_ON && !answer.done() && deal.isMoving()) {
            deal.failed("The process engine could not put the deal on a stage: " + answer.refusal());
            audit.record("deal.put-on-stage-refused", "deal", deal.id(), Map.of("reason", answer.refusal()));
        }
    }

    private void migrated(Deal deal, ProcessAnswer answer) {
        var target = versions.of(deal.migratingToId());
        if (!answer.done()) {
            deal.migrationRefused("The process engine refused to move the deal to version %d: %s"
                    .formatted(target.number(), answer.refusal()));
            audit.record(
                    "deal.migration-refused",
                    "deal",
                    deal.id(),
                    Map.of("to", target.number(), "reason", answer.refusal()));
            return;
        }
        var visit = deal.visit();
        if (visit != null) {
            target.find(visit.elementId()).ifPresent(stage -> visit.continueOn(target.id(), stage));
        }
        deal.migrated();
        audit.record("deal.migrated", "deal", deal.id(), Map.of("to", target.number()));
    }

    private MigrationPlan plan(Deal deal, DealVersions.Version target) {
        var visit = deal.visit();
        var from = versions.of(deal.workflowVersionId());
        var timers = visit == null
                ? List.<String>of()
                : Stream.of(from, target)
                        .flatMap(version -> versions.timersAt(version, visit.elementId()).stream())
                        .distinct()
                        .toList();
        return MigrationPlan.of(deal, visit, from, target, timers);
    }
}
