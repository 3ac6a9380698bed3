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
import io.quarkus.scheduler.Scheduled;

/** Deletes what was sent long ago, and tells the metrics how much waits. */
@ApplicationScoped
class OutboxUpkeep {
    private static final int BATCH = 1_000;

    @Inject
    OutboxTable table;

    @Inject
    OutboxConfig config;

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

    @Scheduled(every = "1h", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void deleteSent() {
        int deleted;
        do {
            deleted = QuarkusTransaction.requiringNew().call(() -> table.deleteSent(config.keepSent(), BATCH));
        } while (deleted == BATCH);
    }

    private long waiting(OutboxChannel channel) {
        return QuarkusTransaction.requiringNew().call(() -> table.waiting(channel.name()));
    }
}
