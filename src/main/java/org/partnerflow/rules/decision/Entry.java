package org.partnerflow.rules.decision;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.partnerflow.rules.table.Condition;
import org.partnerflow.rules.table.TypedRow;

/**
 * A row under one of its texts: the index of the table. A row stands under the texts of that condition of it whose column tells most
 * rows apart; a row without such a condition stands under {@link #ANY}, which every question asks for.
 */
public record Entry(String column, String value, TypedRow row) {
    static final Asked ANY = new Asked("", "");

    static List<Entry> of(List<TypedRow> rows) {
        Map<String, Set<String>> texts = new HashMap<>();
        for (var row : rows) {
            row.conditions().forEach((column, condition) -> {
                if (condition instanceof Condition.AnyOf anyOf) {
                    texts.computeIfAbsent(column, name -> new HashSet<>()).addAll(anyOf.keys());
                }
            });
        }
        var columns = texts.keySet().stream()
                .sorted(Comparator.comparing(
                                (String column) -> -texts.get(column).size())
                        .thenComparing(column -> column))
                .toList();
        return rows.stream().flatMap(row -> entries(row, columns)).toList();
    }

    private static Stream<Entry> entries(TypedRow row, List<String> columns) {
        for (var column : columns) {
            if (row.conditions().get(column) instanceof Condition.AnyOf anyOf) {
                return anyOf.keys().stream().map(value -> new Entry(column, value, row));
            }
        }
        return Stream.of(new Entry(ANY.column(), ANY.value(), row));
    }
}
