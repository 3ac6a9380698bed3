package org.partnerflow.rules.table;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.partnerflow.rules.table.Comparison.Change;
import org.partnerflow.rules.table.Comparison.Difference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnerflow.rules.table.Operator.ANY_OF;
import static org.partnerflow.rules.table.OutcomeType.QUEUE;
import static org.partnerflow.rules.table.Rows.aRow;

class ComparisonTest {
    private final Row a = aRow("a").leadsTo(QUEUE, "A");
    private final Row b = aRow("b").leadsTo(QUEUE, "B");
    private final Row c = aRow("c").leadsTo(QUEUE, "C");

    @Test
    void sameTablesDoNotDiffer() {
        assertThat(Comparison.of(List.of(a, b), List.of(a, b))).isEmpty();
    }

    @Test
    void tellsAddedRemovedAndChangedRows() {
        var changed = aRow("b")
                .off()
                .where("region", ANY_OF, "EMEA")
                .withComment("Why")
                .leadsTo(QUEUE, "West");

        assertThat(Comparison.of(List.of(a, b), List.of(changed, c)))
                .containsExactly(
                        new Difference(Change.CHANGED, 2, 1, b, changed, List.of("region", "on", "outcome", "comment")),
                        new Difference(Change.ADDED, null, 2, null, c, List.of()),
                        new Difference(Change.REMOVED, 1, null, a, null, List.of()));
    }

    @Test
    void tellsTheFewestMovedRows() {
        assertThat(Comparison.of(List.of(a, b, c), List.of(c, a, b)))
                .containsExactly(new Difference(Change.MOVED, 3, 1, c, c, List.of()));
    }
}
