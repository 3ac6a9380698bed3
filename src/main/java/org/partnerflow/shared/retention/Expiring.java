package org.partnerflow.shared.retention;

import java.time.Duration;
import java.util.List;

/**
 * Rows that are deleted some time after they are of no use any more. The package that owns the table produces one as a bean.
 *
 * @param condition of what is deleted, with one place for the time before which it was of use last
 * @param parts what goes with each row, which has an {@code id} then
 */
public record Expiring(String table, String condition, Duration kept, List<Part> parts) {
    /** Rows of another table that belong to one of these; the column holds its id. */
    public record Part(String table, String column) {}

    public Expiring {
        parts = List.copyOf(parts);
    }

    public Expiring(String table, String condition, Duration kept) {
        this(table, condition, kept, List.of());
    }
}
