package org.partnerflow.diagram.check;

import java.util.List;
import java.util.Map;

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
        for (var element : graph.process().getFlowElements()) {
            if (element.getId() == null) {
                findings.error(
                        graph.process().getId(),
                        "An element has no id. Save the diagram in the modeler: it makes one.");
            } else if (element instanceof SequenceFlow flow) {
                checkEnds(graph, flow, findings);
            } else if (element instanceof FlowNode node) {
                checkArrows(graph, node, findings);
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

    private static void checkArrows(DiagramGraph graph, FlowNode node, Findings findings) {
        var leaving = flows(graph, "sourceRef", node);
        var arriving = flows(graph, "targetRef", node);
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

    private static List<String> flows(DiagramGraph graph, String end, FlowNode node) {
        return graph.process().getFlowElements().stream()
                .filter(SequenceFlow.class::isInstance)
                .filter(flow -> node.getId().equals(flow.getDomElement().getAttribute(end)))
                .map(FlowElement::getId)
                .filter(id -> id != null)
                .toList();
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
