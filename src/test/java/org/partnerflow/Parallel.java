package org.partnerflow;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Does things at the same moment. */
public final class Parallel {
    private Parallel() {}

    public static <R> List<R> times(int count, Callable<R> work) {
        return each(Collections.nCopies(count, work), Parallel::call);
    }

    public static <T, R> List<R> each(Collection<T> things, Function<T, R> work) {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(things.size())) {
            var running = things.stream()
                    .map(thing -> threads.submit(() -> {
                        start.await();
                        return work.apply(thing);
                    }))
                    .toList();
            start.countDown();
            return running.stream().map(Parallel::result).toList();
        }
    }

    private static <R> R result(Future<R> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static <R> R call(Callable<R> work) {
        try {
            return work.call();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
