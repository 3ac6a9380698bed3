package org.partnerflow.engine;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;

import org.partnerflow.outbox.Outbox;
import org.partnerflow.shared.Problems;

/** Does again what needed attention, at once. */
@ApplicationScoped
class AttentionService {
    @Inject
    Attention attention;

    @Inject
    JobWorkers workers;

    @Inject
    JobRunner runner;

    @Inject
    Outbox outbox;

    /** Tries an item again, and returns it as it is then. */
    AttentionItem retry(UUID id) {
        var item = attention.get(id);
        if (item.kind() == AttentionItem.Kind.MESSAGE) {
            return QuarkusTransaction.requiringNew().call(() -> {
                outbox.retry(item.messageId());
                return attention.retried(id);
            });
        }
        attention.retried(id);
        var handler = workers.handler(item.what());
        if (handler == null) {
            throw Problems.conflict("No part of this application does jobs of the type %s.".formatted(item.what()));
        }
        runner.run(handler, attention.delivery(item));
        return attention.get(id);
    }
}
