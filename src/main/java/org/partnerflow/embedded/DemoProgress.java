package org.partnerflow.embedded;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.partnerflow.shared.Shutdown;

/** Waits for what a process brings about. */
@ApplicationScoped
class DemoProgress {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(50);

    @Inject
    Shutdown shutdown;

    @Inject
    Clock clock;

    /** @param expected completes "Expected …" when it does not come */
    <T> T await(String expected, Supplier<T> look, Predicate<T> enough) {
        var until = clock.instant().plus(PATIENCE);
        while (clock.instant().isBefore(until) && !shutdown.hasBegun()) {
            var seen = look.get();
            if (enough.test(seen)) {
                return seen;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        throw new IllegalStateException("Expected %s.".formatted(expected));
    }
}
