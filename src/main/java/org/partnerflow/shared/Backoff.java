package org.partnerflow.shared;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Delays that double with every failure up to {@code most}, spread by a fifth so that many do not come back at once. */
public record Backoff(Duration first, Duration most) {
    private static final int MOST_DOUBLINGS = 20;

    /** @param failures in a row so far, at least 1 */
    public Duration after(int failures) {
        long doubled = first.toMillis() << Math.min(failures - 1, MOST_DOUBLINGS);
        long capped = Math.min(doubled, most.toMillis());
        return Duration.ofMillis(capped - ThreadLocalRandom.current().nextLong(capped / 5 + 1));
    }
}
