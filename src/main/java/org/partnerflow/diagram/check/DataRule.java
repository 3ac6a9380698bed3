package org.partnerflow.diagram.check;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.camunda.zeebe.model.bpmn.instance.CatchEvent;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.MessageEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.StartEvent;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeIoMapping;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeMapping;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeSubscription;

import org.partnerflow.diagram.DiagramGraph;

import static org.partnerflow.diagram.DiagramGraph.extension;
import static org.partnerflow.diagram.DiagramGraph.isBlank;
import static org.partnerflow.diagram.DiagramNames.label;
import static org.partnerflow.diagram.DiagramNames.quoted;

/**
 * A diagram works on its own record only: it neither changes whose record a job is for, nor waits for the messages of another
 * process or record.
 */
final class DataRule implements Rule {
    private static final Pattern PATH = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*(\\.[a-zA-Z_][a-zA-Z0-9_]*)*");

    /** Words of the language of expressions, which the process engine takes for no name. */
    private static final Set<String> WORDS =
            Set.of("null", "true", "false", "function", "if", "then", "else", "for", "between", "instance", "of");

    @Override
    public void check(DiagramGraph graph, DiagramExpectations expected, Findings findings) {
        for (var node : graph.nodes()) {
            var mapping = extension(node, ZeebeIoMapping.class);
            if (mapping != null) {
                mapping.getInputs().forEach(input -> checkTarget(node, input, expected, findings));
                mapping.getOutputs().forEach(output -> checkTarget(node, output, expected, findings));
                if (graph.isStage(node) && !mapping.getOutputs().isEmpty()) {
                    findings.error(
                            node.getId(),
                            "%s has an output mapping, so what is chosen at the stage would be lost. Remove the mapping.",
                            label(node));
                }
            }
            if (node instanceof CatchEvent event && !(node instanceof StartEvent)) {
                event.getEventDefinitions().stream()
                        .filter(MessageEventDefinition.class::isInstance)
                        .map(MessageEventDefinition.class::cast)
                        .forEach(message -> checkMessage(event, message, expected, findings));
            }
        }
    }

    private static void checkTarget(
            FlowNode node, ZeebeMapping mapping, DiagramExpectations expected, Findings findings) {
        var target = mapping.getTarget() == null ? "" : mapping.getTarget().strip();
        var name = target.split("[.\\[]", 2)[0].replace("`", "").strip();
        if (expected.reserved().contains(name)) {
            findings.error(
                    node.getId(),
                    "%s writes the variable \"%s\", which says whose record it is, or what was done to it, and is never"
                            + " written by a diagram. Remove the mapping.",
                    label(node),
                    name);
        } else if (!isPath(target)) {
            findings.error(
                    node.getId(),
                    "%s has a mapping to %s. Expected the name of a variable, such as \"amount\": of the letters a to z, digits"
                            + " and _, and no word of the language of expressions, such as \"of\".",
                    label(node),
                    quoted(target));
        }
    }

    /** Whether the process engine takes it for the name of a variable, or of a part of one. */
    static boolean isPath(String target) {
        return PATH.matcher(target).matches() && Stream.of(target.split("\\.")).noneMatch(WORDS::contains);
    }

    private static void checkMessage(
            CatchEvent event, MessageEventDefinition definition, DiagramExpectations expected, Findings findings) {
        var message = definition.getMessage();
        var prefix = expected.processId() + ".";
        if (message == null || message.getName() == null || !message.getName().startsWith(prefix)) {
            findings.error(
                    event.getId(),
                    "%s waits for %s. Expected a name that begins with \"%s\".",
                    label(event),
                    message == null || isBlank(message.getName())
                            ? "no message"
                            : "the message " + quoted(message.getName()),
                    prefix);
            return;
        }
        if (message.getName().equals(expected.startMessage())) {
            findings.error(
                    event.getId(),
                    "%s waits for the message %s, by which the process itself starts. Give it a message of its own.",
                    label(event),
                    quoted(message.getName()));
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
