package org.partnerflow.deal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

import org.partnerflow.deal.DealView.Step;
import org.partnerflow.deal.DealView.StepState;
import org.partnerflow.deal.DealView.Visit;
import org.partnerflow.diagram.DiagramAnalysis.Stage;

/** The way of a deal through the stages of its workflow: behind it, here, ahead. */
final class ProgressLine {
    private ProgressLine() {}

    /**
     * @param stages of the version that the deal runs on, in the order of the diagram
     * @param visits in the order of arrival; stages that this version has no more come first
     */
    static List<Step> of(List<Stage> stages, List<StageVisit> visits, String column, boolean open) {
        var visited = new LinkedHashMap<String, List<StageVisit>>();
        visits.forEach(visit -> visited.computeIfAbsent(visit.elementId(), id -> new ArrayList<>())
                .add(visit));
        var steps = new ArrayList<Step>();
        visited.forEach((elementId, there) -> {
            if (stages.stream().noneMatch(stage -> stage.elementId().equals(elementId))) {
                var state = open && elementId.equals(column) ? StepState.CURRENT : StepState.DONE;
                steps.add(new Step(elementId, there.getLast().stageName(), null, state, views(there)));
            }
        });
        int here = indexOf(stages, column);
        for (int i = 0; i < stages.size(); i++) {
            var stage = stages.get(i);
            var there = visited.getOrDefault(stage.elementId(), List.of());
            var state = state(open, i, here, !there.isEmpty());
            steps.add(new Step(stage.elementId(), stage.name(), stage.headers().get("colour"), state, views(there)));
        }
        return steps;
    }

    /** @param here the index of the stage where the deal is; -1 when it is on none of this version */
    private static StepState state(boolean open, int stage, int here, boolean visited) {
        if (open && stage == here) {
            return StepState.CURRENT;
        }
        if (open && here >= 0 && stage > here) {
            return StepState.AHEAD;
        }
        if (visited) {
            return StepState.DONE;
        }
        return open && here < 0 ? StepState.AHEAD : StepState.SKIPPED;
    }

    private static int indexOf(List<Stage> stages, String elementId) {
        for (int i = 0; i < stages.size(); i++) {
            if (stages.get(i).elementId().equals(elementId)) {
                return i;
            }
        }
        return -1;
    }

    private static List<Visit> views(List<StageVisit> visits) {
        return visits.stream().map(Visit::from).toList();
    }
}
