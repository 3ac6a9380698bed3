package org.partnerflow.diagram.check;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.CatchEvent;
import io.camunda.zeebe.model.bpmn.instance.ExclusiveGateway;
import io.camunda.zeebe.model.bpmn.instance.Expression;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.TimerEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeIoMapping;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeMapping;
import org.jspecify.annotations.Nullable;

import org.partnerflow.diagram.DiagramDecision;
import org.partnerflow.diagram.DiagramGraph;

import static org.partnerflow.diagram.DiagramNames.label;
import static org.partnerflow.diagram.DiagramNames.quoted;
import static org.partnerflow.diagram.DiagramNames.the;

/** Every expression can be evaluated at its place, and gives what is needed there. */
final class ExpressionRule implements Rule {
    @Override
    public void check(DiagramGraph graph, DiagramExpectations expected, Findings findings) {
        var variables = new VariableFlow(graph, expected.given());
        graph.nodes(ExclusiveGateway.class).forEach(gateway -> graph.outgoing(gateway)
                .forEach(flow -> checkCondition(gateway, flow, variables.behind(gateway), findings)));
        for (var node : graph.nodes()) {
            checkMappings(node, variables, findings);
        }
        graph.nodes(CatchEvent.class).forEach(event -> event.getEventDefinitions().stream()
                .filter(TimerEventDefinition.class::isInstance)
                .map(TimerEventDefinition.class::cast)
                .forEach(timer -> checkTimer(event, timer, variables.in(waitsAt(event)), findings)));
    }

    /** A timer on a border is set when its task begins. */
    private static FlowNode waitsAt(CatchEvent event) {
        return event instanceof BoundaryEvent border && border.getAttachedTo() != null ? border.getAttachedTo() : event;
    }

    private static void checkCondition(
            ExclusiveGateway gateway, SequenceFlow flow, Map<String, List<Object>> variables, Findings findings) {
        var condition = flow.getConditionExpression();
        if (condition == null || DiagramDecision.outcomeOf(flow) != null) {
            return;
        }
        expression(condition.getTextContent()).ifPresent(text -> {
            var what = "The condition %s behind %s".formatted(quoted("=" + text), the(gateway));
            var result = Feel.evaluate(text, variables);
            if (result.fault() != null) {
                findings.error(flow.getId(), "%s %s.", what, result.fault());
            } else if (result.not(Feel.Kind.BOOLEAN) instanceof Feel.Kind kind) {
                findings.error(
                        flow.getId(),
                        "%s gives %s. Expected one that is true or false, such as: =outcome = \"Yes\"",
                        what,
                        kind.words);
            }
        });
    }

    private static void checkTimer(
            CatchEvent event, TimerEventDefinition timer, Map<String, List<Object>> variables, Findings findings) {
        expression(text(timer.getTimeDuration()))
                .ifPresent(text -> checkTime(
                        event,
                        text,
                        variables,
                        Feel.Kind.DURATION,
                        "a duration, such as: =duration(\"P3D\")",
                        findings));
        expression(text(timer.getTimeDate()))
                .ifPresent(text -> checkTime(
                        event,
                        text,
                        variables,
                        Feel.Kind.TIME,
                        "a time with a zone, such as: =now() + duration(\"P3D\")",
                        findings));
    }

    private static void checkTime(
            CatchEvent event,
            String text,
            Map<String, List<Object>> variables,
            Feel.Kind wanted,
            String expected,
            Findings findings) {
        var what = "The time %s of %s".formatted(quoted("=" + text), the(event));
        var result = Feel.evaluate(text, variables);
        if (result.fault() != null) {
            findings.error(event.getId(), "%s %s.", what, result.fault());
        } else if (result.not(wanted) instanceof Feel.Kind kind) {
            findings.error(event.getId(), "%s gives %s. Expected %s", what, kind.words, expected);
        } else if (wanted == Feel.Kind.DURATION && !result.values().stream().allMatch(Times::isFit)) {
            findings.error(
                    event.getId(), "%s gives no time to wait, or more than 10 years. Expected %s", what, expected);
        } else if (wanted == Feel.Kind.TIME
                && !result.values().stream()
                        .allMatch(value -> value instanceof ZonedDateTime time && Times.isFit(time))) {
            findings.error(event.getId(), "%s gives a time before 1970 or after 2099. Expected %s", what, expected);
        }
    }

    private static void checkMappings(FlowNode node, VariableFlow variables, Findings findings) {
        var mapping = DiagramGraph.extension(node, ZeebeIoMapping.class);
        if (mapping != null) {
            mapping.getInputs().forEach(input -> checkMapping(node, input, variables.in(node), findings));
            mapping.getOutputs().forEach(output -> checkMapping(node, output, variables.in(node), findings));
        }
    }

    private static void checkMapping(
            FlowNode node, ZeebeMapping mapping, Map<String, List<Object>> variables, Findings findings) {
        var source = mapping.getSource() == null ? "" : mapping.getSource().strip();
        var what = "The mapping to %s at %s".formatted(quoted(mapping.getTarget()), label(node));
        if (!source.startsWith("=")) {
            findings.error(
                    node.getId(),
                    "%s has the source %s. Expected an expression that begins with \"=\".",
                    what,
                    quoted(source));
            return;
        }
        var result = Feel.evaluate(source.substring(1), variables);
        if (result.fault() != null) {
            findings.error(node.getId(), "%s %s.", what, result.fault());
        }
    }

    private static Optional<String> expression(String text) {
        var stripped = text.strip();
        return stripped.startsWith("=") ? Optional.of(stripped.substring(1).strip()) : Optional.empty();
    }

    private static String text(@Nullable Expression expression) {
        return expression == null ? "" : expression.getTextContent();
    }
}
