package org.partnerflow.diagram.check;

import java.util.Set;

import io.camunda.zeebe.model.bpmn.instance.CatchEvent;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.MessageEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.StartEvent;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeIoMapping;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeMapping;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeSubscription;

import org.partnerflow.diagram.DiagramGraph;

import static org.partnerflow.diagram.DiagramGraph.extension;
import static org.partnerflow.diagram.DiagramGraph.label;

/**
 * A diagram works on its own record only: it neither changes whose record a job is for, nor waits for the messages of another
 * process or record.
 */
final class DataRule implements Rule {
    private static final Set<String> FIXED = Set.of("recordId", "organisationId");

    @Override
    public void check(DiagramGraph graph, DiagramExpectations expected, Findings findings) {
        for (var node : graph.nodes()) {
            var mapping = extension(node, ZeebeIoMapping.class);
            if (mapping != null) {
                mapping.getInputs().forEach(input -> checkTarget(node, input, findings));
                mapping.getOutputs().forEach(output -> checkTarget(node, output, findings));
            }
            if (node instanceof CatchEvent event && !(node instanceof StartEvent)) {
                event.getEventDefinitions().stream()
                        .filter(MessageEventDefinition.class::isInstance)
                        .map(MessageEventDefinition.class::cast)
                        .forEach(message -> checkMessage(event, message, expected, findings));
            }
        }
    }

    private static void checkTarget(FlowNode node, ZeebeMapping mapping, Findings findings) {
        var target = mapping.getTarget() == null ? "" : mapping.getTarget().strip();
        if (FIXED.contains(target.split("[.\\[]", 2)[0].strip())) {
            findings.error(
                    node.getId(),
                    "%s writes the variable \"%s\", which says whose record it is. Remove the mapping.",
                    label(node),
                    target);
        }
    }

    private static void checkMessage(
            CatchEvent event, MessageEventDefinition definition, DiagramExpectations expected, Findings findings) {
        var message = definition.getMessage();
        var prefix = expected.processId() + ".";
        if (message == null || message.getName() == null || !message.getName().startsWith(prefix)) {
            findings.error(
                    event.getId(),
                    "%s waits for the message \"%s\". Expected a name that begins with \"%s\".",
                    label(event),
                    message == null ? "" : message.getName(),
                    prefix);
            return;
        }
        var subscription = extension(message, ZeebeSubscription.class);
        if (subscription == null
                || subscription.getCorrelationKey() == null
                || !subscription.getCorrelationKey().replace(" ", "").equals("=recordId")) {
            findings.error(
                    event.getId(),
                    "The message of %s has another correlation key than \"=recordId\". Set it in the properties.",
                    label(event));
        }
    }
}
