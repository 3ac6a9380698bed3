package org.partnerflow.diagram;

import java.util.Set;
import java.util.stream.Collectors;

import io.camunda.zeebe.model.bpmn.instance.Activity;
import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.EndEvent;
import io.camunda.zeebe.model.bpmn.instance.EventBasedGateway;
import io.camunda.zeebe.model.bpmn.instance.ExclusiveGateway;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.IntermediateCatchEvent;
import io.camunda.zeebe.model.bpmn.instance.ServiceTask;

/**
 * What may go on in a diagram when a record is closed. Diagrams of today let nothing go on; those from before it was checked may.
 *
 * @param leaveSomething whether something may wait, or stand on a stage, although the record is closed
 * @param after the ids of the closings, and of what follows them
 */
public record Closings(boolean leaveSomething, Set<String> after) {

    /** @throws IllegalArgumentException when the text is no diagram with one process */
    public static Closings of(String xml, DiagramWords words) {
        try {
            return of(new DiagramGraph(DiagramFile.read(xml), words));
        } catch (DiagramFile.Unreadable e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static Closings of(DiagramGraph graph) {
        var closings = graph.nodes().stream().filter(graph::isClose).toList();
        var after = DiagramGraph.reach(closings, graph::afterOnMainPath, end -> false);
        boolean endsAll = after.stream().filter(EndEvent.class::isInstance).allMatch(graph::endsAll);
        boolean waits = after.stream().anyMatch(node -> staysAt(graph, node));
        boolean hasCompany = graph.nodes().stream().anyMatch(node -> splits(graph, node));
        return new Closings(
                waits || hasCompany && !endsAll,
                after.stream().map(FlowNode::getId).collect(Collectors.toSet()));
    }

    private static boolean staysAt(DiagramGraph graph, FlowNode node) {
        return node instanceof IntermediateCatchEvent
                || graph.isStage(node)
                || node instanceof Activity && !(node instanceof ServiceTask);
    }

    /** Whether something may go on beside the record from here on, for longer than automatic steps take. */
    private static boolean splits(DiagramGraph graph, FlowNode node) {
        return switch (node) {
            case ExclusiveGateway one -> false;
            case EventBasedGateway one -> false;
            case BoundaryEvent event
            when !event.cancelActivity() ->
                SidePaths.beside(graph, event).stream()
                        .anyMatch(beside -> staysAt(graph, beside) || graph.isClose(beside));
            case ServiceTask task -> graph.outgoing(task).size() > 1 || task.getLoopCharacteristics() != null;
            case Activity other -> true;
            default -> graph.outgoing(node).size() > 1;
        };
    }
}
