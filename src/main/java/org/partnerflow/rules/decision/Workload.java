package org.partnerflow.rules.decision;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How busy somebody is.
 *
 * @param openCount open leads or requests
 * @param lastAssignedAt null if nothing was ever assigned to them; they have waited longest
 */
public record Workload(int openCount, @Nullable Instant lastAssignedAt) {
    public static final Workload NONE = new Workload(0, null);
}
