package org.partnerflow.deal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.partnerflow.diagram.DiagramAnalysis.Move;
import org.partnerflow.diagram.DiagramAnalysis.Stage;

/**
 * Whether a deal can be moved to another version of its workflow, which way it goes, and what that means. Nothing is done by looking.
 *
 * @param from the number of the version that it runs on
 * @param way null when it cannot be moved
 * @param blockers why it cannot be moved; empty when it can
 * @param mappings the element of this version that each active element becomes
 * @param notices what will be different for the deal, what becomes of timers, and what is not evaluated anew
 */
public record MigrationPlan(
        int from,
        int to,
        boolean possible,
        @Nullable Way way,
        List<String> blockers,
        List<Mapping> mappings,
        List<String> notices) {

    public enum Way {
        /** The running process is moved as it is. */
        IN_PLACE,
        /** The running process ends, and a new one begins where the deal stands. */
        ANEW
    }

    public record Mapping(String fromElementId, String fromName, String toElementId, String toName) {}

    static MigrationPlan blocked(DealVersions.Version from, DealVersions.Version to, String blocker) {
        return new MigrationPlan(from.number(), to.number(), false, null, List.of(blocker), List.of(), List.of());
    }

    /** The plan for a deal that stands on a stage of both versions, or waits at the same event. */
    static MigrationPlan of(MigrationPath path) {
        var from = path.from();
        var to = path.to();
        var mapping = new Mapping(
                path.place().elementId(),
                path.place().name(),
                path.target().elementId(),
                path.target().name());
        var notices = new ArrayList<String>();
        from.find(mapping.fromElementId())
                .flatMap(before -> to.find(mapping.toElementId()).map(after -> differences(before, after)))
                .ifPresent(notices::addAll);
        if (path.way() == Way.ANEW) {
            notices.add("%s, so its process ends, and a new one of version %d begins there."
                    .formatted(path.reason(), to.number()));
            notices.addAll(path.carried().notices());
            if (!path.besides().isEmpty()) {
                notices.add("What still runs beside it ends: %s.".formatted(String.join(", ", path.besides())));
            }
        }
        notices.add(
                "The deal stays on %s; stages and steps before it are not done again, and emails are not sent again."
                        .formatted(mapping.toName()));
        return new MigrationPlan(
                from.number(), to.number(), true, path.way(), List.of(), List.of(mapping), List.copyOf(notices));
    }

    private static List<String> differences(Stage before, Stage after) {
        return Stream.of(
                        renamed(before, after),
                        header(before, after, "completedBy", "Who moves the deal on changes from %s to %s."),
                        header(before, after, "requires", "What moving on demands changes from %s to %s."),
                        header(
                                before,
                                after,
                                "dueIn",
                                "The due date stays as it is, although the stage's time changes from %s to %s."),
                        ways(before, after))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static String renamed(Stage before, Stage after) {
        return before.name().equals(after.name())
                ? ""
                : "The stage is called %s instead of %s.".formatted(after.name(), before.name());
    }

    private static String header(Stage before, Stage after, String key, String sentence) {
        var old = before.headers().getOrDefault(key, "none");
        var now = after.headers().getOrDefault(key, "none");
        return old.equals(now) ? "" : sentence.formatted(old, now);
    }

    private static String ways(Stage before, Stage after) {
        return targets(before).equals(targets(after)) ? "" : MoveRules.ways(after);
    }

    private static List<Map.Entry<String, String>> targets(Stage stage) {
        return stage.moves().stream().map(MigrationPlan::target).toList();
    }

    private static Map.Entry<String, String> target(Move move) {
        return Map.entry(move.name(), MoveRules.column(move));
    }
}
