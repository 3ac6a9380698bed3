package org.partnerflow.rules.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.partnerflow.rules.table.Problem.Kind;
import org.partnerflow.rules.table.Problem.Severity;

/** Finds cells that can be read but mean something else than they seem to, or that no record can ever fulfil. */
public final class CellCheck {
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cc}\\p{Co}\\u00A0\\u115F\\u3164]");
    private static final Pattern WILDCARD =
            Pattern.compile("[\\p{Pd}*?%._\\s]+|any|all|none|n/?a|null", Pattern.CASE_INSENSITIVE);
    private static final Pattern THOUSAND = Pattern.compile("[+-]?[1-9]\\d{0,2}\\.\\d{3}");

    private final List<Problem> problems = new ArrayList<>();

    private CellCheck() {}

    /** @param choices by column name; a column without any takes every text */
    public static List<Problem> check(RuleSet ruleSet, List<Row> rows, Map<String, Choices> choices) {
        var check = new CellCheck();
        for (int number = 1; number <= rows.size(); number++) {
            for (var column : ruleSet.columns()) {
                var cell = rows.get(number - 1).conditions().get(column.name());
                if (cell != null && column.type().operators().contains(cell.operator())) {
                    check.check(rows.get(number - 1), number, column, cell, choices.get(column.name()));
                }
            }
        }
        return check.problems;
    }

    private void check(Row row, int number, Column column, Cell cell, @Nullable Choices choices) {
        for (var value : cell.values()) {
            var found = column.type() == ColumnType.NUMBER
                    ? ofNumber(value)
                    : ofText(cell.operator(), value).or(() -> unknown(column, cell.operator(), value, choices));
            boolean certain = choices != null && choices.closed() && row.on();
            found.ifPresent(message -> problems.add(new Problem(
                    certain ? Severity.ERROR : Severity.WARNING, Kind.CELL, row.id(), number, column.name(), message)));
        }
    }

    private static Optional<String> ofNumber(String value) {
        return THOUSAND.matcher(value.strip()).matches()
                ? Optional.of("\u201c%s\u201d is read as %s. Write %s if you mean thousands."
                        .formatted(
                                value,
                                new java.math.BigDecimal(value.strip())
                                        .stripTrailingZeros()
                                        .toPlainString(),
                                value.strip().replace(".", "")))
                : Optional.empty();
    }

    private static Optional<String> ofText(Operator operator, String value) {
        if (INVISIBLE.matcher(value).find()) {
            return Optional.of("\u201c%s\u201d has a character that cannot be seen. Delete the value and type it anew."
                    .formatted(value));
        }
        return operator != Operator.STARTS_WITH && WILDCARD.matcher(value).matches()
                ? Optional.of(
                        "\u201c%s\u201d is a text like any other, and stands for nothing else. Leave the cell empty where every value will do, or choose \"is empty\"."
                                .formatted(value))
                : Optional.empty();
    }

    private static Optional<String> unknown(Column column, Operator operator, String value, @Nullable Choices choices) {
        if (choices == null || choices.values().isEmpty()) {
            return Optional.empty();
        }
        boolean known = operator == Operator.STARTS_WITH ? choices.anyStartsWith(value) : choices.has(value);
        if (known) {
            return Optional.empty();
        }
        var text = choices.closed()
                ? "\u201c%s\u201d is no %s: expected %s."
                : "No form offers the %2$s \u201c%1$s\u201d. Expected %3$s; or add it to the picklist.";
        return Optional.of(text.formatted(value, column.label().toLowerCase(java.util.Locale.ROOT), choices.words()));
    }
}
