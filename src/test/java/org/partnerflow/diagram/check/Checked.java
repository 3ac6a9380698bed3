package org.partnerflow.diagram.check;

import java.util.List;
import java.util.function.UnaryOperator;

import org.partnerflow.diagram.DiagramProblem;
import org.partnerflow.diagram.DiagramProblem.Severity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnerflow.diagram.DiagramExamples.EXPECTED;
import static org.partnerflow.diagram.DiagramExamples.shippedWorkflow;

/** The findings of one check, for tests. */
record Checked(List<DiagramProblem> problems) {

    static Checked diagram(String xml) {
        return new Checked(DiagramCheck.check(xml, EXPECTED));
    }

    /** The shipped workflow with something in it changed. */
    static Checked shipped(UnaryOperator<String> change) {
        var before = shippedWorkflow();
        var after = change.apply(before);
        assertThat(after).as("the change of the diagram").isNotEqualTo(before);
        return diagram(after);
    }

    void isRefusedAt(String elementId, String message) {
        assertThat(problems).anySatisfy(problem -> {
            assertThat(problem.severity()).isEqualTo(Severity.ERROR);
            assertThat(problem.elementId()).isEqualTo(elementId);
            assertThat(problem.message()).contains(message);
        });
    }

    void isAccepted() {
        assertThat(problems).noneMatch(DiagramProblem::blocksPublishing);
    }
}
