package org.partnerflow.outbox;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;

/** Tells the metrics how much waits. */
@ApplicationScoped
class OutboxMetrics {
    @Inject
    OutboxTable table;

    @Inject
    @All
    List<OutboxChannel> channels;

    @Inject
    MeterRegistry metrics;

    void countWaiting(@Observes StartupEvent event) {
        for (var channel : channels) {
            Gauge.builder("partnerflow.outbox.waiting", () -> waiting(channel))
                    .tag("channel", channel.name())
                    .description("Messages that have not been sent yet")
                    .register(metrics);
        }
    }

    private long waiting(OutboxChannel channel) {
        return QuarkusTransaction.requiringNew().call(() -> table.waiting(channel.name()));
    }
}
