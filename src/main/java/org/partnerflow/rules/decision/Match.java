package org.partnerflow.rules.decision;

import org.partnerflow.rules.table.OutcomeType;
import org.partnerflow.rules.table.TypedRow;

/** Conclusion: every condition of the row holds. */
public record Match(TypedRow row) {

    public int number() {
        return row.number();
    }

    public OutcomeType outcome() {
        return row.outcome();
    }
}
