package org.partnerflow.deal;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.partnerflow.diagram.DiagramAnalysis.Move;
import org.partnerflow.diagram.DiagramAnalysis.Stage;
import org.partnerflow.shared.Actor;
import org.partnerflow.shared.Problems;

import static java.util.stream.Collectors.joining;

/** Decides where a deal may be moved from its stage and by whom, from the diagram alone; and says why not elsewhere. */
public final class MoveRules {
    private MoveRules() {}

    /** A way that the diagram offers, as answers name it. */
    @Schema(name = "MoveOffer")
    public record Offer(String outcome, String targetElementId, String column, String targetName) {
        static Offer from(Move move) {
            return new Offer(move.name(), move.targetElementId(), MoveRules.column(move), MoveRules.targetName(move));
        }
    }

    /** The key of the column that a card is in after the move: a stage, or the state of a closed deal. */
    static String column(Move move) {
        return switch (move.target()) {
            case STAGE, END -> move.targetElementId();
            case WON, LOST -> move.target().name();
        };
    }

    static String targetName(Move move) {
        return switch (move.target()) {
            case STAGE, END -> move.targetName();
            case WON -> "Won";
            case LOST -> "Lost";
        };
    }

    /** Why somebody may not move a deal on from a stage; empty when they may. A deal without a partner is the broker's alone. */
    static Optional<String> whyNot(Stage stage, Actor.Kind by, boolean hasPartner) {
        boolean partner = by == Actor.Kind.PARTNER;
        if (stage.completedBy().equals("broker") && partner) {
            return Optional.of("Only the broker moves a deal on from %s.".formatted(stage.name()));
        }
        if (stage.completedBy().equals("partner") && !partner && hasPartner) {
            return Optional.of("Only the partner moves a deal on from %s.".formatted(stage.name()));
        }
        return Optional.empty();
    }

    /**
     * The move that is meant: by its outcome, by its target (an element or a column), or both. Where the diagram decides between
     * several targets after the choice, it is the first of them.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 422 with what is offered when the diagram has no such move; 400 when
     *     several outcomes are meant
     */
    static Move choose(Stage stage, @Nullable String outcome, @Nullable String target) {
        var meant = meant(stage, outcome, target);
        if (meant.isEmpty()) {
            throw Problems.refused(ways(stage) + " The diagram offers nothing else.", Map.of("offered", offers(stage)));
        }
        var outcomes = meant.stream().map(Move::name).distinct().toList();
        if (outcomes.size() > 1) {
            throw Problems.invalid(
                    "outcome", outcomes.stream().collect(joining("”, “", "Expected one of the outcomes “", "”.")));
        }
        return meant.getFirst();
    }

    /** The moves that fit what is said: by the outcome, by the target, or both. */
    static List<Move> meant(Stage stage, @Nullable String outcome, @Nullable String target) {
        return stage.moves().stream()
                .filter(move -> outcome == null || outcome.equals(move.outcome()))
                .filter(move -> target == null || target.equals(move.targetElementId()) || target.equals(column(move)))
                .toList();
    }

    /** Where a stage leads, in one sentence. */
    static String ways(Stage stage) {
        var ways = stage.moves().stream().map(MoveRules::way).distinct().toList();
        if (ways.isEmpty()) {
            return "From %s nobody can move a deal.".formatted(stage.name());
        }
        var list = ways.size() == 1
                ? ways.getFirst()
                : String.join(", ", ways.subList(0, ways.size() - 1)) + " or " + ways.getLast();
        return "From %s a deal goes on to %s.".formatted(stage.name(), list);
    }

    static List<Offer> offers(Stage stage) {
        return stage.moves().stream().map(Offer::from).toList();
    }

    private static String way(Move move) {
        var target = targetName(move);
        return move.name().equals(target) || move.name().equals(move.targetName())
                ? target
                : "%s (%s)".formatted(target, move.name());
    }
}
