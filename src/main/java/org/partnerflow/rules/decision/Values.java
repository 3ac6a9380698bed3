package org.partnerflow.rules.decision;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Collects the values of a question, leaving out those that are missing. */
final class Values {
    private final Map<String, Object> values = new HashMap<>();

    Values with(String column, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            values.put(column, text);
        }
        return this;
    }

    Values with(String column, @Nullable BigDecimal number) {
        if (number != null) {
            values.put(column, number);
        }
        return this;
    }

    Map<String, Object> asMap() {
        return Map.copyOf(values);
    }
}
