package org.partnerflow.rules.table;

import java.util.Comparator;

import org.jspecify.annotations.Nullable;

/**
 * What a check found in a table.
 *
 * @param severity only an error forbids publishing
 * @param rowId the row it stands at; null if it concerns the whole table
 * @param row the number of that row, counted from 1
 * @param column name of the column, "outcome" or "target"; null if it concerns the whole row
 */
public record Problem(
        Severity severity,
        Kind kind,
        @Nullable String rowId,
        @Nullable Integer row,
        @Nullable String column,
        String message) {

    /** The gravest first, then by row. */
    public static final Comparator<Problem> ORDER =
            Comparator.comparing(Problem::severity).thenComparing(Problem::row, Comparator.nullsLast(Integer::compare));

    public enum Severity {
        ERROR,
        WARNING,
        INFO
    }

    public enum Kind {
        CELL,
        OUTCOME,
        TARGET_UNKNOWN,
        TARGET_CANNOT_TAKE,
        NEVER_FIRES,
        OVERLAP,
        GAP,
        CASE
    }
}
