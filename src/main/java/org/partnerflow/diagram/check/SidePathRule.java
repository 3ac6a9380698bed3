package org.partnerflow.diagram.check;

import java.util.Collection;

import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.EndEvent;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.IntermediateCatchEvent;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;

import org.partnerflow.diagram.DiagramGraph;

import static org.partnerflow.diagram.DiagramGraph.reach;
import static org.partnerflow.diagram.DiagramNames.label;
import static org.partnerflow.diagram.DiagramNames.the;

/** A record is in one place: what a non-interrupting event does beside it moves nothing, closes nothing, and does not outlive it. */
final class SidePathRule implements Rule {
    @Override
    public void check(DiagramGraph graph, DiagramExpectations expected, Findings findings) {
        var mayOutlive = false;
        for (var event : graph.nodes(BoundaryEvent.class).toList()) {
            if (!event.cancelActivity()) {
                var beside = reach(
                        graph.outgoing(event).stream()
                                .map(SequenceFlow::getTarget)
                                .toList(),
                        graph::after,
                        node -> graph.isStage(node) || graph.isClose(node));
                beside.stream()
                        .filter(node -> graph.isStage(node) || graph.isClose(node) || graph.endsAll(node))
                        .findFirst()
                        .ifPresent(node -> findings.error(
                                event.getId(),
                                "%s does not interrupt, so the deal would be in two places: it leads to %s. Make it"
                                        + " interrupting, or lead it to automatic steps and an end of their own.",
                                the(event),
                                label(node)));
                mayOutlive |= beside.stream().anyMatch(IntermediateCatchEvent.class::isInstance);
            }
        }
        if (mayOutlive) {
            endsAfterClosing(graph).stream()
                    .filter(end -> end instanceof EndEvent && !graph.endsAll(end))
                    .forEach(end -> findings.error(
                            end.getId(),
                            "The deal is closed at %s, but what waits beside it would go on. Make it a terminate end event.",
                            the(end)));
        }
    }

    private static Collection<FlowNode> endsAfterClosing(DiagramGraph graph) {
        return reach(graph.nodes().stream().filter(graph::isClose).toList(), graph::afterOnMainPath, node -> false);
    }
}
