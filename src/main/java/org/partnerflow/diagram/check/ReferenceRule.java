package org.partnerflow.diagram.check;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.camunda.zeebe.model.bpmn.instance.Activity;
import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.Error;
import io.camunda.zeebe.model.bpmn.instance.FlowElement;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.Message;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

import org.partnerflow.diagram.DiagramGraph;
import org.partnerflow.diagram.DiagramNames;

/** What the file says belongs together is there: arrows have two ends that know them, and events stand on something. */
final class ReferenceRule implements Rule {
    private static final Map<String, Class<?>> REFERENCES =
            Map.of("messageRef", Message.class, "errorRef", Error.class, "default", SequenceFlow.class);

    @Override
    public void check(DiagramGraph graph, DiagramExpectations expected, Findings findings) {
        var leaving = flowsBy(graph, "sourceRef");
        var arriving = flowsBy(graph, "targetRef");
        for (var element : graph.process().getFlowElements()) {
            if (element.getId() == null) {
                findings.error(
                        graph.process().getId(),
                        "An element has no id. Save the diagram in the modeler: it makes one.");
            } else if (element instanceof SequenceFlow flow) {
                checkEnds(graph, flow, findings);
            } else if (element instanceof FlowNode node) {
                checkArrows(
                        node,
                        leaving.getOrDefault(node.getId(), Set.of()),
                        arriving.getOrDefault(node.getId(), Set.of()),
                        findings);
                checkReferences(graph, node, node.getDomElement(), findings);
                if (node instanceof BoundaryEvent && !(graph.named(node, "attachedToRef") instanceof Activity)) {
                    findings.error(
                            node.getId(), "%s stands on nothing. Put it on the border of a stage or task.", name(node));
                }
            }
        }
    }

    private static void checkEnds(DiagramGraph graph, SequenceFlow flow, Findings findings) {
        if (graph.named(flow, "sourceRef") == null || graph.named(flow, "targetRef") == null) {
            findings.error(flow.getId(), "An arrow has no beginning or no end. Delete it and draw it anew.");
        }
    }

    private static void checkArrows(FlowNode node, Set<String> leaving, Set<String> arriving, Findings findings) {
        var unknown = node instanceof BoundaryEvent
                && !leaving.isEmpty()
                && texts(node, "outgoing").isEmpty();
        if (unknown
                || !leaving.containsAll(texts(node, "outgoing"))
                || !arriving.containsAll(texts(node, "incoming"))) {
            findings.error(
                    node.getId(),
                    "%s does not fit its arrows: one of them does not belong to it. Delete its arrows and draw them anew.",
                    name(node));
        }
    }

    private static Map<String, Set<String>> flowsBy(DiagramGraph graph, String end) {
        return graph.process().getFlowElements().stream()
                .filter(SequenceFlow.class::isInstance)
                .filter(flow -> flow.getId() != null && flow.getDomElement().getAttribute(end) != null)
                .collect(Collectors.groupingBy(
                        flow -> flow.getDomElement().getAttribute(end).strip(),
                        Collectors.mapping(FlowElement::getId, Collectors.toSet())));
    }

    private static List<String> texts(ModelElementInstance element, String name) {
        return element.getDomElement().getChildElements().stream()
                .filter(child -> child.getLocalName().equals(name))
                .map(child -> child.getTextContent().strip())
                .toList();
    }

    private static void checkReferences(DiagramGraph graph, FlowNode node, DomElement element, Findings findings) {
        REFERENCES.forEach((reference, type) -> {
            var id = element.getAttribute(reference);
            if (id != null && !type.isInstance(graph.model().getModelElementById(id.strip()))) {
                findings.error(
                        node.getId(),
                        "%s names something that is not there any more. Choose it anew in the properties.",
                        name(node));
            }
        });
        element.getChildElements().forEach(child -> checkReferences(graph, node, child, findings));
    }

    /** Without looking at its neighbours, which may be what is wrong. */
    private static String name(FlowNode node) {
        return DiagramGraph.isBlank(node.getName()) ? "An element without a name" : DiagramNames.quoted(node.getName());
    }
}
