package org.partnerflow.diagram.check;

import java.util.TreeMap;

import org.partnerflow.diagram.DiagramGraph;

import static org.partnerflow.diagram.DiagramNames.quoted;

/** Running records stand on elements by their ids: one that has gone needs a mapping before its records can be moved. */
final class OccupiedRule implements Rule {
    @Override
    public void check(DiagramGraph graph, DiagramExpectations expected, Findings findings) {
        new TreeMap<>(expected.occupied()).forEach((elementId, name) -> {
            if (graph.nodes().stream().noneMatch(node -> node.getId().equals(elementId))) {
                findings.warning(
                        graph.process().getId(),
                        "Running deals stand at %s, which this diagram does not have%s. They stay on their version;"
                                + " to move them, say which stage they go to.",
                        quoted(name),
                        isNameOfAnother(graph, name) ? ": what is called so here is a new one" : "");
            }
        });
    }

    private static boolean isNameOfAnother(DiagramGraph graph, String name) {
        return graph.nodes().stream().anyMatch(node -> name.equals(node.getName()));
    }
}
