package org.partnerflow.diagram;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.ExclusiveGateway;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;

/**
 * The elements of a process in the order in which a record meets them: topological from the start, ways back left out, the
 * default way before the others and these as drawn.
 */
final class DiagramOrder {
    private final DiagramGraph graph;
    private final Map<String, List<FlowNode>> ahead = new HashMap<>();
    private final Set<FlowNode> open = new HashSet<>();
    private final Set<FlowNode> seen = new LinkedHashSet<>();

    DiagramOrder(DiagramGraph graph) {
        this.graph = graph;
    }

    List<FlowNode> nodes() {
        graph.startEvents().forEach(this::leaveOutWaysBack);
        var backwards = new ArrayList<FlowNode>();
        var done = new HashSet<FlowNode>();
        graph.startEvents().forEach(start -> addAfterItsFollowers(start, done, backwards));
        Collections.reverse(backwards);
        graph.nodes().stream().filter(node -> !done.contains(node)).forEach(backwards::add);
        return backwards;
    }

    /** Goes the preferred way first, so that the way back is the one that leads to where that has been. */
    private void leaveOutWaysBack(FlowNode node) {
        seen.add(node);
        open.add(node);
        var forward = new ArrayList<FlowNode>();
        for (var next : preferredFirst(node)) {
            if (!open.contains(next)) {
                forward.add(next);
                if (!seen.contains(next)) {
                    leaveOutWaysBack(next);
                }
            }
        }
        open.remove(node);
        ahead.put(node.getId(), forward);
    }

    private void addAfterItsFollowers(FlowNode node, Set<FlowNode> done, List<FlowNode> backwards) {
        if (!done.add(node)) {
            return;
        }
        var followers = ahead.getOrDefault(node.getId(), List.of());
        for (var follower : followers.reversed()) {
            addAfterItsFollowers(follower, done, backwards);
        }
        backwards.add(node);
    }

    private List<FlowNode> preferredFirst(FlowNode node) {
        var flows = new ArrayList<>(graph.outgoing(node));
        if (node instanceof ExclusiveGateway gateway && gateway.getDefault() != null) {
            flows.sort((a, b) -> Boolean.compare(b.equals(gateway.getDefault()), a.equals(gateway.getDefault())));
        }
        var next = new ArrayList<FlowNode>();
        flows.stream().map(SequenceFlow::getTarget).forEach(next::add);
        graph.boundaries(node).stream()
                .sorted((a, b) -> Boolean.compare(b.cancelActivity(), a.cancelActivity()))
                .map(BoundaryEvent.class::cast)
                .forEach(next::add);
        return next;
    }
}
