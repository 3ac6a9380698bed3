package org.partnerflow.diagram;

import java.util.List;

import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.TimerEventDefinition;

/** The timers of a diagram that are attached to tasks. The process engine cannot migrate an instance that waits at such a task. */
public final class DiagramTimers {
    private DiagramTimers() {}

    /** The names of the timers at an element; empty where it has none. */
    public static List<String> at(String xml, String elementId) {
        try {
            return DiagramFile.read(xml).getModelElementsByType(BoundaryEvent.class).stream()
                    .filter(event -> event.getAttachedTo().getId().equals(elementId))
                    .filter(event -> event.getEventDefinitions().stream()
                            .anyMatch(definition -> definition instanceof TimerEventDefinition))
                    .map(DiagramGraph::nameOf)
                    .toList();
        } catch (DiagramFile.Unreadable e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
