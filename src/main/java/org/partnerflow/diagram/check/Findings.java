package org.partnerflow.diagram.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.partnerflow.diagram.DiagramProblem;

/** Collects the problems of one check. */
final class Findings {
    private final List<DiagramProblem> problems = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();

    /** @param elementIds in the order of the diagram: findings are told in it, so that they always come alike */
    Findings(List<String> elementIds) {
        elementIds.forEach(id -> places.putIfAbsent(id, places.size()));
    }

    void error(@Nullable String elementId, String message, Object... values) {
        add(elementId, DiagramProblem.Severity.ERROR, message.formatted(values));
    }

    void warning(@Nullable String elementId, String message, Object... values) {
        add(elementId, DiagramProblem.Severity.WARNING, message.formatted(values));
    }

    private void add(@Nullable String elementId, DiagramProblem.Severity severity, String message) {
        var sentence = Character.toUpperCase(message.charAt(0)) + message.substring(1);
        problems.add(new DiagramProblem(elementId, severity, sentence));
    }

    boolean hasError() {
        return problems.stream().anyMatch(DiagramProblem::blocksPublishing);
    }

    /** Errors first; those of the whole diagram before those of its elements, and these as they stand in the diagram. */
    List<DiagramProblem> sorted() {
        return problems.stream()
                .distinct()
                .sorted(Comparator.comparing(DiagramProblem::severity)
                        .thenComparing(this::place)
                        .thenComparing(DiagramProblem::message))
                .toList();
    }

    private int place(DiagramProblem problem) {
        return problem.elementId() == null ? -1 : places.getOrDefault(problem.elementId(), places.size());
    }
}
