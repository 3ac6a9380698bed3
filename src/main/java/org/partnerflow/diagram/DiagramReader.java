package org.partnerflow.diagram;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.EndEvent;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.Gateway;
import io.camunda.zeebe.model.bpmn.instance.IntermediateCatchEvent;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import org.jspecify.annotations.Nullable;

import org.partnerflow.diagram.DiagramAnalysis.Move;
import org.partnerflow.diagram.DiagramAnalysis.Stage;
import org.partnerflow.diagram.DiagramAnalysis.Target;

import static org.partnerflow.diagram.DiagramGraph.headers;
import static org.partnerflow.diagram.DiagramNames.nameOf;

/** Walks from each stage along the flows, over gateways and automatic steps, to the next stages and ends. */
final class DiagramReader {
    private final DiagramGraph graph;
    private final Map<String, DiagramDecision> decisions;

    DiagramReader(DiagramGraph graph) {
        this.graph = graph;
        this.decisions = DiagramDecision.findAll(graph);
    }

    DiagramAnalysis analysis() {
        var stages = new DiagramOrder(graph)
                .nodes().stream().filter(graph::isStage).map(this::stage).toList();
        var entry = graph.startEvents().stream()
                .flatMap(start -> moves(start, null, false).stream())
                .toList();
        var waits =
                graph.nodes(IntermediateCatchEvent.class).map(FlowNode::getId).toList();
        return new DiagramAnalysis(stages, entry, waits);
    }

    private Stage stage(FlowNode node) {
        var automatic = graph.boundaries(node).stream()
                .filter(BoundaryEvent::cancelActivity)
                .flatMap(event -> moves(event, nameOf(event), false).stream())
                .toList();
        var moves = named(node, moves(node, null, true));
        return new Stage(node.getId(), nameOf(node), new TreeMap<>(headers(node)), moves, automatic);
    }

    /** Where there is nothing to choose, the move is called as its arrow, or as where it leads. */
    private List<Move> named(FlowNode stage, List<Move> moves) {
        var arrow = graph.outgoing(stage).stream()
                .map(flow -> DiagramNames.oneLine(flow.getName()))
                .filter(name -> !name.isEmpty())
                .findFirst();
        var unnamed = moves.stream().filter(move -> move.outcome() == null).toList();
        var name = arrow.orElse(unnamed.size() == 1 ? unnamed.getFirst().targetName() : "Go on");
        return moves.stream()
                .map(move -> move.outcome() == null ? move.called(name) : move)
                .toList();
    }

    /** A place on a walk: how one got there, and what was chosen on the way. */
    private record Step(
            FlowNode at,
            @Nullable String outcome,
            List<String> steps,
            @Nullable String result) {
        Step to(FlowNode next, @Nullable String chosen) {
            return new Step(next, chosen, steps, result);
        }
    }

    private List<Move> moves(FlowNode from, @Nullable String name, boolean chosen) {
        var found = new LinkedHashSet<Move>();
        for (var flow : graph.outgoing(from)) {
            walk(new Step(flow.getTarget(), null, List.of(), null), name, chosen, found, new HashSet<>());
        }
        return List.copyOf(found);
    }

    private void walk(Step step, @Nullable String name, boolean chosen, Set<Move> found, Set<List<String>> seen) {
        var node = step.at();
        if (!seen.add(List.of(node.getId(), String.valueOf(step.outcome())))) {
            return;
        }
        if (graph.isStage(node) || node instanceof EndEvent) {
            found.add(move(step, name, chosen));
            return;
        }
        var here = pass(step);
        for (var flow : graph.outgoing(node)) {
            for (var outcome : outcomes(node, flow, step.outcome(), chosen)) {
                walk(here.to(flow.getTarget(), outcome.value()), name, chosen, found, seen);
            }
        }
    }

    /** An outcome that may be unknown yet; a list of these says whether a flow is taken at all. */
    private record Outcome(@Nullable String value) {}

    private List<Outcome> outcomes(FlowNode node, SequenceFlow flow, @Nullable String known, boolean chosen) {
        var decision = decisions.get(node.getId());
        if (decision == null) {
            return List.of(new Outcome(known));
        }
        var asked = decision.outcome(flow);
        if (known == null) {
            return asked == null && chosen ? List.of() : List.of(new Outcome(chosen ? asked : null));
        }
        var taken = known.equals(asked)
                || decision.isDefault(flow)
                        && decision.flows().stream().noneMatch(other -> known.equals(decision.outcome(other)));
        return taken ? List.of(new Outcome(known)) : List.of();
    }

    private Step pass(Step step) {
        var node = step.at();
        if (node instanceof Gateway) {
            return step;
        }
        var steps = new ArrayList<>(step.steps());
        steps.add(node.getId());
        var result = graph.isClose(node) ? headers(node).get(graph.words().resultHeader()) : step.result();
        return new Step(node, step.outcome(), List.copyOf(steps), result);
    }

    private Move move(Step step, @Nullable String name, boolean chosen) {
        var node = step.at();
        var target = graph.isStage(node)
                ? Target.STAGE
                : Optional.ofNullable(step.result())
                        .map(graph.words().results()::get)
                        .orElse(Target.END);
        var outcome = chosen ? step.outcome() : null;
        return new Move(
                outcome,
                name != null ? name : outcome != null ? outcome : nameOf(node),
                node.getId(),
                nameOf(node),
                target,
                step.steps());
    }
}
