package org.partnerflow.deal;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.partnerflow.audit.AuditAction;
import org.partnerflow.audit.AuditTrail;
import org.partnerflow.diagram.CarriedTimers;
import org.partnerflow.diagram.DiagramAnalysis.Move;
import org.partnerflow.diagram.DiagramAnalysis.Stage;
import org.partnerflow.diagram.WaitingPlaces;
import org.partnerflow.engine.Processes;
import org.partnerflow.shared.Actors;
import org.partnerflow.shared.Problems;

/** Moves deals on, along the diagram of the version that each runs on. */
@ApplicationScoped
public class MoveService {
    @Inject
    DealAccess access;

    @Inject
    StageVisits visits;

    @Inject
    DealVersions versions;

    @Inject
    DealNoteService notes;

    @Inject
    DealFiles files;

    @Inject
    DealWaits waits;

    @Inject
    DealEngine engine;

    @Inject
    Processes processes;

    @Inject
    DealNotices notices;

    @Inject
    AuditTrail audit;

    @Inject
    Actors actors;

    @Inject
    Clock clock;

    /**
     * What somebody wants.
     *
     * @param visitId the visit that they saw, so that two who move at once are told apart
     * @param outcome the choice as named in the diagram; may be left out where the target says it
     * @param target an element of the diagram or a column of the board; may be left out where the outcome says it
     * @param waitingSince given to choose anew for a deal that waits after the visit: since when they saw it wait
     */
    public record Wish(
            UUID visitId,
            @Nullable String outcome,
            @Nullable String target,
            @Nullable NewNote note,
            @Nullable Instant waitingSince) {
        public Wish(UUID visitId, @Nullable String outcome, @Nullable String target, @Nullable NewNote note) {
            this(visitId, outcome, target, note, null);
        }
    }

    /** A note that is added with the move. */
    public record NewNote(String text, boolean shared) {}

    /** Where a deal is on its way to. */
    @Schema(name = "DealMoved")
    public record Moved(UUID dealId, String outcome, String column, String targetName) {
        static Moved of(UUID dealId, Move move) {
            return new Moved(dealId, move.name(), MoveRules.column(move), MoveRules.targetName(move));
        }
    }

    /** The same wish of the same person is one move, however often it comes. */
    @Transactional
    public Moved move(UUID dealId, Wish wish) {
        var deal = access.lock(dealId);
        var visit = visitOf(deal, wish.visitId());
        var before = doneBefore(visit, wish);
        if (before.isPresent()) {
            return Moved.of(dealId, before.get());
        }
        expectStillThere(deal, visit, wish);
        var version = versions.of(deal.workflowVersionId());
        var stage = version.stage(visit.elementId());
        expectAllowed(deal, stage);
        var move = MoveRules.choose(stage, wish.outcome(), wish.target());
        if (wish.note() != null) {
            notes.add(dealId, wish.note().text(), wish.note().shared());
        }
        expectWhatIsDemanded(stage, visit);
        follow(deal, visit, version, move);
        audit.record(AuditAction.DEAL_MOVED, dealId, details(stage, move));
        notices.tellParties(deal, "moved it to %s.".formatted(MoveRules.targetName(move)));
        return Moved.of(dealId, move);
    }

    private StageVisit visitOf(Deal deal, UUID visitId) {
        return Optional.ofNullable(deal.visit())
                .filter(open -> open.id().equals(visitId))
                .or(() -> visits.ofDeal(deal.id(), visitId))
                .orElseThrow(() -> Problems.notFound("Stage visit"));
    }

    private Optional<Move> doneBefore(StageVisit visit, Wish wish) {
        if (visit.isOpen()) {
            return Optional.empty();
        }
        return versions.of(visit.workflowVersionId()).find(visit.elementId()).stream()
                .flatMap(stage -> MoveRules.meant(stage, wish.outcome(), wish.target()).stream())
                .filter(move -> visit.isLeftBy(actors.current(), move))
                .filter(move ->
                        wish.note() == null || notes.isThere(visit, wish.note().text()))
                .findFirst();
    }

    /** The process goes on from the stage, or from behind it where the deal has left it and waits. */
    private void follow(Deal deal, StageVisit visit, DealVersions.Version version, Move move) {
        var now = clock.instant();
        boolean stands = visit.isOpen();
        boolean timersWereCarried = !deal.passage().timersDue().isEmpty();
        visit.leave(move, actors.current(), now);
        deal.leaveFor(MoveRules.column(move), version.waitsOn(move), now);
        var variables = new HashMap<String, Object>(Map.of(WorkflowWords.OUTCOME, move.name()));
        if (timersWereCarried) {
            variables.put(CarriedTimers.VARIABLE, Map.of());
        }
        if (stands) {
            processes.completeJob(visit.jobKey(), deal.id(), variables);
        } else {
            engine.beginAt(deal, version, after(version, visit.elementId()), variables);
        }
    }

    private String after(DealVersions.Version version, String elementId) {
        return versions.places(version)
                .find(elementId)
                .map(WaitingPlaces.Place::next)
                .orElseThrow(() -> Problems.refused("The diagram does not say what follows this step."));
    }

    /**
     * Ends the wait of a deal before its time. The same person may ask again, and nothing more happens.
     *
     * @param waitingSince since when they saw it wait
     */
    @Transactional
    public void skipWait(UUID dealId, Instant waitingSince) {
        var deal = access.lock(dealId);
        if (!actors.current().isStaff()) {
            throw Problems.forbidden("Expected a member of staff: partners wait with the deal.");
        }
        boolean isSeen = deal.columnSince().equals(waitingSince);
        if (!isSeen && audit.isDoneByActor(AuditAction.DEAL_WAIT_SKIPPED, dealId, waitingSince)) {
            return;
        }
        var wait = waits.of(deal)
                .orElseThrow(() -> Problems.conflict("%s does not wait%s."
                        .formatted(
                                deal.name(),
                                deal.visit() == null
                                        ? ""
                                        : ": it stands on " + deal.visit().stageName())));
        expectSeen(deal, waitingSince);
        var version = versions.of(deal.workflowVersionId());
        deal.skipWait(wait.place().elementId(), wait.waitsAhead(), clock.instant());
        engine.beginAt(
                deal,
                version,
                after(version, wait.place().elementId()),
                waits.outcomeOnTheWay(deal)
                        .map(outcome -> Map.of(WorkflowWords.OUTCOME, outcome))
                        .orElse(Map.of()));
        audit.record(
                AuditAction.DEAL_WAIT_SKIPPED,
                dealId,
                Map.of("wait", wait.place().name(), "to", version.columnName(deal.column())));
        notices.tellParties(deal, "ended the wait “%s”.".formatted(wait.place().name()));
    }

    private static void expectSeen(Deal deal, Instant waitingSince) {
        if (!deal.columnSince().equals(waitingSince)) {
            throw Problems.conflict(
                    "%s has been moved since you looked. Look again, and choose then.".formatted(deal.name()));
        }
    }

    private static void expectStillThere(Deal deal, StageVisit visit, Wish wish) {
        boolean waitsAfter =
                deal.isWaiting() && visit.id().equals(deal.passage().leftVisitId());
        if (waitsAfter && wish.waitingSince() != null) {
            expectSeen(deal, wish.waitingSince());
        } else if (!visit.isOpen()) {
            throw Problems.conflict(
                    "%s has already moved %s from %s to %s."
                            .formatted(visit.leftByName(), deal.name(), visit.stageName(), visit.movedTo()),
                    Map.of(
                            "movedBy", String.valueOf(visit.leftByName()),
                            "movedTo", String.valueOf(visit.movedTo()),
                            "movedAt", String.valueOf(visit.leftAt())));
        }
        if (deal.migratingToId() != null) {
            throw Problems.conflict("%s is just being moved to another version of its workflow. Try again in a moment."
                    .formatted(deal.name()));
        }
    }

    private void expectAllowed(Deal deal, Stage stage) {
        MoveRules.whyNot(stage, actors.current().kind(), deal.partnerUserId() != null)
                .ifPresent(reason -> {
                    throw Problems.refused(reason);
                });
    }

    private void expectWhatIsDemanded(Stage stage, StageVisit visit) {
        boolean isThere =
                switch (stage.requires()) {
                    case "note" -> notes.anySince(visit.dealId(), visit.enteredAt());
                    case "file" -> files.anySince(visit.dealId(), visit.enteredAt());
                    default -> true;
                };
        if (!isThere) {
            throw Problems.refused(
                    "%s demands a %s before a deal is moved on. Add one.".formatted(stage.name(), stage.requires()),
                    Map.of("requires", stage.requires()));
        }
    }

    private static Map<String, String> details(Stage from, Move move) {
        return Map.of("from", from.name(), "to", MoveRules.targetName(move), "outcome", move.name());
    }
}
