package org.partnerflow.diagram.check;

import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

import io.camunda.zeebe.model.bpmn.instance.Activity;
import io.camunda.zeebe.model.bpmn.instance.ExclusiveGateway;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;

import org.partnerflow.diagram.DiagramDecision;
import org.partnerflow.diagram.DiagramGraph;
import org.partnerflow.shared.NormalForm;

import static org.partnerflow.diagram.DiagramGraph.isBlank;
import static org.partnerflow.diagram.DiagramNames.label;
import static org.partnerflow.diagram.DiagramNames.quoted;
import static org.partnerflow.diagram.DiagramNames.the;

/** Where ways part, it is always clear which one is taken: by the outcome that somebody chooses, or by conditions and a default. */
final class GatewayRule implements Rule {
    private static final int LONGEST_OUTCOME = 60;
    private static final Pattern UNFIT = Pattern.compile("[\"\\\\\\p{Cntrl}]");

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
        graph.nodes(ExclusiveGateway.class).forEach(gateway -> checkDefault(graph, gateway, findings));
        checkNoConditionsElsewhere(graph, findings);
    }

    private static void checkDecision(DiagramDecision decision, Findings findings) {
        var names = new HashSet<String>();
        var gateway = the(decision.gateway()).replaceFirst("^the gateway", "the decision");
        for (var flow : decision.flows()) {
            if (isBlank(flow.getName())) {
                findings.error(
                        flow.getId(),
                        "An arrow out of %s has no name. Name it: people choose the outcome by it.",
                        gateway);
            } else if (isFit(flow, findings) && !decision.isDefault(flow)) {
                checkCondition(flow, findings);
            }
            var outcome = decision.outcome(flow);
            if (!isBlank(outcome) && !names.add(NormalForm.key(outcome))) {
                findings.error(
                        flow.getId(),
                        "Two arrows out of %s have the outcome %s. Give each another name.",
                        gateway,
                        quoted(outcome));
            }
        }
    }

    private static boolean isFit(SequenceFlow flow, Findings findings) {
        var name = flow.getName().strip();
        if (name.length() > LONGEST_OUTCOME) {
            findings.error(
                    flow.getId(),
                    "The outcome %s has a name of %d characters. Expected at most %d, here and in its condition.",
                    quoted(name),
                    name.length(),
                    LONGEST_OUTCOME);
            return false;
        }
        if (UNFIT.matcher(name).find()) {
            findings.error(
                    flow.getId(),
                    "The outcome %s has a quotation mark, a backslash or a line break in its name. Remove it, here and in its"
                            + " condition.",
                    quoted(name));
            return false;
        }
        return true;
    }

    private static void checkCondition(SequenceFlow flow, Findings findings) {
        var name = flow.getName().strip();
        var outcome = DiagramDecision.outcomeOf(flow);
        if (flow.getConditionExpression() == null) {
            findings.error(
                    flow.getId(), "The outcome \"%s\" has no condition. Set it to: =outcome = \"%s\"", name, name);
        } else if (outcome == null) {
            findings.error(
                    flow.getId(),
                    "The condition of the outcome \"%s\" is %s. Expected: =outcome = \"%s\"",
                    name,
                    quoted(flow.getConditionExpression().getTextContent()),
                    name);
        } else if (!outcome.equals(name)) {
            findings.error(
                    flow.getId(),
                    "The arrow is called \"%s\", but its condition asks for %s. Give both the same name.",
                    name,
                    quoted(outcome));
        }
    }

    private static void checkAutomatic(ExclusiveGateway gateway, List<SequenceFlow> flows, Findings findings) {
        var defaultFlow = gateway.getDefault();
        if (defaultFlow == null) {
            findings.error(
                    gateway.getId(),
                    "%s has no default. Mark the arrow that is taken when no condition holds as default.",
                    the(gateway));
        }
        for (var flow : flows) {
            if (!flow.equals(defaultFlow) && flow.getConditionExpression() == null) {
                findings.error(
                        flow.getId(),
                        "An arrow out of %s has no condition. Give it one, or make it the default.",
                        the(gateway));
            }
            if (flow.getConditionExpression() != null
                    && !flow.getConditionExpression().getTextContent().strip().startsWith("=")) {
                findings.error(
                        flow.getId(),
                        "The condition %s is no expression. Expected one that begins with \"=\".",
                        quoted(flow.getConditionExpression().getTextContent()));
            }
            if (isBlank(flow.getName())) {
                findings.warning(
                        flow.getId(),
                        "An arrow out of %s has no name. A name tells readers when it is taken.",
                        the(gateway));
            }
        }
    }

    private static void checkDefault(DiagramGraph graph, ExclusiveGateway gateway, Findings findings) {
        var defaultFlow = gateway.getDefault();
        if (defaultFlow == null) {
            return;
        }
        if (!graph.outgoing(gateway).contains(defaultFlow)) {
            findings.error(
                    gateway.getId(),
                    "The default of %s is an arrow that does not leave it. Choose one that does.",
                    the(gateway));
        } else if (defaultFlow.getConditionExpression() != null) {
            findings.error(
                    defaultFlow.getId(),
                    "The default arrow out of %s has a condition. Remove the condition, or choose another default.",
                    the(gateway));
        }
    }

    private static void checkNoConditionsElsewhere(DiagramGraph graph, Findings findings) {
        for (var node : graph.nodes()) {
            if (node instanceof ExclusiveGateway) {
                continue;
            }
            graph.outgoing(node).stream()
                    .filter(flow -> flow.getConditionExpression() != null)
                    .forEach(flow -> findings.error(
                            flow.getId(),
                            "The arrow out of %s has a condition, which only those out of a gateway can have. Remove it, or put"
                                    + " a gateway before the arrow.",
                            label(node)));
            if (node instanceof Activity activity && activity.getDefault() != null) {
                findings.error(
                        node.getId(),
                        "%s has a default arrow, which only a gateway can have. Put a gateway behind it.",
                        label(node));
            }
        }
    }
}
