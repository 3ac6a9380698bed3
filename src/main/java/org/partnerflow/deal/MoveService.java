package org.partnerflow.deal;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.partnerflow.audit.AuditTrail;
import org.partnerflow.diagram.DiagramAnalysis.Move;
import org.partnerflow.diagram.DiagramAnalysis.Stage;
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
     */
    public record Wish(
            UUID visitId,
            @Nullable String outcome,
            @Nullable String target,
            @Nullable NewNote note) {}

    /** A note that is added with the move. */
    public record NewNote(String text, boolean shared) {}

    /** Where a deal is on its way to. */
    @Schema(name = "DealMoved")
    public record Moved(UUID dealId, String outcome, String column, String targetName) {}

    @Transactional
    public Moved move(UUID dealId, Wish wish) {
        var deal = access.lock(dealId);
        var visit = visits.ofDeal(dealId, wish.visitId()).orElseThrow(() -> Problems.notFound("Stage visit"));
        expectStillThere(deal, visit);
        var version = versions.of(visit.workflowVersionId());
        var stage = version.stage(visit.elementId());
        expectAllowed(deal, stage);
        var move = MoveRules.choose(stage, wish.outcome(), wish.target());
        if (wish.note() != null) {
            notes.add(dealId, wish.note().text(), wish.note().shared());
        }
        expectWhatIsDemanded(stage, visit);
        var now = clock.instant();
        visit.leave(move, actors.current(), now);
        deal.leaveFor(MoveRules.column(move), version.waitsOn(move), now);
        processes.completeJob(visit.jobKey(), dealId, Map.of("outcome", move.name()));
        audit.record("deal.moved", "deal", dealId, details(stage, move));
        notices.tellParties(deal, "moved it to %s.".formatted(MoveRules.targetName(move)));
        return new Moved(dealId, move.name(), MoveRules.column(move), MoveRules.targetName(move));
    }

    private static void expectStillThere(Deal deal, StageVisit visit) {
        if (!visit.isOpen()) {
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
