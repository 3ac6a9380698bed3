package org.partnerflow.diagram.check;

import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;

import org.partnerflow.diagram.DiagramGraph;
import org.partnerflow.diagram.SidePaths;

import static org.partnerflow.diagram.DiagramNames.label;
import static org.partnerflow.diagram.DiagramNames.the;

/** A record is in one place: what a non-interrupting event does beside it moves nothing, closes nothing, and does not outlive it. */
final class SidePathRule implements Rule {
    @Override
    public void check(DiagramGraph graph, DiagramExpectations expected, Findings findings) {
        graph.nodes(BoundaryEvent.class)
                .filter(event -> !event.cancelActivity())
                .forEach(event -> SidePaths.beside(graph, event).stream()
                        .filter(node -> graph.isStage(node) || graph.isClose(node) || graph.endsAll(node))
                        .findFirst()
                        .ifPresent(node -> findings.error(
                                event.getId(),
                                "%s does not interrupt, so the deal would be in two places: it leads to %s. Make it"
                                        + " interrupting, or lead it to automatic steps and an end of their own.",
                                the(event),
                                label(node))));
        SidePaths.endsThatLeaveSomething(graph)
                .forEach(end -> findings.warning(
                        end.getId(),
                        "The deal is closed at %s, and what waits beside it ends with it: publishing makes this a terminate end"
                                + " event.",
                        the(end)));
    }
}
