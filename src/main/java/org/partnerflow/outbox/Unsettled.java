package org.partnerflow.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.partnerflow.outbox.Settlement.Outcome;

/**
 * What became of messages, as far as the table does not say so yet: it is written for many at once. Used by the sender's thread only, but
 * for what has arrived. Times are those of {@link System#nanoTime()}.
 */
class Unsettled {
    /** So many are written at once, or what there is after {@link #LONGEST}. */
    static final int MOST = 64;

    static final Duration LONGEST = Duration.ofMillis(20);

    private final List<Outcome> outcomes = new ArrayList<>();
    private final List<UUID> unsent = new ArrayList<>();
    private final Set<UUID> arrived = ConcurrentHashMap.newKeySet();
    private long dueNanos;

    /** The other side has the message: nothing has to wait for it any more. */
    void arrived(UUID messageId) {
        arrived.add(messageId);
    }

    boolean hasArrived(UUID messageId) {
        return arrived.contains(messageId);
    }

    void add(Outcome outcome, long nowNanos) {
        outcomes.add(outcome);
        if (outcomes.size() == 1) {
            dueNanos = nowNanos + LONGEST.toNanos();
        } else if (outcomes.size() == MOST) {
            dueNanos = nowNanos;
        }
    }

    /** A message that this node has taken and not sent: whoever can shall take it at once. */
    void giveBack(UUID messageId, long nowNanos) {
        unsent.add(messageId);
        dueNanos = nowNanos;
    }

    boolean isEmpty() {
        return outcomes.isEmpty() && unsent.isEmpty();
    }

    boolean isDue(long nowNanos) {
        return !isEmpty() && dueNanos <= nowNanos;
    }

    /** It could not be written. */
    void postpone(long untilNanos) {
        dueNanos = untilNanos;
    }

    /** In the caller's transaction. */
    void write(Settlement settlement, OutboxTable table) {
        settlement.settle(outcomes);
        table.giveBack(unsent);
    }

    /** The transaction has committed. */
    void written() {
        outcomes.forEach(outcome -> arrived.remove(outcome.message().id()));
        outcomes.clear();
        unsent.clear();
    }
}
