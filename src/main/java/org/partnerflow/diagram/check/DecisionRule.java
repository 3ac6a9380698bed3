package org.partnerflow.diagram.check;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.StartEvent;
import org.jspecify.annotations.Nullable;

import org.partnerflow.diagram.DiagramDecision;
import org.partnerflow.diagram.DiagramGraph;

import static org.partnerflow.diagram.DiagramGraph.reach;
import static org.partnerflow.diagram.DiagramNames.quoted;
import static org.partnerflow.diagram.DiagramNames.the;

/** A decision follows what was chosen at the stage just left: nothing else leads to it, and it knows every choice that comes to it. */
final class DecisionRule implements Rule {
    @Override
    public void check(DiagramGraph graph, DiagramExpectations expected, Findings findings) {
        var decisions = DiagramDecision.findAll(graph);
        graph.nodes().stream()
                .filter(node -> isWithoutChoice(graph, node))
                .forEach(source -> reach(List.of(source), graph::after, graph::isStage).stream()
                        .filter(node -> decisions.containsKey(node.getId()))
                        .forEach(decision -> findings.error(
                                decision.getId(),
                                "%s follows what somebody chose at a stage, but %s leads to it, where nobody has chosen"
                                        + " anything. Lead that way to a stage, or past the decision.",
                                the(decision),
                                the(source))));
        graph.stages().forEach(stage -> checkChoices(graph, stage, decisions, findings));
    }

    /** What happens on the border of a stage ends the visit without a choice, and at the start there was none. */
    private static boolean isWithoutChoice(DiagramGraph graph, FlowNode node) {
        return node instanceof StartEvent
                || node instanceof BoundaryEvent event
                        && event.getAttachedTo() != null
                        && graph.isStage(event.getAttachedTo());
    }

    private record Step(FlowNode at, @Nullable String outcome) {}

    private static void checkChoices(
            DiagramGraph graph, FlowNode stage, Map<String, DiagramDecision> decisions, Findings findings) {
        Set<Step> seen = new HashSet<>();
        var open = new ArrayDeque<Step>();
        graph.outgoing(stage).forEach(flow -> open.add(new Step(flow.getTarget(), null)));
        while (!open.isEmpty()) {
            var step = open.remove();
            if (graph.isStage(step.at()) || !seen.add(step)) {
                continue;
            }
            var decision = decisions.get(step.at().getId());
            if (decision == null) {
                graph.after(step.at()).forEach(next -> open.add(new Step(next, step.outcome())));
            } else {
                var taken = taken(decision, step.outcome());
                taken.forEach(flow -> open.add(
                        new Step(flow.getTarget(), step.outcome() == null ? decision.outcome(flow) : step.outcome())));
                if (taken.isEmpty()) {
                    findings.error(
                            step.at().getId(),
                            "%s is reached with the choice %s, which none of its arrows asks for. Add an arrow for it, or put"
                                    + " a stage between the two decisions.",
                            the(step.at()),
                            quoted(step.outcome()));
                }
            }
        }
    }

    private static List<SequenceFlow> taken(DiagramDecision decision, @Nullable String outcome) {
        if (outcome == null) {
            return decision.flows();
        }
        var asked = decision.flows().stream()
                .filter(flow -> outcome.equals(decision.outcome(flow)))
                .toList();
        return asked.isEmpty()
                ? decision.flows().stream().filter(decision::isDefault).toList()
                : asked;
    }
}
