package org.partnerflow.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Clients that play a story again and again, each waiting for its own. */
final class Load {
    private Load() {}

    /**
     * @param deals of one that was begun within the time and ended later, the part that lay within it
     * @param processor that this process and those that it has started have used within the time
     * @param steps sorted, in nanoseconds
     */
    record Result(double deals, double seconds, Duration processor, long[] steps) {
        static final Result NONE = new Result(0, 0, Duration.ZERO, new long[0]);

        /** Both together. */
        Result and(Result other) {
            return new Result(
                    deals + other.deals,
                    seconds + other.seconds,
                    processor.plus(other.processor),
                    LongStream.concat(LongStream.of(steps), LongStream.of(other.steps))
                            .sorted()
                            .toArray());
        }

        double dealsPerSecond() {
            return deals / seconds;
        }

        double processorMillisPerDeal() {
            return processor.toMillis() / deals;
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
        var deals = new DoubleAdder();
        var steps = new ConcurrentLinkedQueue<Long>();
        var used = processorTime();
        long end = System.nanoTime() + time.toNanos();
        try (var pool = Executors.newFixedThreadPool(clients)) {
            var playing = new ArrayList<Future<?>>();
            for (int i = 0; i < clients; i++) {
                playing.add(pool.submit(() -> {
                    for (long begun = System.nanoTime(); begun < end; begun = System.nanoTime()) {
                        story.play(steps::add);
                        deals.add(Math.min(1, (double) (end - begun) / (System.nanoTime() - begun)));
                    }
                    return null;
                }));
            }
            Thread.sleep(time);
            used = processorTime().minus(used);
            for (var client : playing) {
                client.get();
            }
        }
        return new Result(
                deals.sum(),
                time.toNanos() / 1e9,
                used,
                steps.stream().mapToLong(Long::longValue).sorted().toArray());
    }

    private static Duration processorTime() {
        var own = ProcessHandle.current();
        return Stream.concat(Stream.of(own), own.descendants())
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }
}
