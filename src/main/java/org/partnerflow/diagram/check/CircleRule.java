package org.partnerflow.diagram.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.CatchEvent;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.IntermediateCatchEvent;
import io.camunda.zeebe.model.bpmn.instance.MessageEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.TimerEventDefinition;

import org.partnerflow.diagram.DiagramGraph;

import static org.partnerflow.diagram.DiagramGraph.reach;
import static org.partnerflow.diagram.DiagramNames.label;
import static org.partnerflow.diagram.DiagramNames.the;

/** Nothing goes round by itself for ever: neither steps alone, which would send a mail each time round, nor a stage by its timer. */
final class CircleRule implements Rule {
    private static final Duration SHORTEST_WAIT = Duration.ofMinutes(1);

    @Override
    public void check(DiagramGraph graph, DiagramExpectations expected, Findings findings) {
        Map<FlowNode, Set<FlowNode>> ahead = new HashMap<>();
        graph.nodes()
                .forEach(node -> ahead.put(node, reach(byItself(graph, node), at -> byItself(graph, at), at -> false)));
        for (var node : graph.nodes()) {
            var circle = circle(ahead, node);
            if (circle.isEmpty()) {
                continue;
            }
            if (circle.stream().anyMatch(graph::isStage)) {
                if (node instanceof BoundaryEvent event && graph.isStage(event.getAttachedTo())) {
                    findings.error(
                            node.getId(),
                            "%s leads back to its own stage without anybody doing anything, again and again. To remind"
                                    + " people, make it non-interrupting and end its way; otherwise lead it to another stage.",
                            the(node));
                }
            } else if (circle.stream().noneMatch(CircleRule::waits)) {
                findings.error(
                        node.getId(),
                        "%s is in a circle that never waits. Put a stage or a wait into the circle.",
                        label(node));
            } else if (node instanceof IntermediateCatchEvent
                    && circle.stream().filter(CircleRule::waits).noneMatch(CircleRule::waitsLong)) {
                findings.error(
                        node.getId(),
                        "%s is in a circle that waits for less than a minute. Wait longer, or put a stage into the circle.",
                        the(node));
            }
        }
    }

    /** The elements that a record may pass again and again through this one, without a person; empty if it comes here once. */
    private static Set<FlowNode> circle(Map<FlowNode, Set<FlowNode>> ahead, FlowNode node) {
        if (!ahead.get(node).contains(node)) {
            return Set.of();
        }
        return ahead.get(node).stream()
                .filter(other -> ahead.get(other).contains(node))
                .collect(Collectors.toSet());
    }

    /** Where a record goes when nobody does anything. */
    private static List<FlowNode> byItself(DiagramGraph graph, FlowNode node) {
        if (node instanceof CatchEvent event && isMessage(event)) {
            return List.of();
        }
        var next = new ArrayList<FlowNode>();
        if (!graph.isStage(node)) {
            graph.outgoing(node).stream().map(SequenceFlow::getTarget).forEach(next::add);
        }
        graph.boundaries(node).stream().filter(BoundaryEvent::cancelActivity).forEach(next::add);
        return next;
    }

    private static boolean isMessage(CatchEvent event) {
        return event.getEventDefinitions().stream().anyMatch(MessageEventDefinition.class::isInstance)
                && !event.getElementType().getTypeName().equals("startEvent");
    }

    private static boolean waits(FlowNode node) {
        return node instanceof IntermediateCatchEvent;
    }

    private static boolean waitsLong(FlowNode node) {
        return ((IntermediateCatchEvent) node)
                .getEventDefinitions().stream()
                        .filter(TimerEventDefinition.class::isInstance)
                        .map(TimerEventDefinition.class::cast)
                        .map(TimerEventDefinition::getTimeDuration)
                        .anyMatch(time -> time != null
                                && Times.isFitDuration(time.getTextContent().strip())
                                && !Times.isShorter(time.getTextContent().strip(), SHORTEST_WAIT));
    }
}
