package org.partnerflow.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Clients that play a story again and again, each waiting for its own. */
final class Load {
    private Load() {}

    /**
     * @param deals finished within the time
     * @param steps sorted, in nanoseconds
     */
    record Result(long deals, double seconds, long[] steps) {
        double dealsPerSecond() {
            return deals / seconds;
        }

        double stepMillis(int percentile) {
            if (steps.length == 0) {
                throw new IllegalStateException("Expected at least one finished step");
            }
            return steps[(int) ((steps.length - 1) * percentile / 100.0)] / 1e6;
        }
    }

    /** Fails when any of the clients does: fewer clients would measure something else. */
    static Result run(DealStory story, int clients, Duration time) throws Exception {
        var finished = new AtomicLong();
        var steps = new ConcurrentLinkedQueue<Long>();
        long start = System.nanoTime();
        long end = start + time.toNanos();
        try (var pool = Executors.newFixedThreadPool(clients)) {
            var playing = new ArrayList<Future<?>>();
            for (int i = 0; i < clients; i++) {
                playing.add(pool.submit(() -> {
                    while (System.nanoTime() < end) {
                        story.play(steps::add);
                        if (System.nanoTime() < end) {
                            finished.incrementAndGet();
                        }
                    }
                    return null;
                }));
            }
            for (var client : playing) {
                client.get();
            }
        }
        return new Result(
                finished.get(),
                time.toNanos() / 1e9,
                steps.stream().mapToLong(Long::longValue).sorted().toArray());
    }
}
