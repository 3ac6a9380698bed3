package org.partnerflow.diagram.check;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.bpmndi.BpmnEdge;
import io.camunda.zeebe.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.jspecify.annotations.Nullable;

import org.partnerflow.diagram.DiagramGraph;
import org.partnerflow.diagram.DiagramNames;

import static org.partnerflow.diagram.DiagramNames.label;

/** What runs can be seen: a diagram has a drawing, and nothing is missing from it. */
final class DrawingRule implements Rule {
    private static final double FARTHEST = 1_000_000;

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
        checkPlaces(graph, findings);
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

    /** A viewer gives the whole drawing up where one number in it is none. */
    private static void checkPlaces(DiagramGraph graph, Findings findings) {
        for (var shape : graph.model().getModelElementsByType(BpmnShape.class)) {
            var element = shape.getDomElement().getAttribute("bpmnElement");
            var at = element == null ? graph.process().getId() : element.strip();
            if (!isPlace(shape.getDomElement(), "Bounds", Set.of("x", "y"), Set.of("width", "height"))) {
                findings.error(
                        at, "%s is drawn where nobody could see it. Draw it again in the modeler.", name(graph, at));
            }
        }
        for (var edge : graph.model().getModelElementsByType(BpmnEdge.class)) {
            var element = edge.getDomElement().getAttribute("bpmnElement");
            if (!isPlace(edge.getDomElement(), "waypoint", Set.of("x", "y"), Set.of())) {
                findings.error(
                        element == null ? graph.process().getId() : element.strip(),
                        "An arrow is drawn where nobody could see it. Draw it again in the modeler.");
            }
        }
    }

    private static String name(DiagramGraph graph, String id) {
        return graph.nodes().stream()
                .filter(node -> node.getId().equals(id))
                .findFirst()
                .map(DiagramNames::label)
                .orElse("An element");
    }

    private static boolean isPlace(DomElement drawing, String part, Set<String> places, Set<String> lengths) {
        var parts = drawing.getChildElements().stream()
                .filter(child -> child.getLocalName().equals(part))
                .toList();
        return !parts.isEmpty()
                && parts.stream()
                        .allMatch(
                                child -> places.stream().allMatch(name -> isWithin(child.getAttribute(name), -FARTHEST))
                                        && lengths.stream().allMatch(name -> isWithin(child.getAttribute(name), 1)));
    }

    private static boolean isWithin(@Nullable String number, double least) {
        try {
            return number != null && Double.parseDouble(number) >= least && Double.parseDouble(number) <= FARTHEST;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static String fromTo(SequenceFlow flow) {
        return "from %s to %s".formatted(label(flow.getSource()), label(flow.getTarget()));
    }

    private static Set<String> ids(Stream<String> references) {
        return references.filter(Objects::nonNull).map(String::strip).collect(Collectors.toSet());
    }
}
