package org.partnerflow.engine;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;

import org.partnerflow.diagram.ShippedDiagrams;
import org.partnerflow.shared.Backoff;
import org.partnerflow.shared.Shutdown;

/**
 * Brings the shipped processes to the process engine when the application starts, before anything is sent. With an engine that is
 * away the application starts all the same, and this goes on in the background.
 */
@Singleton
public class DiagramShipping {
    private static final Logger LOG = Logger.getLogger(DiagramShipping.class);
    private static final int BEFORE_THE_OUTBOX = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    Diagrams diagrams;

    @Inject
    Shutdown shutdown;

    private final CompletableFuture<Void> done = new CompletableFuture<>();

    void ship(@Observes @Priority(BEFORE_THE_OUTBOX) StartupEvent event) {
        Thread.ofVirtual().name("diagram-shipping").start(this::shipAll);
        done.completeOnTimeout(null, PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
    }

    private void shipAll() {
        var backoff = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(10));
        for (int failures = 0; !shutdown.hasBegun(); ) {
            try {
                shipOnce();
                done.complete(null);
                return;
            } catch (RuntimeException e) {
                failures++;
                LOG.warnf("The shipped processes cannot be deployed yet: %s", e.getMessage());
                pause(backoff.after(failures));
            }
        }
    }

    /** The engine answers the same for what it has already. */
    public void shipOnce() {
        for (var name : Diagrams.SHIPPED) {
            diagrams.deploy(name, ShippedDiagrams.read(name))
                    .toCompletableFuture()
                    .join();
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
