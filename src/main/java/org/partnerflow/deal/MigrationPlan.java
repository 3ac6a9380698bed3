package org.partnerflow.deal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.partnerflow.diagram.DiagramAnalysis.Move;
import org.partnerflow.diagram.DiagramAnalysis.Stage;

/**
 * Whether a deal can be moved to another version of its workflow, and what that means. Nothing is done by looking.
 *
 * @param from the number of the version that it runs on
 * @param blockers why it cannot be moved; empty when it can
 * @param mappings the element of this version that each active element becomes
 * @param notices what will be different for the deal, and what is not evaluated anew
 */
public record MigrationPlan(
        int from, int to, boolean possible, List<String> blockers, List<Mapping> mappings, List<String> notices) {

    public record Mapping(String fromElementId, String fromName, String toElementId, String toName) {}

    /**
     * @param visit where the deal stands; null when it is on its way
     * @param timers at that stage, in either version: the process engine moves no deal that stands at one
     */
    static MigrationPlan of(
            Deal deal,
            @Nullable StageVisit visit,
            DealVersions.Version from,
            DealVersions.Version to,
            List<String> timers) {
        var blockers = new ArrayList<String>();
        var mappings = new ArrayList<Mapping>();
        var notices = new ArrayList<String>();
        if (!deal.isOpen()) {
            blockers.add("The deal is closed.");
        } else if (from.id().equals(to.id())) {
            blockers.add("The deal runs on version %d already.".formatted(to.number()));
        } else if (deal.migratingToId() != null) {
            blockers.add("The deal is just being moved to another version.");
        } else if (visit == null) {
            blockers.add("The deal is on its way to %s. Try again when it is there."
                    .formatted(from.columnName(deal.column())));
        } else if (!timers.isEmpty()) {
            blockers.add(
                    "The stage %s has a timer (%s), and the process engine moves no deal that stands at one. Move the deal on first."
                            .formatted(visit.stageName(), String.join(", ", timers)));
        } else {
            to.find(visit.elementId())
                    .ifPresentOrElse(
                            stage -> {
                                mappings.add(new Mapping(
                                        visit.elementId(), visit.stageName(), stage.elementId(), stage.name()));
                                notices.addAll(differences(from.stage(visit.elementId()), stage));
                                notices.add(
                                        "The deal stays on %s; stages and steps before it are not done again, and emails are not sent again."
                                                .formatted(stage.name()));
                            },
                            () -> blockers.add(
                                    "Version %d has no stage %s (%s), where the deal stands. Move the deal on first."
                                            .formatted(to.number(), visit.stageName(), visit.elementId())));
        }
        return new MigrationPlan(from.number(), to.number(), blockers.isEmpty(), blockers, mappings, notices);
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
