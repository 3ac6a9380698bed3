package org.partnerflow.bench;

import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
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

    static Result run(DealStory story, int clients, Duration time) throws InterruptedException {
        var finished = new AtomicLong();
        var steps = new ConcurrentLinkedQueue<Long>();
        long start = System.nanoTime();
        long end = start + time.toNanos();
        try (var pool = Executors.newFixedThreadPool(clients)) {
            for (int i = 0; i < clients; i++) {
                pool.submit(() -> {
                    while (System.nanoTime() < end) {
                        try {
                            story.play(steps::add);
                        } catch (Exception e) {
                            System.err.println("A client ends: " + e);
                            return;
                        }
                        if (System.nanoTime() < end) {
                            finished.incrementAndGet();
                        }
                    }
                });
            }
            pool.shutdown();
            pool.awaitTermination(time.toSeconds() + 60, TimeUnit.SECONDS);
        }
        return new Result(
                finished.get(),
                time.toNanos() / 1e9,
                steps.stream().mapToLong(Long::longValue).sorted().toArray());
    }
}
