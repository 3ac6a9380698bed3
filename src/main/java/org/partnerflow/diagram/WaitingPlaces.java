package org.partnerflow.diagram;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.CatchEvent;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.IntermediateCatchEvent;
import io.camunda.zeebe.model.bpmn.instance.ServiceTask;
import io.camunda.zeebe.model.bpmn.instance.TimerEventDefinition;
import org.jspecify.annotations.Nullable;

/**
 * Where records stay in a diagram, with the timers that run there and with what follows: what moving a record to another version, and
 * ending a wait before its time, need to know.
 *
 * @param places by element id: the tasks, and the events between them that wait
 * @param besides the waits on side ways, which may run while a record stands on a task
 */
public record WaitingPlaces(Map<String, Place> places, List<String> besides) {

    /**
     * @param waits an event that waits, and no task
     * @param next the element that follows; null where there is none or several
     * @param borders the names of all events on the border
     * @param timers of the events on the border, or of the event itself
     */
    public record Place(
            String elementId,
            String name,
            boolean waits,
            @Nullable String next,
            List<String> borders,
            List<DiagramTimer> timers) {

        public Optional<DiagramTimer> timer(String timerId) {
            return timers.stream()
                    .filter(timer -> timer.elementId().equals(timerId))
                    .findFirst();
        }
    }

    /** @throws IllegalArgumentException when the text is no diagram with one process */
    public static WaitingPlaces of(String xml, DiagramWords words) {
        try {
            return of(new DiagramGraph(DiagramFile.read(xml), words));
        } catch (DiagramFile.Unreadable e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    public Optional<Place> find(String elementId) {
        return Optional.ofNullable(places.get(elementId));
    }

    /** The tasks without anything on their border: an instance that stands on one of them is moved as it is. */
    public Set<String> plainTasks() {
        return places.values().stream()
                .filter(place -> !place.waits() && place.borders().isEmpty())
                .map(Place::elementId)
                .collect(Collectors.toSet());
    }

    private static WaitingPlaces of(DiagramGraph graph) {
        var places = new LinkedHashMap<String, Place>();
        graph.nodes().stream()
                .filter(node -> node instanceof ServiceTask || node instanceof IntermediateCatchEvent)
                .forEach(node -> places.put(node.getId(), place(graph, node)));
        var sideWays = graph.nodes(BoundaryEvent.class)
                .filter(event -> !event.cancelActivity())
                .toList();
        var besides = DiagramGraph.reach(sideWays, graph::after, end -> false).stream()
                .filter(IntermediateCatchEvent.class::isInstance)
                .map(DiagramNames::nameOf)
                .toList();
        return new WaitingPlaces(places, besides);
    }

    private static Place place(DiagramGraph graph, FlowNode node) {
        var outgoing = graph.outgoing(node);
        var borders = graph.boundaries(node);
        var events = node instanceof CatchEvent wait ? List.of(wait) : List.<CatchEvent>copyOf(borders);
        return new Place(
                node.getId(),
                DiagramNames.nameOf(node),
                node instanceof IntermediateCatchEvent,
                outgoing.size() == 1 ? outgoing.getFirst().getTarget().getId() : null,
                borders.stream().map(DiagramNames::nameOf).toList(),
                events.stream().flatMap(event -> timer(event).stream()).toList());
    }

    private static Optional<DiagramTimer> timer(CatchEvent event) {
        return event.getEventDefinitions().stream()
                .filter(TimerEventDefinition.class::isInstance)
                .map(definition -> DiagramTimer.of(event, (TimerEventDefinition) definition))
                .findFirst();
    }
}
