package org.partnerflow.diagram.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.partnerflow.diagram.DiagramProblem;

/** Collects the problems of one check. */
final class Findings {
    private final List<DiagramProblem> problems = new ArrayList<>();

    void error(@Nullable String elementId, String message, Object... values) {
        problems.add(new DiagramProblem(elementId, DiagramProblem.Severity.ERROR, message.formatted(values)));
    }

    void warning(@Nullable String elementId, String message, Object... values) {
        problems.add(new DiagramProblem(elementId, DiagramProblem.Severity.WARNING, message.formatted(values)));
    }

    boolean hasErrorAt(@Nullable String elementId) {
        return problems.stream()
                .anyMatch(problem -> problem.blocksPublishing() && Objects.equals(problem.elementId(), elementId));
    }

    /** Errors first, otherwise in the order found. */
    List<DiagramProblem> sorted() {
        return problems.stream()
                .distinct()
                .sorted(Comparator.comparing(DiagramProblem::severity))
                .toList();
    }
}
