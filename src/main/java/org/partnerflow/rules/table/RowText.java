package org.partnerflow.rules.table;

import java.util.ArrayList;
import java.util.Locale;

/** Says a row in words: "region is EMEA or APAC, value at least 10000". */
public final class RowText {

    private RowText() {}

    public static String conditions(RuleSet ruleSet, Row row) {
        var parts = new ArrayList<String>();
        for (Column column : ruleSet.columns()) {
            Cell cell = row.conditions().get(column.name());
            if (cell != null) {
                parts.add(column.label().toLowerCase(Locale.ROOT) + " " + cell(cell));
            }
        }
        return parts.isEmpty() ? "every " + ruleSet.noun() : String.join(", ", parts);
    }

    public static String outcome(Row row) {
        if (row.outcome() == null) {
            return "no outcome";
        }
        String label = row.outcome().label();
        return row.target() == null ? label : label + " \"" + row.target() + "\"";
    }

    static String cell(Cell cell) {
        return switch (cell.operator()) {
            case ANY_OF -> "is " + Wording.list(cell.values(), "or");
            case BETWEEN -> "between " + String.join(" and ", cell.values());
            case STARTS_WITH -> "starts with " + Wording.list(cell.values(), "or");
            case IS_EMPTY -> "is empty";
            case AT_LEAST, AT_MOST -> cell.operator().label() + " " + String.join("", cell.values());
        };
    }

    static boolean sameOutcome(Row one, Row other) {
        if (one.outcome() != other.outcome()) {
            return false;
        }
        return one.targetId() != null && other.targetId() != null
                ? one.targetId().equals(other.targetId())
                : TextKey.same(one.target(), other.target());
    }
}
