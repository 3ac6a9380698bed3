package org.partnerflow.shared.retention;

import java.time.Duration;

/**
 * Rows that are deleted some time after they are of no use any more. The package that owns the table produces one as a bean.
 *
 * @param condition of what is deleted, with one place for the time before which it was of use last
 */
public record Expiring(String table, String condition, Duration kept) {}
