package org.partnerflow.diagram;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What a diagram says about the board: its stages in order, and where each can be left to. Written as JSON beside a published
 * version. Made from a checked diagram; an unchecked one gives what can be read of it.
 *
 * @param stages in the order of the flow, the main path first
 * @param entry where a new deal comes to, several where the diagram decides by itself
 * @param waits the elements between stages where a deal may rest without standing on a stage
 */
public record DiagramAnalysis(List<Stage> stages, List<Move> entry, List<String> waits) {

    public enum Target {
        STAGE,
        WON,
        LOST,
        /** An end without a result. */
        END
    }

    /**
     * A column of the board.
     *
     * @param headers as filled in in the diagram: completedBy, dueIn, requires, colour
     * @param moves what people may choose, in the order of the diagram
     * @param automatic where the deal goes by itself, for example when a timer on the stage fires
     */
    public record Stage(
            String elementId, String name, Map<String, String> headers, List<Move> moves, List<Move> automatic) {

        /** partner, broker or either. */
        public String completedBy() {
            return headers.getOrDefault("completedBy", "either");
        }

        /** none, note or file. */
        public String requires() {
            return headers.getOrDefault("requires", "none");
        }

        public Optional<Duration> dueIn() {
            return Optional.ofNullable(headers.get("dueIn")).map(Duration::parse);
        }

        /** The moves with this outcome: more than one where the diagram decides between targets after the choice. */
        public List<Move> movesBy(String outcome) {
            return moves.stream().filter(move -> outcome.equals(move.outcome())).toList();
        }
    }

    /**
     * A way from a stage to the next stage or to an end.
     *
     * @param outcome what is chosen, and the value of the process variable {@code outcome}; null for an automatic move
     * @param name for people: the outcome, or what happens by itself
     * @param steps the automatic steps on the way, by element id
     */
    public record Move(
            @Nullable String outcome,
            String name,
            String targetElementId,
            String targetName,
            Target target,
            List<String> steps) {

        Move called(String onlyChoice) {
            return new Move(onlyChoice, onlyChoice, targetElementId, targetName, target, steps);
        }
    }

    /** @throws IllegalArgumentException when the text is no diagram with one process */
    public static DiagramAnalysis of(String xml, DiagramWords words) {
        try {
            return new DiagramReader(new DiagramGraph(DiagramFile.read(xml), words)).analysis();
        } catch (DiagramFile.Unreadable e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    public Optional<Stage> stage(String elementId) {
        return stages.stream()
                .filter(stage -> stage.elementId().equals(elementId))
                .findFirst();
    }
}
