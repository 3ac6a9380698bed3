package org.partnerflow.outbox;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.Backoff;

/** Notes in the table what became of messages. */
@ApplicationScoped
class Settlement {
    private static final Logger LOG = Logger.getLogger(Settlement.class);

    @Inject
    OutboxTable table;

    @Inject
    OutboxConfig config;

    @Inject
    Event<MessageParked> parked;

    /** What became of a message; no failure: it has arrived. */
    record Outcome(OutboxMessage message, @Nullable Throwable failure) {}

    /** In the caller's transaction. */
    void settle(List<Outcome> finished) {
        table.forget(finished.stream()
                .filter(outcome -> outcome.failure() == null)
                .map(outcome -> outcome.message().id())
                .toList());
        for (var outcome : finished) {
            if (outcome.failure() != null) {
                settleFailure(outcome.message(), outcome.failure());
            }
        }
    }

    private void settleFailure(OutboxMessage message, Throwable failure) {
        var cause = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        switch (failure) {
            case ChannelBusy busy -> table.putBack(message.id(), message.sinceFirstTry() == null, cause);
            case ChannelDown down ->
                table.putBack(message.id(), down.notSent() && message.sinceFirstTry() == null, cause);
            default -> settleFault(message, failure, cause);
        }
    }

    private void settleFault(OutboxMessage message, Throwable failure, String cause) {
        int failures = message.attempts() + 1;
        LOG.warnf(failure, "Message %s of channel %s failed %d times", message.id(), message.channel(), failures);
        if (failures >= config.maxAttempts()) {
            table.park(message.id(), cause);
            parked.fire(new MessageParked(message, cause));
        } else {
            table.failed(message.id(), new Backoff(config.firstDelay(), config.longestDelay()).after(failures), cause);
        }
    }
}
