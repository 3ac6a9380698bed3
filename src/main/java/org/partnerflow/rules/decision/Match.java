package org.partnerflow.rules.decision;

import org.partnerflow.rules.table.OutcomeType;
import org.partnerflow.rules.table.TypedRow;

/** Conclusion: every condition of the row holds. */
public record Match(TypedRow row) {

    public int number() {
        return row.number();
    }

    /** The row would have decided, had it led to anybody. */
    public boolean isBefore(Chosen chosen) {
        return chosen.rowNumber() == 0 || number() < chosen.rowNumber();
    }

    public OutcomeType outcome() {
        return row.outcome();
    }
}
