package org.partnerflow.diagram.check;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.CallActivity;
import io.camunda.zeebe.model.bpmn.instance.EndEvent;
import io.camunda.zeebe.model.bpmn.instance.ErrorEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.EventDefinition;
import io.camunda.zeebe.model.bpmn.instance.ExclusiveGateway;
import io.camunda.zeebe.model.bpmn.instance.ExtensionElements;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.IntermediateCatchEvent;
import io.camunda.zeebe.model.bpmn.instance.MessageEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.ServiceTask;
import io.camunda.zeebe.model.bpmn.instance.StartEvent;
import io.camunda.zeebe.model.bpmn.instance.TerminateEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.TimerEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeCalledElement;
import org.jspecify.annotations.Nullable;

import org.partnerflow.diagram.DiagramGraph;

import static org.partnerflow.diagram.DiagramGraph.extension;
import static org.partnerflow.diagram.DiagramNames.aKind;
import static org.partnerflow.diagram.DiagramNames.label;
import static org.partnerflow.diagram.DiagramNames.quoted;

/** Only elements that the product knows how to run. */
final class ElementRule implements Rule {
    private static final Set<String> EXTENSIONS =
            Set.of("taskDefinition", "taskHeaders", "ioMapping", "properties", "calledElement", "subscription");

    @Override
    public void check(DiagramGraph graph, DiagramExpectations expected, Findings findings) {
        for (var node : graph.nodes()) {
            if (node instanceof CallActivity call) {
                checkCall(call, expected, findings);
            } else if (!isSupported(node)) {
                findings.error(
                        node.getId(),
                        "%s is %s, which is not supported. Use our building blocks, exclusive gateways, timers and"
                                + " messages instead.",
                        label(node),
                        aKind(node));
            }
            if (repeats(node)) {
                findings.error(
                        node.getId(), "%s repeats itself, which is not supported. Remove the marker.", label(node));
            }
            if (Boolean.parseBoolean(node.getDomElement().getAttribute("isForCompensation"))) {
                findings.error(
                        node.getId(),
                        "%s is there to undo another step, which is not supported. Remove the marker.",
                        label(node));
            }
            checkExtensions(node.getExtensionElements(), node.getId(), label(node), findings);
        }
        checkExtensions(graph.process().getExtensionElements(), graph.process().getId(), "The process", findings);
    }

    /** For each of many, or in a loop. */
    private static boolean repeats(FlowNode node) {
        return node.getDomElement().getChildElements().stream()
                .anyMatch(child -> child.getLocalName().endsWith("LoopCharacteristics"));
    }

    private static boolean isSupported(FlowNode node) {
        return switch (node) {
            case StartEvent start -> true;
            case ServiceTask task -> true;
            case ExclusiveGateway gateway -> true;
            case EndEvent end ->
                end.getEventDefinitions().isEmpty() || only(end.getEventDefinitions(), TerminateEventDefinition.class);
            case BoundaryEvent event ->
                only(
                        event.getEventDefinitions(),
                        TimerEventDefinition.class,
                        MessageEventDefinition.class,
                        ErrorEventDefinition.class);
            case IntermediateCatchEvent event ->
                only(event.getEventDefinitions(), TimerEventDefinition.class, MessageEventDefinition.class);
            default -> false;
        };
    }

    @SafeVarargs
    private static boolean only(Collection<EventDefinition> definitions, Class<? extends EventDefinition>... allowed) {
        return definitions.size() == 1
                && Stream.of(allowed)
                        .anyMatch(type -> type.isInstance(definitions.iterator().next()));
    }

    private static void checkCall(CallActivity call, DiagramExpectations expected, Findings findings) {
        var called = extension(call, ZeebeCalledElement.class);
        var id = called == null ? null : called.getProcessId();
        if (id == null || !expected.calledProcesses().contains(id)) {
            findings.error(
                    call.getId(),
                    "%s calls %s, which this process may not call.%s",
                    label(call),
                    id == null ? "a process" : "the process " + quoted(id),
                    expected.calledProcesses().isEmpty()
                            ? " Draw its steps here instead."
                            : " Expected one of: " + String.join(", ", expected.calledProcesses()) + ".");
        }
    }

    private static void checkExtensions(
            @Nullable ExtensionElements extensions, @Nullable String elementId, String whose, Findings findings) {
        if (extensions == null) {
            return;
        }
        var seen = new HashSet<String>();
        for (var element : extensions.getElements()) {
            var name = element.getElementType().getTypeName();
            if (!seen.add(name)) {
                findings.error(elementId, "%s has %s more than once. Keep one of them.", whose, quoted(name));
            }
            if (!EXTENSIONS.contains(name)) {
                findings.error(elementId, "%s uses %s, which is not supported. Remove it.", whose, quoted(name));
            }
        }
    }
}
