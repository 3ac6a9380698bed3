package org.partnerflow.diagram.check;

import java.util.TreeMap;

import org.partnerflow.diagram.DiagramGraph;

/** Running records stand on elements by their ids: one that has gone needs a mapping before its records can be moved. */
final class OccupiedRule implements Rule {
    @Override
    public void check(DiagramGraph graph, DiagramExpectations expected, Findings findings) {
        new TreeMap<>(expected.occupied()).forEach((elementId, name) -> {
            if (graph.nodes().stream().noneMatch(node -> node.getId().equals(elementId))) {
                findings.warning(
                        graph.process().getId(),
                        "Running deals stand at \"%s\" (%s), which this diagram does not have. They stay on their version;"
                                + " to move them, say which stage they go to.",
                        name,
                        elementId);
            }
        });
    }
}
