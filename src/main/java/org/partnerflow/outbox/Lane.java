package org.partnerflow.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.Backoff;

/**
 * How much of one channel may be on its way: the width grows by one with each full round of successes, halves when the other side is
 * busy, and is one while it is down. What this node has taken waits here for room, but not for long. Used by the sender's thread only,
 * but for those that join the queue and for the question whether somebody waits.
 */
class Lane {
    /** Far shorter than a lease: what waits longer is for whoever has room. */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    private final int widest;
    private final Backoff backoff;
    private double width;
    private int inFlight;
    private int troubles;
    private long closedUntilNanos;
    private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();
    private volatile boolean backlog;

    private record Waiting(OutboxMessage message, long sinceNanos) {}

    Lane(int widest, Backoff backoff, long nowNanos) {
        this.widest = widest;
        this.backoff = backoff;
        this.width = widest;
        this.closedUntilNanos = nowNanos;
    }

    int free(long nowNanos) {
        return closedFor(nowNanos).isPositive() ? 0 : Math.max(0, (int) width - inFlight);
    }

    boolean isInUse() {
        return inFlight > 0;
    }

    void join(OutboxMessage message, long nowNanos) {
        queue.add(new Waiting(message, nowNanos));
    }

    /** Lets the next of the queue in; null when nobody waits or there is no room. */
    @Nullable
    OutboxMessage next(long nowNanos) {
        var next = free(nowNanos) > 0 ? queue.poll() : null;
        if (next == null) {
            return null;
        }
        taken();
        return next.message();
    }

    /** Those whom the lane makes wait for too long, which are all while it is closed: they wait in the table instead. */
    List<OutboxMessage> turnAway(long nowNanos) {
        boolean closed = closedFor(nowNanos).isPositive();
        var away = new ArrayList<OutboxMessage>();
        for (var first = queue.peek();
                first != null && (closed || first.sinceNanos() + LONGEST_WAIT.toNanos() <= nowNanos);
                first = queue.peek()) {
            away.add(first.message());
            queue.remove();
            backlog = true;
        }
        return away;
    }

    /** Whether somebody waits for room, here or in the table. */
    boolean isAwaited() {
        return backlog || !queue.isEmpty();
    }

    /** Whether messages may wait in the table for room: then those that come later wait behind them. */
    boolean hasBacklog() {
        return backlog;
    }

    void backlog(boolean waits) {
        backlog = waits;
    }

    Duration closedFor(long nowNanos) {
        return Duration.ofNanos(Math.max(0, closedUntilNanos - nowNanos));
    }

    void taken() {
        inFlight++;
    }

    void succeeded() {
        inFlight--;
        troubles = 0;
        width = Math.min(widest, width + 1 / width);
    }

    /** The message was to blame, not the channel. */
    void failed() {
        inFlight--;
    }

    void busy(long nowNanos) {
        inFlight--;
        close(nowNanos, width / 2);
    }

    void down(long nowNanos) {
        inFlight--;
        close(nowNanos, 1);
    }

    /** What was sent together fails together, and counts as one trouble. */
    private void close(long nowNanos, double newWidth) {
        if (!closedFor(nowNanos).isPositive()) {
            troubles++;
            width = Math.max(1, newWidth);
            closedUntilNanos = nowNanos + backoff.after(troubles).toNanos();
        }
    }
}
