package org.partnerflow.rules.table;

import java.util.List;

import org.partnerflow.rules.table.Operator.Arity;

/** A condition as somebody typed it: kept as text, so that a draft can hold a mistake until it is mended. Never code. */
public record Cell(Operator operator, List<String> values) {

    public Cell {
        values = values.stream()
                .map(String::strip)
                .filter(value -> operator.arity() != Arity.MANY || !value.isEmpty())
                .toList();
    }

    public static Cell of(Operator operator, String... values) {
        return new Cell(operator, List.of(values));
    }
}
