package org.partnerflow.diagram;

import java.util.List;
import java.util.Set;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.EndEvent;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.IntermediateCatchEvent;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.TerminateEventDefinition;

import static org.partnerflow.diagram.DiagramGraph.reach;

/** The ways that non-interrupting events open beside a record, and how they end with it. */
public final class SidePaths {
    private SidePaths() {}

    /** What a non-interrupting event leads to, up to the first stage or closing. */
    public static Set<FlowNode> beside(DiagramGraph graph, BoundaryEvent event) {
        return reach(
                graph.outgoing(event).stream().map(SequenceFlow::getTarget).toList(),
                graph::after,
                node -> graph.isStage(node) || graph.isClose(node));
    }

    /** The ends after a closing at which something that waits beside the record would be left; empty where nothing waits. */
    public static List<EndEvent> endsThatLeaveSomething(DiagramGraph graph) {
        var waits = graph.nodes(BoundaryEvent.class)
                .filter(event -> !event.cancelActivity())
                .anyMatch(event -> beside(graph, event).stream().anyMatch(IntermediateCatchEvent.class::isInstance));
        if (!waits) {
            return List.of();
        }
        var closings = graph.nodes().stream().filter(graph::isClose).toList();
        return reach(closings, graph::afterOnMainPath, node -> false).stream()
                .filter(EndEvent.class::isInstance)
                .map(EndEvent.class::cast)
                .filter(end -> end.getEventDefinitions().isEmpty())
                .toList();
    }

    /** The diagram with terminate ends where a plain one would leave something; the very same text where none would. */
    public static String endedWithTheRecord(String xml, DiagramWords words) {
        var model = DiagramFile.read(xml);
        var ends = endsThatLeaveSomething(new DiagramGraph(model, words));
        ends.forEach(end ->
                end.addChildElement(model.newInstance(TerminateEventDefinition.class, end.getId() + "_EndsAll")));
        return ends.isEmpty() ? xml : Bpmn.convertToString(model);
    }
}
