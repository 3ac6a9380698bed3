package org.partnerflow.diagram.check;

import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.EndEvent;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.IntermediateCatchEvent;

import org.partnerflow.diagram.DiagramGraph;
import org.partnerflow.diagram.DiagramTemplates;

import static org.partnerflow.diagram.DiagramGraph.isBlank;
import static org.partnerflow.diagram.DiagramGraph.reach;
import static org.partnerflow.diagram.DiagramNames.label;

/** Everything can be reached and gets to an end, and deals are closed on the way. */
final class FlowRule implements Rule {
    @Override
    public void check(DiagramGraph graph, DiagramExpectations expected, Findings findings) {
        checkReached(graph, findings);
        checkLeft(graph, findings);
        checkParallelWays(graph, findings);
        if (graph.stages().isEmpty()) {
            findings.error(
                    graph.process().getId(),
                    "The diagram has no stage, so a deal would never stand anywhere. Add a \"%s\".",
                    DiagramTemplates.nameOf(graph.words().stage()).orElse("stage"));
        } else {
            checkClosed(graph, findings);
        }
    }

    private static void checkReached(DiagramGraph graph, Findings findings) {
        var reached = reach(graph.startEvents(), graph::after, node -> false);
        for (var node : graph.nodes()) {
            if (!reached.contains(node) && !(node instanceof BoundaryEvent)) {
                findings.error(
                        node.getId(),
                        "Nothing leads to %s%s. Draw an arrow to it, or delete it.",
                        graph.isStage(node) && !isBlank(node.getName()) ? "the stage " : "",
                        label(node));
            }
        }
    }

    private static void checkLeft(DiagramGraph graph, Findings findings) {
        for (var node : graph.nodes()) {
            if (node instanceof EndEvent) {
                continue;
            }
            if (graph.outgoing(node).isEmpty()) {
                findings.error(
                        node.getId(),
                        "Nothing follows %s. Draw an arrow on to the next element or to an end.",
                        label(node));
            } else if (!graph.reachesEnd(node)) {
                findings.error(
                        node.getId(),
                        "From %s%s no end can be reached. Draw a way out to an end.",
                        graph.isStage(node) && !isBlank(node.getName()) ? "the stage " : "",
                        label(node));
            }
        }
    }

    /** Only gateways split: several arrows out of any other element would put a record in two places at once. */
    private static void checkParallelWays(DiagramGraph graph, Findings findings) {
        for (var node : graph.nodes()) {
            if (graph.outgoing(node).size() > 1 && !graph.isSplit(node)) {
                findings.error(
                        node.getId(),
                        "Several arrows leave %s, so both ways would be taken at once. Put an exclusive gateway behind it.",
                        label(node));
            }
        }
    }

    private static void checkClosed(DiagramGraph graph, Findings findings) {
        reach(graph.startEvents(), graph::afterOnMainPath, graph::isClose).stream()
                .filter(EndEvent.class::isInstance)
                .forEach(end -> findings.error(
                        end.getId(),
                        "A deal can end at %s without being won or lost. Put \"Close deal\" before it.",
                        label(end)));
        graph.nodes().stream()
                .filter(graph::isClose)
                .filter(close -> reach(graph.afterOnMainPath(close), graph::afterOnMainPath, node -> false).stream()
                        .anyMatch(node -> rests(graph, node) || graph.isClose(node)))
                .forEach(close -> findings.error(
                        close.getId(),
                        "After %s the deal is closed, but a stage, a wait or another closing follows. Lead to an end instead.",
                        label(close)));
    }

    private static boolean rests(DiagramGraph graph, FlowNode node) {
        return graph.isStage(node) || node instanceof IntermediateCatchEvent;
    }
}
