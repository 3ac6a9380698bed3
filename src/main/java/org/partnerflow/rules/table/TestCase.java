package org.partnerflow.rules.table;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

/**
 * An example that belongs to a table: what is given, and which outcome is expected.
 *
 * @param given a value for each column that matters
 * @param unavailable targets that cannot take it in this example
 * @param outcome null if no row is expected to fire
 */
public record TestCase(
        @NotBlank @Size(max = 200) String name,
        @NotNull Map<@Size(max = 40) String, @NotNull @Size(max = 500) String> given,
        @NotNull @Size(max = 50) List<@NotNull @Size(max = 200) String> unavailable,
        @Nullable OutcomeType outcome,
        @Size(max = 200) @Nullable String target) {

    public TestCase {
        given = given == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(given));
        unavailable = unavailable == null
                ? List.of()
                : unavailable.stream().filter(Objects::nonNull).toList();
        target = target == null || target.isBlank() ? null : target.strip();
    }
}
