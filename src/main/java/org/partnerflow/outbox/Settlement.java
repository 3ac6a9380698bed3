package org.partnerflow.outbox;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.Backoff;
import org.partnerflow.shared.FailureWords;

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
        var cause = FailureWords.of(failure);
        switch (failure) {
            case ChannelBusy busy -> table.putBack(message.id(), message.sinceFirstTry() == null, cause);
            case ChannelDown down ->
                table.putBack(message.id(), down.notSent() && message.sinceFirstTry() == null, cause);
            default -> settleFault(message, failure, cause);
        }
    }

    private void settleFault(OutboxMessage message, Throwable failure, String cause) {
        int failures = message.attempts() + 1;
        boolean deferred = failure instanceof MessageDeferred;
        var delay = deferred
                ? new Backoff(config.firstDeferral(), config.longestDeferral()).after(failures)
                : new Backoff(config.firstDelay(), config.longestDelay()).after(failures);
        LOG.warnf(failure, "Message %s of channel %s failed %d times", message.id(), message.channel(), failures);
        boolean givenUp = failures >= (deferred ? config.mostDeferrals() : config.maxAttempts());
        if (!givenUp || !parked(message, cause)) {
            table.failed(message.id(), delay, cause);
        }
    }

    /**
     * In a transaction of its own: whoever cannot be told of one message does not make others be sent again. False when somebody could not;
     * then the message is tried, and given up, once more.
     */
    private boolean parked(OutboxMessage message, String cause) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                table.park(message.id(), cause);
                parked.fire(new MessageParked(message, cause));
            });
            return true;
        } catch (RuntimeException e) {
            LOG.errorf(e, "Message %s of channel %s could not be given up", message.id(), message.channel());
            return false;
        }
    }
}
