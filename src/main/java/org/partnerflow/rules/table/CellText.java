package org.partnerflow.rules.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.partnerflow.shared.NumberText;

/**
 * A cell as one text, for spreadsheets: {@code EMEA | APAC}, {@code starts with: Event}, {@code is empty},
 * {@code between: 100 and 500}, {@code at least: 100}. A backslash before | or \ keeps it as text. What is written reads back exactly.
 */
final class CellText {

    private CellText() {}

    static String write(Column column, Cell cell) {
        return switch (cell.operator()) {
            case IS_EMPTY -> cell.operator().label();
            case AT_LEAST, AT_MOST -> cell.operator().label() + ": " + String.join("", cell.values());
            case BETWEEN -> cell.operator().label() + ": " + String.join(" and ", cell.values());
            case STARTS_WITH -> cell.operator().label() + ": " + join(cell.values());
            case ANY_OF -> {
                String plain = join(cell.values());
                yield read(column, plain).equals(Optional.of(cell))
                        ? plain
                        : cell.operator().label() + ": " + plain;
            }
        };
    }

    /**
     * Reads a cell; empty text is no condition.
     *
     * @throws IllegalArgumentException with a sentence for the person who typed the cell
     */
    static Optional<Cell> read(Column column, String text) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            return Optional.empty();
        }
        for (Operator operator : column.type().operators()) {
            Optional<String> rest = afterLabel(operator, stripped);
            if (rest.isPresent()) {
                return Optional.of(new Cell(operator, values(operator, rest.get())));
            }
        }
        if (column.type() == ColumnType.TEXT) {
            return Optional.of(new Cell(Operator.ANY_OF, split(stripped)));
        }
        if (isNumber(stripped)) {
            return Optional.of(Cell.of(Operator.BETWEEN, stripped, stripped));
        }
        throw new IllegalArgumentException(
                "Expected \"at least: 100\", \"at most: 100\", \"between: 100 and 500\" or \"is empty\", but got \"%s\"."
                        .formatted(CsvProblem.Place.brief(stripped)));
    }

    private static boolean isNumber(String text) {
        try {
            NumberText.of(text);
            return true;
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    /** What follows the operator's words and a colon; nothing may follow an operator without values. */
    private static Optional<String> afterLabel(Operator operator, String text) {
        if (!text.toLowerCase(Locale.ROOT).startsWith(operator.label())) {
            return Optional.empty();
        }
        String rest = text.substring(operator.label().length()).strip();
        if (operator.arity() == Operator.Arity.NONE) {
            return rest.isEmpty() ? Optional.of("") : Optional.empty();
        }
        return rest.startsWith(":") ? Optional.of(rest.substring(1).strip()) : Optional.empty();
    }

    private static List<String> values(Operator operator, String text) {
        return switch (operator.arity()) {
            case NONE -> List.of();
            case ONE -> List.of(text);
            case TWO -> List.of(text.split("\\band\\b", 2));
            case MANY -> split(text);
        };
    }

    private static String join(List<String> values) {
        return values.stream()
                .map(value -> value.replace("\\", "\\\\").replace("|", "\\|"))
                .collect(Collectors.joining(" | "));
    }

    private static List<String> split(String text) {
        var values = new ArrayList<String>();
        var value = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length() && "\\|".indexOf(text.charAt(i + 1)) >= 0) {
                value.append(text.charAt(++i));
            } else if (c == '|') {
                values.add(value.toString());
                value.setLength(0);
            } else {
                value.append(c);
            }
        }
        values.add(value.toString());
        return values;
    }
}
