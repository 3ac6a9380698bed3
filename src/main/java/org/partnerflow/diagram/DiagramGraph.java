package org.partnerflow.diagram;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.Activity;
import io.camunda.zeebe.model.bpmn.instance.BaseElement;
import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.EndEvent;
import io.camunda.zeebe.model.bpmn.instance.ExclusiveGateway;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.StartEvent;
import io.camunda.zeebe.model.bpmn.instance.TerminateEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeHeader;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskHeaders;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.NormalForm;

/** The elements of a process and the ways between them. */
public final class DiagramGraph {
    private static final int MOST_ELEMENTS = 500;

    private final BpmnModelInstance model;
    private final Process process;
    private final DiagramWords words;
    private final Map<String, FlowNode> nodes = new LinkedHashMap<>();
    private final Map<String, List<SequenceFlow>> outgoing;
    private final Map<String, List<BoundaryEvent>> boundaries;

    public DiagramGraph(BpmnModelInstance model, DiagramWords words) {
        this.model = model;
        this.words = words;
        process = DiagramFile.onlyProcess(model);
        process.getFlowElements().stream()
                .filter(FlowNode.class::isInstance)
                .map(FlowNode.class::cast)
                .filter(node -> node.getId() != null)
                .forEach(node -> nodes.put(node.getId(), node));
        if (nodes.size() > MOST_ELEMENTS) {
            throw new DiagramFile.Unreadable("Expected at most %d elements, but the diagram has %d. Draw a smaller one."
                    .formatted(MOST_ELEMENTS, nodes.size()));
        }
        outgoing = process.getFlowElements().stream()
                .filter(SequenceFlow.class::isInstance)
                .map(SequenceFlow.class::cast)
                .filter(flow -> named(flow, "sourceRef") != null && named(flow, "targetRef") != null)
                .collect(Collectors.groupingBy(flow -> flow.getSource().getId()));
        boundaries = nodes.values().stream()
                .filter(BoundaryEvent.class::isInstance)
                .map(BoundaryEvent.class::cast)
                .filter(event -> named(event, "attachedToRef") instanceof Activity)
                .collect(Collectors.groupingBy(event -> event.getAttachedTo().getId()));
    }

    public BpmnModelInstance model() {
        return model;
    }

    public Process process() {
        return process;
    }

    public DiagramWords words() {
        return words;
    }

    /** The element of the process that a reference names; null if there is none, whatever else has that id. */
    public @Nullable FlowNode named(BaseElement element, String reference) {
        var id = element.getDomElement().getAttribute(reference);
        return id == null ? null : nodes.get(id.strip());
    }

    public Collection<FlowNode> nodes() {
        return nodes.values();
    }

    public <T extends FlowNode> Stream<T> nodes(Class<T> type) {
        return nodes.values().stream().filter(type::isInstance).map(type::cast);
    }

    public List<FlowNode> stages() {
        return nodes.values().stream().filter(this::isStage).toList();
    }

    public List<SequenceFlow> outgoing(FlowNode node) {
        return outgoing.getOrDefault(node.getId(), List.of());
    }

    public List<BoundaryEvent> boundaries(FlowNode node) {
        return boundaries.getOrDefault(node.getId(), List.of());
    }

    /** An exclusive gateway where ways part, or where the only way has a condition. */
    public boolean isSplit(FlowNode node) {
        var ways = outgoing(node);
        return node instanceof ExclusiveGateway
                && (ways.size() > 1 || ways.stream().anyMatch(way -> way.getConditionExpression() != null));
    }

    /** Where one may be right after {@code node}: along its flows, and out of the events on its border. */
    public List<FlowNode> after(FlowNode node) {
        return Stream.concat(outgoing(node).stream().map(SequenceFlow::getTarget), boundaries(node).stream())
                .toList();
    }

    /** As {@link #after}, but without the side paths that a non-interrupting event opens beside the main path. */
    public List<FlowNode> afterOnMainPath(FlowNode node) {
        return Stream.concat(
                        outgoing(node).stream().map(SequenceFlow::getTarget),
                        boundaries(node).stream().filter(BoundaryEvent::cancelActivity))
                .toList();
    }

    public List<FlowNode> startEvents() {
        return nodes(StartEvent.class).map(FlowNode.class::cast).toList();
    }

    /** All elements that can be reached from {@code from}, itself included; not beyond those that {@code stop} names. */
    public static Set<FlowNode> reach(
            Collection<? extends FlowNode> from, Function<FlowNode, List<FlowNode>> after, Predicate<FlowNode> stop) {
        var found = new LinkedHashSet<FlowNode>(from);
        var open = new ArrayDeque<FlowNode>(from);
        while (!open.isEmpty()) {
            var node = open.remove();
            if (!stop.test(node)) {
                after.apply(node).stream().filter(found::add).forEach(open::add);
            }
        }
        return found;
    }

    /** Reaches an end, without looking at side paths. */
    public boolean reachesEnd(FlowNode node) {
        return reach(List.of(node), this::afterOnMainPath, end -> false).stream()
                .anyMatch(EndEvent.class::isInstance);
    }

    public boolean isStage(FlowNode node) {
        return words.stage().equals(jobType(node));
    }

    public boolean isClose(FlowNode node) {
        return words.close().equals(jobType(node));
    }

    /** An end that ends whatever else goes on for the record. */
    public boolean endsAll(FlowNode node) {
        return node instanceof EndEvent end
                && end.getEventDefinitions().stream().anyMatch(TerminateEventDefinition.class::isInstance);
    }

    public static @Nullable String jobType(FlowNode node) {
        var definition = extension(node, ZeebeTaskDefinition.class);
        return definition == null ? null : definition.getType();
    }

    public static Map<String, String> headers(FlowNode node) {
        var headers = new HashMap<String, String>();
        var element = extension(node, ZeebeTaskHeaders.class);
        if (element != null) {
            for (ZeebeHeader header : element.getHeaders()) {
                if (header.getKey() != null && header.getValue() != null) {
                    headers.put(header.getKey(), header.getValue());
                }
            }
        }
        return headers;
    }

    public static <T extends ModelElementInstance> @Nullable T extension(BaseElement element, Class<T> type) {
        var extensions = element.getExtensionElements();
        return extensions == null
                ? null
                : extensions.getChildElementsByType(type).stream().findFirst().orElse(null);
    }

    /** Whether there is nothing that can be seen. */
    public static boolean isBlank(@Nullable String text) {
        return text == null || NormalForm.of(text).isEmpty();
    }
}
