package org.partnerflow.rules.table;

import java.util.List;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.partnerflow.rules.table.Operator.Arity;

/** A condition as somebody typed it: kept as text, so that a draft can hold a mistake until it is mended. Never code. */
public record Cell(
        @NotNull Operator operator,
        @NotNull @Size(max = 500) List<@Size(max = 500) String> values) {

    public Cell {
        values = values == null
                ? List.of()
                : values.stream()
                        .map(value -> value == null ? "" : value.strip())
                        .filter(value -> operator == null || operator.arity() != Arity.MANY || !value.isEmpty())
                        .toList();
    }

    public static Cell of(Operator operator, String... values) {
        return new Cell(operator, List.of(values));
    }
}
