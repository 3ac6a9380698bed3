package org.partnerflow.engine.health;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import org.jboss.logging.Logger;

import org.partnerflow.engine.feed.FeedBroken;
import org.partnerflow.engine.health.ReconciliationRuns.Cause;
import org.partnerflow.shared.Backoff;
import org.partnerflow.shared.Shutdown;

/**
 * Compares the database with the engine at the start, before anything is sent to an engine that may be another one; at night; and when the
 * engine's own word shows that it is another one.
 */
@Singleton
class AutomaticReconciling {
    private static final Logger LOG = Logger.getLogger(AutomaticReconciling.class);
    private static final int AFTER_SHIPPING_BEFORE_THE_OUTBOX = 110;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    Reconciler reconciler;

    @Inject
    ReconciliationRuns runs;

    @Inject
    EngineMark mark;

    @Inject
    FormerEngine formerEngine;

    @Inject
    ReconcileConfig config;

    @Inject
    Shutdown shutdown;

    void atStart(@Observes @Priority(AFTER_SHIPPING_BEFORE_THE_OUTBOX) StartupEvent event) {
        if (!config.automatic()) {
            return;
        }
        var asked = new CompletableFuture<Void>();
        Thread.ofVirtual().name("reconciling").start(() -> start(asked));
        asked.completeOnTimeout(null, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    @Scheduled(cron = "0 20 3 * * ?", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void atNight() {
        if (config.automatic()) {
            run(Cause.NIGHT);
        }
    }

    void anotherEngine(@Observes(during = TransactionPhase.AFTER_SUCCESS) FeedBroken broken) {
        if (config.automatic() && broken.otherEngine()) {
            Thread.ofVirtual().name("reconciling").start(() -> untilSettled(Cause.ANOTHER_ENGINE));
        }
    }

    /** The outbox waits until an engine that can be reached was asked for the mark. */
    private void start(CompletableFuture<Void> asked) {
        var backoff = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30));
        for (int failures = 0; !shutdown.hasBegun(); ) {
            try {
                formerEngine.leave();
                asked.complete(null);
                run(Cause.START);
                untilSettled(Cause.START);
                return;
            } catch (RuntimeException e) {
                LOG.debugf("The engine cannot be compared with the database yet: %s", e.getMessage());
                pause(backoff.after(++failures));
            }
        }
    }

    /** Until everything has begun anew: another comparison may be on its way, or the engine be away. */
    private void untilSettled(Cause cause) {
        var backoff = new Backoff(Duration.ofMillis(500), Duration.ofMinutes(10));
        for (int tries = 0; !shutdown.hasBegun() && mark.isUnsettled(); ) {
            run(cause);
            if (mark.isUnsettled()) {
                pause(backoff.after(++tries));
            }
        }
    }

    private void run(Cause cause) {
        var run = runs.begin(cause, null);
        if (run != null) {
            reconciler.work(run, null);
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
