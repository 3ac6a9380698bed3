package org.partnerflow.rules.table;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.NumberText;

/** A cell that was read: typed, and ready to be matched. Texts are held as {@link TextKey#of}. */
public sealed interface Condition {

    /** Says whether the value (a text, a BigDecimal or null) fulfils the condition. */
    boolean holds(@Nullable Object value);

    record AnyOf(Set<String> keys) implements Condition {
        @Override
        public boolean holds(@Nullable Object value) {
            return value instanceof String text && keys.contains(TextKey.of(text));
        }
    }

    record StartsWith(List<String> keys) implements Condition {
        @Override
        public boolean holds(@Nullable Object value) {
            return value instanceof String text && keys.stream().anyMatch(TextKey.of(text)::startsWith);
        }
    }

    record IsEmpty() implements Condition {
        @Override
        public boolean holds(@Nullable Object value) {
            return value == null || value instanceof String text && text.isBlank();
        }
    }

    /** From {@code min} to {@code max}, both included; null is open. */
    record InRange(@Nullable BigDecimal min, @Nullable BigDecimal max) implements Condition {
        @Override
        public boolean holds(@Nullable Object value) {
            return value instanceof BigDecimal number
                    && (min == null || number.compareTo(min) >= 0)
                    && (max == null || number.compareTo(max) <= 0);
        }
    }

    /**
     * Reads a cell of the column.
     *
     * @throws IllegalArgumentException with a sentence for the person who typed the cell
     */
    static Condition of(Column column, Cell cell) {
        if (!column.type().operators().contains(cell.operator())) {
            throw new IllegalArgumentException("Expected %s, but got \"%s\"."
                    .formatted(
                            Wording.list(
                                    column.type().operators().stream()
                                            .map(Operator::label)
                                            .toList(),
                                    "or"),
                            cell.operator().label()));
        }
        return switch (cell.operator()) {
            case ANY_OF -> new AnyOf(texts(cell).collect(Collectors.toUnmodifiableSet()));
            case STARTS_WITH -> new StartsWith(texts(cell).toList());
            case IS_EMPTY -> new IsEmpty();
            case AT_LEAST -> new InRange(number(cell, 0), null);
            case AT_MOST -> new InRange(null, number(cell, 0));
            case BETWEEN -> between(number(cell, 0), number(cell, 1));
        };
    }

    private static InRange between(BigDecimal min, BigDecimal max) {
        if (min.compareTo(max) > 0) {
            throw new IllegalArgumentException("Expected the smaller number first, but got %s and %s."
                    .formatted(min.toPlainString(), max.toPlainString()));
        }
        return new InRange(min, max);
    }

    private static Stream<String> texts(Cell cell) {
        if (cell.values().isEmpty()) {
            throw new IllegalArgumentException("Expected at least one value.");
        }
        return cell.values().stream().map(TextKey::of).distinct();
    }

    private static BigDecimal number(Cell cell, int index) {
        String text = index < cell.values().size() ? cell.values().get(index) : "";
        return NumberText.of(text);
    }
}
