package org.partnerflow.outbox;

import java.time.Duration;

import org.partnerflow.shared.Backoff;

/**
 * How much of one channel may be on its way: the width grows by one with each full round of successes, halves when the other side is
 * busy, and is one while it is down. Used by the sender's thread only, but for the question whether there is a backlog.
 */
class Lane {
    private final int widest;
    private final Backoff backoff;
    private double width;
    private int inFlight;
    private int troubles;
    private long closedUntilNanos;
    private volatile boolean backlog;

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
