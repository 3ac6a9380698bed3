package org.partnerflow.engine;

import java.util.List;

import org.partnerflow.diagram.DiagramProblem;

/** The process engine does not accept a diagram; nothing was deployed. */
public class DiagramRejected extends RuntimeException {
    private final transient List<DiagramProblem> problems;

    DiagramRejected(List<DiagramProblem> problems) {
        super(problems.toString());
        this.problems = List.copyOf(problems);
    }

    public List<DiagramProblem> problems() {
        return problems;
    }
}
