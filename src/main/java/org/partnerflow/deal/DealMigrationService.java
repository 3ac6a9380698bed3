package org.partnerflow.deal;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.partnerflow.audit.AuditAction;
import org.partnerflow.audit.AuditTrail;
import org.partnerflow.deal.MigrationPlan.Way;
import org.partnerflow.diagram.CarriedTimers;
import org.partnerflow.diagram.WaitingPlaces.Place;
import org.partnerflow.engine.Job;
import org.partnerflow.engine.ProcessAnswer;
import org.partnerflow.shared.Actors;
import org.partnerflow.shared.Problems;

/** Moves running deals to other versions of their workflow, and puts those that stand on no stage on one. */
@ApplicationScoped
public class DealMigrationService {
    @Inject
    Deals deals;

    @Inject
    DealAccess access;

    @Inject
    DealVersions versions;

    @Inject
    DealWaits waits;

    @Inject
    DealEngine engine;

    @Inject
    AuditTrail audit;

    @Inject
    Actors actors;

    @Inject
    Clock clock;

    /** What moving the deal to a version would mean; changes nothing. */
    @Transactional
    public MigrationPlan plan(UUID dealId, int number) {
        var deal = access.read(dealId);
        var target = versions.numbered(deal.workflowId(), number);
        return blocked(deal, target).orElseGet(() -> planned(deal, target));
    }

    /**
     * Asks the process engine to move the deal; until it has answered, the deal cannot be moved on. The same person may ask again, and
     * nothing more happens.
     */
    @Transactional
    public MigrationPlan migrate(UUID dealId, int number) {
        var deal = access.lock(dealId);
        var target = versions.numbered(deal.workflowId(), number);
        if (isAskedAgain(deal) && target.id().equals(deal.migratingToId())) {
            return planned(deal, target);
        }
        var plan = blocked(deal, target).orElseGet(() -> planned(deal, target));
        if (!plan.possible()) {
            throw Problems.refused(String.join(" ", plan.blockers()), Map.of("blockers", plan.blockers()));
        }
        var now = clock.instant();
        var path = path(deal, target, now).orElseThrow();
        engine.migrate(deal, target, path.target().elementId(), path.elements(), variables(deal, path, now));
        if (path.way() == Way.ANEW) {
            deal.passage().carry(path.carried().due());
        }
        audit.record(
                AuditAction.DEAL_MIGRATION_REQUESTED,
                dealId,
                Map.of(
                        "from",
                        plan.from(),
                        "to",
                        plan.to(),
                        "way",
                        path.way(),
                        "stage",
                        path.target().name()));
        return plan;
    }

    Map<String, ?> variables(Deal deal, MigrationPath path, Instant now) {
        var rest = path.carried().rest(now);
        var outcome = waits.outcomeOnTheWay(deal);
        return outcome.isEmpty()
                ? Map.of(CarriedTimers.VARIABLE, rest)
                : Map.of(CarriedTimers.VARIABLE, rest, WorkflowWords.OUTCOME, outcome.get());
    }

    /**
     * Puts a deal that waits, or stands on no stage, on one of its version. The same person may ask again, and nothing more happens.
     */
    @Transactional
    public void putOn(UUID dealId, String elementId) {
        var deal = access.lock(dealId);
        var version = versions.of(deal.workflowVersionId());
        var stage = version.find(elementId)
                .orElseThrow(() -> Problems.invalid("elementId", "Expected a stage of the deal's version."));
        if (isAskedAgain(deal)
                && deal.migratingToId() == null
                && deal.isMoving()
                && deal.column().equals(elementId)) {
            return;
        }
        if (!deal.isWaiting() && !deal.isStuckAt(clock.instant())) {
            throw Problems.refused(
                    deal.isOpen()
                            ? "Expected a deal that waits, or has stood on no stage for a minute, but %s is not stuck."
                                    .formatted(deal.name())
                            : "Expected an open deal, but %s is closed.".formatted(deal.name()));
        }
        if (deal.visit() != null) {
            deal.visit().overtaken(stage.name(), clock.instant());
        }
        deal.leaveFor(elementId, false, clock.instant());
        engine.beginAt(deal, version, elementId, Map.of());
        audit.record(AuditAction.DEAL_PUT_ON_STAGE, dealId, Map.of("stage", stage.name()));
    }

    private boolean isAskedAgain(Deal deal) {
        return deal.isOpen() && deal.request() != null && deal.request().isBy(actors.current());
    }

    /** The process engine has answered. It may say the same again, and then nothing changes. */
    @Transactional
    void answered(@Observes ProcessAnswer answer) {
        var deal = deals.lock(answer.recordId()).orElse(null);
        if (deal == null
                || !deal.isOpen()
                || deal.request() == null
                || !deal.request().isAnsweredBy(answer.messageId())) {
            return;
        }
        if (deal.migratingToId() == null) {
            putOnAnswered(deal, answer);
        } else if (!answer.done()) {
            var target = versions.of(deal.migratingToId());
            deal.refused("The deal was not moved to version %d. The process engine refused it: %s."
                    .formatted(target.number(), answer.refusal()));
            audit.record(
                    AuditAction.DEAL_MIGRATION_REFUSED,
                    deal.id(),
                    Map.of("to", target.number(), "reason", answer.refusal()));
        } else if (answer.kind() == ProcessAnswer.Kind.MIGRATED || deal.visit() == null) {
            migrated(deal, versions.of(deal.migratingToId()), Optional.empty());
        }
    }

    private void putOnAnswered(Deal deal, ProcessAnswer answer) {
        if (!answer.done() && deal.visit() == null) {
            deal.refused("The deal could not go on at %s. The process engine refused it: %s."
                    .formatted(versions.of(deal.workflowVersionId()).columnName(deal.column()), answer.refusal()));
            audit.record(AuditAction.DEAL_PUT_ON_STAGE_REFUSED, deal.id(), Map.of("reason", answer.refusal()));
        }
    }

    /** A new process has brought the deal to the stage where it stands already: the visit goes on there. */
    boolean continues(Deal deal, DealVersions.Version version, Job job) {
        var visit = deal.visit();
        if (visit == null
                || !version.id().equals(deal.migratingToId())
                || !visit.elementId().equals(job.elementId())) {
            return false;
        }
        migrated(deal, version, Optional.of(job));
        return true;
    }

    private void migrated(Deal deal, DealVersions.Version target, Optional<Job> job) {
        var visit = deal.visit();
        if (visit != null) {
            visit.continueOn(
                    target.id(),
                    target.stage(visit.elementId()),
                    job.map(Job::key).orElse(visit.jobKey()));
        }
        deal.migrated(target.id());
        audit.record(AuditAction.DEAL_MIGRATED, deal.id(), Map.of("to", target.number()));
    }

    private Optional<MigrationPlan> blocked(Deal deal, DealVersions.Version target) {
        var from = versions.of(deal.workflowVersionId());
        return blocker(deal, from, target).map(blocker -> MigrationPlan.blocked(from, target, blocker));
    }

    private Optional<String> blocker(Deal deal, DealVersions.Version from, DealVersions.Version to) {
        if (!deal.isOpen()) {
            return Optional.of("The deal is closed.");
        }
        if (from.id().equals(to.id())) {
            return Optional.of("The deal runs on version %d already.".formatted(to.number()));
        }
        if (deal.migratingToId() != null) {
            return Optional.of("The deal is just being moved to another version.");
        }
        var place = place(deal);
        if (place.isEmpty()) {
            return Optional.of(
                    deal.isStuckAt(clock.instant())
                            ? "The deal stands on no stage. Put it on a stage first."
                            : "The deal is on its way to %s. Try again when it is there."
                                    .formatted(from.columnName(deal.column())));
        }
        return place.filter(at -> target(to, at).isEmpty())
                .map(at -> at.waits()
                        ? "Version %d has no wait %s, where the deal waits. End the wait first, or put the deal on a stage."
                                .formatted(to.number(), at.name())
                        : "Version %d has no stage %s, where the deal stands. Move the deal on first."
                                .formatted(to.number(), at.name()));
    }

    private MigrationPlan planned(Deal deal, DealVersions.Version target) {
        return MigrationPlan.of(path(deal, target, clock.instant()).orElseThrow());
    }

    Optional<MigrationPath> path(Deal deal, DealVersions.Version to, Instant now) {
        var from = versions.of(deal.workflowVersionId());
        return place(deal).flatMap(place -> target(to, place)
                .map(target -> MigrationPath.of(
                        new MigrationPath.Side(from, versions.places(from)),
                        new MigrationPath.Side(to, versions.places(to)),
                        place,
                        target,
                        due(deal, place),
                        deal.columnSince(),
                        now)));
    }

    /** At a wait the time is known, whatever was waited for before. */
    private Map<String, Instant> due(Deal deal, Place place) {
        return waits.of(deal)
                .filter(wait -> wait.until() != null)
                .map(wait -> Map.of(place.elementId(), wait.until()))
                .orElse(deal.passage().timersDue());
    }

    private Optional<Place> place(Deal deal) {
        var visit = deal.visit();
        return visit == null
                ? waits.of(deal).map(DealWaits.Wait::place)
                : versions.places(versions.of(deal.workflowVersionId())).find(visit.elementId());
    }

    private Optional<Place> target(DealVersions.Version to, Place place) {
        return versions.places(to)
                .find(place.elementId())
                .filter(target -> target.waits() == place.waits())
                .filter(target -> place.waits() || to.find(target.elementId()).isPresent());
    }
}
