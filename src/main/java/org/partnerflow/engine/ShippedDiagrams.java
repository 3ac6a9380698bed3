package org.partnerflow.engine;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;

import org.partnerflow.shared.Backoff;

/** Deploys the processes that are the same for everybody at every start, as soon as the engine can be reached. */
@ApplicationScoped
class ShippedDiagrams {
    private static final Logger LOG = Logger.getLogger(ShippedDiagrams.class);
    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30));

    @Inject
    Diagrams diagrams;

    void deploy(@Observes StartupEvent event) {
        Diagrams.SHIPPED.forEach(name -> deploy(name, 1));
    }

    private void deploy(String name, int attempt) {
        diagrams.deploy(name, Diagrams.shipped(name)).whenComplete((deployed, error) -> {
            if (error == null) {
                LOG.debugf("%s is deployed as version %d", name, deployed.version());
                return;
            }
            LOG.warnf("%s is not deployed yet, trying again: %s", name, error.getMessage());
            CompletableFuture.delayedExecutor(BACKOFF.after(attempt).toMillis(), TimeUnit.MILLISECONDS)
                    .execute(() -> deploy(name, attempt + 1));
        });
    }
}
