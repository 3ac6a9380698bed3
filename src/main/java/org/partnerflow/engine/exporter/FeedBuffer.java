package org.partnerflow.engine.exporter;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * What the application has not been told yet, in order, bounded. What does not fit stays in the broker's log, which grows meanwhile: so
 * after a long time without an application the buffer lets go, and the next batch says that something is missing.
 */
final class FeedBuffer {
    static final int MOST_RECORDS = 20_000;
    private static final int MOST_CHARACTERS = 8_000_000;
    private static final int BATCH_RECORDS = 500;
    private static final int BATCH_CHARACTERS = 256_000;

    private final ArrayDeque<Entry> entries = new ArrayDeque<>();
    private final long keepNanos;
    private int characters;
    private long passed;
    private long told;
    private long lastHeardNanos;
    private boolean lost;

    private record Entry(long position, String text) {}

    /**
     * A batch to tell.
     *
     * @param position of its last record; of the last that was seen where it has none
     * @param lost records before it were let go
     * @param after the position of what the application has stored last
     */
    record Batch(List<String> records, long position, boolean lost, long after) {}

    FeedBuffer(long keepNanos, long position, long told, long nowNanos) {
        this.keepNanos = keepNanos;
        this.passed = position;
        this.told = told;
        this.lastHeardNanos = nowNanos;
    }

    /** A record that the application need not know. */
    synchronized void pass(long position) {
        passed = position;
    }

    /** False when there is no room: it has to be offered again. */
    synchronized boolean offer(long position, String text, long nowNanos) {
        boolean full = entries.size() >= MOST_RECORDS || characters >= MOST_CHARACTERS;
        if (full && nowNanos - lastHeardNanos < keepNanos) {
            return false;
        }
        if (full) {
            entries.clear();
            characters = 0;
            lost = true;
        }
        entries.add(new Entry(position, text));
        characters += text.length();
        passed = position;
        notifyAll();
        return true;
    }

    /** Waits until there is something to tell, but no longer than this. */
    synchronized void await(long millis) throws InterruptedException {
        if (entries.isEmpty()) {
            wait(millis);
        }
    }

    synchronized Batch next() {
        var records = new ArrayList<String>();
        int size = 0;
        long position = passed;
        for (var entry : entries) {
            if (records.size() == BATCH_RECORDS
                    || (size > 0 && size + entry.text().length() > BATCH_CHARACTERS)) {
                break;
            }
            records.add(entry.text());
            size += entry.text().length();
            position = entry.position();
        }
        return new Batch(records, position, lost, told);
    }

    /** The application has stored the batch. Returns the position up to which the broker may forget its log. */
    synchronized long confirmed(Batch batch, long nowNanos) {
        while (!entries.isEmpty() && entries.getFirst().position() <= batch.position()) {
            characters -= entries.removeFirst().text().length();
        }
        lost = lost && !batch.lost();
        told = batch.records().isEmpty() ? told : batch.position();
        lastHeardNanos = nowNanos;
        return entries.isEmpty() ? passed : batch.position();
    }

    /** The position of what the application has stored last. */
    synchronized long told() {
        return told;
    }

    /** Where the buffer begins when its oldest records were let go: the log before it is not needed. */
    synchronized long neededFrom() {
        return entries.isEmpty() ? passed : entries.getFirst().position() - 1;
    }
}
