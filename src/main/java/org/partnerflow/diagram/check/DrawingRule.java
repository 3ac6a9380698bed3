package org.partnerflow.diagram.check;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.bpmndi.BpmnEdge;
import io.camunda.zeebe.model.bpmn.instance.bpmndi.BpmnShape;

import org.partnerflow.diagram.DiagramGraph;

import static org.partnerflow.diagram.DiagramNames.label;

/** What runs can be seen: a diagram has a drawing, and nothing is missing from it. */
final class DrawingRule implements Rule {
    @Override
    public void check(DiagramGraph graph, DiagramExpectations expected, Findings findings) {
        Set<String> drawn = ids(graph.model().getModelElementsByType(BpmnShape.class).stream()
                .map(shape -> shape.getDomElement().getAttribute("bpmnElement")));
        if (graph.nodes().stream().noneMatch(node -> drawn.contains(node.getId()))) {
            findings.error(
                    graph.process().getId(),
                    "The diagram has no drawing, so nobody could see it. Draw it in the modeler, or save it there again.");
            return;
        }
        graph.nodes().stream()
                .filter(node -> !drawn.contains(node.getId()))
                .forEach(node -> findings.warning(
                        node.getId(), "%s is not drawn, so nobody could see it. Draw it in the modeler.", label(node)));
        Set<String> arrows = ids(graph.model().getModelElementsByType(BpmnEdge.class).stream()
                .map(edge -> edge.getDomElement().getAttribute("bpmnElement")));
        graph.nodes().stream()
                .flatMap(node -> graph.outgoing(node).stream())
                .filter(flow -> !arrows.contains(flow.getId()))
                .forEach(flow -> findings.warning(
                        flow.getId(), "The arrow %s is not drawn. Draw it in the modeler.", fromTo(flow)));
    }

    private static String fromTo(SequenceFlow flow) {
        return "from %s to %s".formatted(label(flow.getSource()), label(flow.getTarget()));
    }

    private static Set<String> ids(Stream<String> references) {
        return references.filter(Objects::nonNull).map(String::strip).collect(Collectors.toSet());
    }
}
