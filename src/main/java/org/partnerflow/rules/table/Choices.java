package org.partnerflow.rules.table;

import java.util.List;

/**
 * The values that a column can have.
 *
 * @param closed nothing else can occur; otherwise records may have come with other values
 */
public record Choices(List<String> values, boolean closed) {

    /** What the organisation offers; records may come with other values. */
    public static Choices offered(List<String> values) {
        return new Choices(values, false);
    }

    public static Choices only(List<String> values) {
        return new Choices(values, true);
    }

    boolean has(String value) {
        return values.stream().anyMatch(known -> TextKey.same(known, value));
    }

    boolean anyStartsWith(String value) {
        var start = TextKey.of(value);
        return values.stream().anyMatch(known -> TextKey.of(known).startsWith(start));
    }

    String words() {
        return Wording.list(values, "or");
    }
}
