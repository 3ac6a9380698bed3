package org.partnerflow.diagram.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeIoMapping;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeMapping;

import org.partnerflow.diagram.DiagramGraph;

/**
 * Which variables are there for certain when a record comes to an element, whatever way it came, with examples of their values. What
 * was chosen at a stage is known behind it until the next stage begins, and not behind the events on its border.
 */
final class VariableFlow {
    private static final int MOST_EXAMPLES = 12;
    private static final String EXAMPLE = "0197c7a2-0000-7000-8000-000000000001";

    private final DiagramGraph graph;
    private final Map<String, Map<String, List<Object>>> arriving = new HashMap<>();

    VariableFlow(DiagramGraph graph, Collection<String> given) {
        this.graph = graph;
        var first = new HashMap<String, List<Object>>();
        given.forEach(name -> first.put(name, List.of(EXAMPLE)));
        var changed = new ArrayDeque<FlowNode>();
        graph.startEvents().forEach(start -> come(start, first, changed));
        while (!changed.isEmpty()) {
            passOn(changed.remove(), changed);
        }
    }

    /** As the element's own expressions find them: with what is mapped into it. */
    Map<String, List<Object>> in(FlowNode node) {
        var variables = new HashMap<>(arriving.getOrDefault(node.getId(), Map.of()));
        if (graph.isStage(node)) {
            variables.remove(graph.words().outcome());
        }
        mappings(node).ifPresent(mapping -> mapping.getInputs().forEach(input -> add(variables, input)));
        return variables;
    }

    /** As the conditions of the arrows behind the element find them. */
    Map<String, List<Object>> behind(FlowNode node) {
        var variables = new HashMap<>(arriving.getOrDefault(node.getId(), Map.of()));
        mappings(node).ifPresent(mapping -> {
            var inside = new HashMap<>(in(node));
            mapping.getOutputs().forEach(output -> {
                add(inside, output);
                add(variables, output, inside);
            });
        });
        if (graph.isStage(node)) {
            variables.put(graph.words().outcome(), List.of("Go on"));
        }
        return variables;
    }

    private void passOn(FlowNode node, Collection<FlowNode> changed) {
        var behind = behind(node);
        graph.outgoing(node).stream().map(SequenceFlow::getTarget).forEach(next -> come(next, behind, changed));
        var before = new HashMap<>(arriving.get(node.getId()));
        if (graph.isStage(node)) {
            before.remove(graph.words().outcome());
        }
        graph.boundaries(node).forEach(event -> come(event, before, changed));
    }

    private void come(FlowNode node, Map<String, List<Object>> variables, Collection<FlowNode> changed) {
        var known = arriving.get(node.getId());
        var now = known == null ? Map.copyOf(variables) : common(known, variables);
        if (!now.equals(known)) {
            arriving.put(node.getId(), now);
            changed.add(node);
        }
    }

    private static Map<String, List<Object>> common(Map<String, List<Object>> one, Map<String, List<Object>> two) {
        var both = new HashMap<String, List<Object>>();
        one.forEach((name, values) -> {
            if (two.containsKey(name)) {
                var all = new LinkedHashSet<>(values);
                all.addAll(two.get(name));
                both.put(name, all.stream().limit(MOST_EXAMPLES).toList());
            }
        });
        return both;
    }

    private static Optional<ZeebeIoMapping> mappings(FlowNode node) {
        return Optional.ofNullable(DiagramGraph.extension(node, ZeebeIoMapping.class));
    }

    private static void add(Map<String, List<Object>> variables, ZeebeMapping mapping) {
        add(variables, mapping, variables);
    }

    private static void add(
            Map<String, List<Object>> variables, ZeebeMapping mapping, Map<String, List<Object>> sources) {
        if (mapping.getTarget() == null || !DataRule.isPath(mapping.getTarget().strip())) {
            return;
        }
        var path = mapping.getTarget().strip().split("\\.", 2);
        var values = path.length > 1
                ? List.<Object>of(Map.of(path[1], EXAMPLE))
                : valuesOf(
                        mapping.getSource() == null ? "" : mapping.getSource().strip(), sources);
        variables.put(path[0], values);
    }

    private static List<Object> valuesOf(String source, Map<String, List<Object>> sources) {
        var found = new ArrayList<Object>();
        if (source.startsWith("=")) {
            Feel.evaluate(source.substring(1), sources).values().stream()
                    .filter(Objects::nonNull)
                    .distinct()
                    .limit(MOST_EXAMPLES)
                    .forEach(found::add);
        }
        return found.isEmpty() ? List.of(EXAMPLE) : List.copyOf(found);
    }
}
