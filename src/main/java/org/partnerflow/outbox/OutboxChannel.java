package org.partnerflow.outbox;

import java.util.concurrent.CompletionStage;

/** A way out, for example to the process engine or by mail. Implementations are found by their name. */
public interface OutboxChannel {
    String name();

    /**
     * Sends the message outside of any transaction; completes when the other side has it. May be called again for the same id. The
     * messages of one record come one after the other, unless their transactions ran at the same time.
     *
     * <p>Fails with {@link ChannelBusy} or {@link ChannelDown} when the message is not to blame: then it waits as long as it takes.
     * {@link MessageDeferred} holds up this message only, for hours. Any other failure counts, and after too many the message is parked.
     */
    CompletionStage<?> send(OutboxMessage message);

    /** How many messages the other side takes at once: the time of one that waits for others would run in vain. */
    default int mostInFlight() {
        return Integer.MAX_VALUE;
    }
}
