package org.partnerflow.diagram.check;

import java.util.HashMap;
import java.util.Map;

import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.ErrorEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.EventDefinition;
import io.camunda.zeebe.model.bpmn.instance.MessageEventDefinition;
import org.jspecify.annotations.Nullable;

import org.partnerflow.diagram.DiagramGraph;

import static org.partnerflow.diagram.DiagramNames.the;

/** What comes to a stage or task goes one way: no two events on its border wait for the same message, or the same error. */
final class TwinEventRule implements Rule {
    @Override
    public void check(DiagramGraph graph, DiagramExpectations expected, Findings findings) {
        for (var node : graph.nodes()) {
            Map<String, BoundaryEvent> seen = new HashMap<>();
            for (var event : graph.boundaries(node)) {
                event.getEventDefinitions().stream().limit(1).forEach(definition -> {
                    var awaited = awaited(definition);
                    var other = awaited == null ? null : seen.putIfAbsent(awaited, event);
                    if (other != null) {
                        findings.error(
                                event.getId(),
                                "%s waits for the same as %s. Keep one of them.",
                                the(event),
                                the(other));
                    }
                });
            }
        }
    }

    private static @Nullable String awaited(EventDefinition definition) {
        return switch (definition) {
            case MessageEventDefinition message
            when message.getMessage() != null ->
                "message " + message.getMessage().getName();
            case ErrorEventDefinition error ->
                "error " + (error.getError() == null ? "" : error.getError().getErrorCode());
            default -> null;
        };
    }
}
