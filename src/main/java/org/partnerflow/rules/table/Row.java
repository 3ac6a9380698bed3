package org.partnerflow.rules.table;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

/**
 * A row of a decision table, as it is edited and stored. Its place in the table is its number, counted from 1.
 *
 * @param id stays the same through edits and versions, so that versions can be compared
 * @param conditions by column name; a column that is missing always holds
 * @param target name or id of what the outcome names
 * @param targetId set on publishing, so that renaming the target does not change the rule
 */
public record Row(
        @NotBlank @Size(max = 40) String id,
        boolean on,
        @NotNull Map<@Size(max = 40) String, @NotNull @Valid Cell> conditions,
        @Nullable OutcomeType outcome,
        @Size(max = 200) @Nullable String target,
        @Nullable UUID targetId,
        @Size(max = 1000) String comment) {

    public Row {
        conditions = conditions == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(conditions));
        comment = comment == null ? "" : comment;
        target = target == null || target.isBlank() ? null : target.strip();
    }

    public Row withId(String newId) {
        return new Row(newId, on, conditions, outcome, target, targetId, comment);
    }

    public Row withTarget(@Nullable String newTarget, @Nullable UUID newTargetId) {
        return new Row(id, on, conditions, outcome, newTarget, newTargetId, comment);
    }
}
