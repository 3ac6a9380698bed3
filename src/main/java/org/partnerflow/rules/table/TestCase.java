package org.partnerflow.rules.table;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An example that belongs to a table: what is given, and which outcome is expected.
 *
 * @param given a value for each column that matters
 * @param unavailable targets that cannot take it in this example
 * @param outcome null if no row is expected to fire
 */
public record TestCase(
        String name,
        Map<String, String> given,
        List<String> unavailable,
        @Nullable OutcomeType outcome,
        @Nullable String target) {

    public TestCase {
        given = Map.copyOf(given);
        unavailable = List.copyOf(unavailable);
        target = target == null || target.isBlank() ? null : target.strip();
    }
}
