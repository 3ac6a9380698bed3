package org.partnerflow.diagram;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.camunda.zeebe.model.bpmn.instance.ExclusiveGateway;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import org.jspecify.annotations.Nullable;

import static org.partnerflow.diagram.DiagramGraph.reach;

/**
 * A gateway at which a person's choice is followed: it comes right after a stage, or its conditions ask for the outcome.
 *
 * @param flows the choices, in the order of the diagram
 */
public record DiagramDecision(ExclusiveGateway gateway, List<SequenceFlow> flows) {
    private static final Pattern OUTCOME = Pattern.compile("=\\s*outcome\\s*=\\s*\"([^\"\\\\]+)\"\\s*");

    public static Map<String, DiagramDecision> findAll(DiagramGraph graph) {
        var afterStages = graph.stages().stream()
                .flatMap(stage -> graph.outgoing(stage).stream())
                .map(SequenceFlow::getTarget)
                .toList();
        var rightAfterStage =
                reach(afterStages, graph::after, node -> !(node instanceof ExclusiveGateway) || graph.isSplit(node));
        var found = new LinkedHashMap<String, DiagramDecision>();
        graph.nodes(ExclusiveGateway.class).filter(graph::isSplit).forEach(gateway -> {
            var flows = graph.outgoing(gateway);
            if (contains(rightAfterStage, gateway) || flows.stream().anyMatch(flow -> outcomeOf(flow) != null)) {
                found.put(gateway.getId(), new DiagramDecision(gateway, flows));
            }
        });
        return found;
    }

    private static boolean contains(Iterable<FlowNode> nodes, FlowNode wanted) {
        for (var node : nodes) {
            if (node.equals(wanted)) {
                return true;
            }
        }
        return false;
    }

    public boolean isDefault(SequenceFlow flow) {
        return flow.equals(gateway.getDefault());
    }

    /** The outcome that leads along {@code flow}; the default is chosen by its name. */
    public @Nullable String outcome(SequenceFlow flow) {
        var asked = outcomeOf(flow);
        return asked == null && isDefault(flow) && flow.getName() != null
                ? flow.getName().strip()
                : asked;
    }

    /** The name in a condition of the form {@code =outcome = "name"}; null for any other condition. */
    public static @Nullable String outcomeOf(SequenceFlow flow) {
        var condition = flow.getConditionExpression();
        if (condition == null) {
            return null;
        }
        var matcher = OUTCOME.matcher(condition.getTextContent().strip());
        return matcher.matches() ? matcher.group(1) : null;
    }
}
