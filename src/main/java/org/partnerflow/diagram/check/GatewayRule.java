package org.partnerflow.diagram.check;

import java.util.HashSet;
import java.util.List;

import io.camunda.zeebe.model.bpmn.instance.ExclusiveGateway;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;

import org.partnerflow.diagram.DiagramDecision;
import org.partnerflow.diagram.DiagramGraph;

import static org.partnerflow.diagram.DiagramGraph.isBlank;
import static org.partnerflow.diagram.DiagramGraph.label;

/** Where ways part, it is always clear which one is taken: by the outcome that somebody chooses, or by conditions and a default. */
final class GatewayRule implements Rule {
    @Override
    public void check(DiagramGraph graph, DiagramExpectations expected, Findings findings) {
        var decisions = DiagramDecision.findAll(graph);
        graph.nodes(ExclusiveGateway.class).filter(graph::isSplit).forEach(gateway -> {
            var decision = decisions.get(gateway.getId());
            if (decision != null) {
                checkDecision(decision, findings);
            } else {
                checkAutomatic(gateway, graph.outgoing(gateway), findings);
            }
        });
    }

    private static void checkDecision(DiagramDecision decision, Findings findings) {
        var names = new HashSet<String>();
        for (var flow : decision.flows()) {
            if (isBlank(flow.getName())) {
                findings.error(
                        flow.getId(),
                        "An arrow out of the decision %s has no name. Name it: people choose the outcome by it.",
                        label(decision.gateway()));
            } else if (!decision.isDefault(flow)) {
                checkCondition(flow, findings);
            }
            var outcome = decision.outcome(flow);
            if (!isBlank(outcome) && !names.add(outcome)) {
                findings.error(
                        flow.getId(),
                        "Two arrows out of the decision %s have the outcome \"%s\". Give each another name.",
                        label(decision.gateway()),
                        outcome);
            }
        }
    }

    private static void checkCondition(SequenceFlow flow, Findings findings) {
        var name = flow.getName().strip();
        var outcome = DiagramDecision.outcomeOf(flow);
        if (flow.getConditionExpression() == null) {
            findings.error(
                    flow.getId(),
                    "The outcome \"%s\" has no condition. Set it to: =outcome = \"%s\"",
                    name,
                    name.replace("\"", ""));
        } else if (outcome == null) {
            findings.error(
                    flow.getId(),
                    "The condition of the outcome \"%s\" is \"%s\". Expected: =outcome = \"%s\"",
                    name,
                    flow.getConditionExpression().getTextContent(),
                    name.replace("\"", ""));
        } else if (!outcome.equals(name)) {
            findings.error(
                    flow.getId(),
                    "The arrow is called \"%s\", but its condition asks for \"%s\". Give both the same name.",
                    name,
                    outcome);
        }
    }

    private static void checkAutomatic(ExclusiveGateway gateway, List<SequenceFlow> flows, Findings findings) {
        var defaultFlow = gateway.getDefault();
        if (defaultFlow == null) {
            findings.error(
                    gateway.getId(),
                    "The gateway %s has no default. Mark the arrow that is taken when no condition holds as default.",
                    label(gateway));
        }
        for (var flow : flows) {
            if (!flow.equals(defaultFlow) && flow.getConditionExpression() == null) {
                findings.error(
                        flow.getId(),
                        "An arrow out of the gateway %s has no condition. Give it one, or make it the default.",
                        label(gateway));
            }
            if (flow.getConditionExpression() != null
                    && !flow.getConditionExpression().getTextContent().strip().startsWith("=")) {
                findings.error(
                        flow.getId(),
                        "The condition \"%s\" is no expression. Expected one that begins with \"=\".",
                        flow.getConditionExpression().getTextContent());
            }
            if (isBlank(flow.getName())) {
                findings.warning(
                        flow.getId(),
                        "An arrow out of the gateway %s has no name. A name tells readers when it is taken.",
                        label(gateway));
            }
        }
    }
}
