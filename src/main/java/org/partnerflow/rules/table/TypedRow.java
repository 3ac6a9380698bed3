package org.partnerflow.rules.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** A row that is switched on and free of mistakes: the fact that the rules match. */
public record TypedRow(
        int number,
        String id,
        Map<String, Condition> conditions,
        OutcomeType outcome,
        @Nullable String target,
        @Nullable UUID targetId) {

    /** Says whether every condition holds for these values (texts and BigDecimals by column name). */
    public boolean holdsFor(Map<String, Object> values) {
        for (var condition : conditions.entrySet()) {
            if (!condition.getValue().holds(values.get(condition.getKey()))) {
                return false;
            }
        }
        return true;
    }

    /** Says whether this is what the row names: by id where publishing resolved it, else by name or id as typed. */
    public boolean names(@Nullable UUID candidateId, @Nullable String candidateName) {
        if (targetId != null) {
            return targetId.equals(candidateId);
        }
        return target != null
                && (TextKey.same(target, candidateName)
                        || candidateId != null && candidateId.toString().equalsIgnoreCase(target));
    }

    /** The rows that are on, read. Expects a table without errors, as {@link TableCheck} finds them. */
    public static List<TypedRow> of(RuleSet ruleSet, List<Row> rows) {
        var typed = new ArrayList<TypedRow>();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).on()) {
                typed.add(of(ruleSet, i + 1, rows.get(i)));
            }
        }
        return List.copyOf(typed);
    }

    static TypedRow of(RuleSet ruleSet, int number, Row row) {
        var conditions = new HashMap<String, Condition>();
        for (Column column : ruleSet.columns()) {
            Cell cell = row.conditions().get(column.name());
            if (cell != null) {
                conditions.put(column.name(), Condition.of(column, cell));
            }
        }
        return new TypedRow(
                number,
                row.id(),
                Map.copyOf(conditions),
                Objects.requireNonNull(row.outcome(), "Expected an outcome in row " + number),
                row.target(),
                row.targetId());
    }
}
