package org.partnerflow.outbox;

import java.util.concurrent.CompletionStage;

/** A way out, for example to the process engine or by mail. Implementations are found by their name. */
public interface OutboxChannel {
    String name();

    /** Sends the message outside of any transaction; completes when the other side has it. May be called again for the same id. */
    CompletionStage<?> send(OutboxMessage message);
}
