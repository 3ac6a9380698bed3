package org.partnerflow.shared;

import java.time.Duration;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import com.arjuna.ats.arjuna.coordinator.TransactionReaper;
import io.quarkus.runtime.ShutdownEvent;

/** An end in order: whoever works in the background sees here that nothing is to be begun any more, and what was begun may end. */
@ApplicationScoped
public class Shutdown {
    private static final int FIRST = 1;
    private static final int LAST = Integer.MAX_VALUE;
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Duration QUIET = Duration.ofMillis(100);
    private static final long PAUSE_MILLIS = 10;

    private volatile boolean begun;

    public boolean hasBegun() {
        return begun;
    }

    void begin(@Observes @Priority(FIRST) ShutdownEvent event) {
        begun = true;
    }

    /** A transaction that outlives the container can neither commit nor roll back, and is waited for until it times out. */
    void awaitTransactions(@Observes @Priority(LAST) ShutdownEvent event) throws InterruptedException {
        var reaper = TransactionReaper.transactionReaper();
        long end = System.nanoTime() + LONGEST.toNanos();
        long busyAt = System.nanoTime();
        while (System.nanoTime() < end && System.nanoTime() - busyAt < QUIET.toNanos()) {
            if (reaper.numberOfTransactions() > 0) {
                busyAt = System.nanoTime();
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }
}
