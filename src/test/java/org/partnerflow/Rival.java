package org.partnerflow;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import io.quarkus.narayana.jta.QuarkusTransaction;

import org.partnerflow.shared.Sql;

import static org.awaitility.Awaitility.await;

/** Somebody else's transaction, in the middle of which a request comes that has to wait for it. */
public final class Rival {
    private static final int PATIENCE_SECONDS = 30;

    private Rival() {}

    /**
     * The answer to the request.
     *
     * @param before what the other transaction does before the request
     * @param after what it does when the request waits for it, before it commits
     */
    public static <R> R of(Callable<R> request, Runnable before, Runnable after) throws Exception {
        var holds = new CountDownLatch(1);
        var goesOn = new CountDownLatch(1);
        try (var people = Executors.newFixedThreadPool(2)) {
            var rival = CompletableFuture.runAsync(
                    () -> QuarkusTransaction.requiringNew().run(() -> {
                        before.run();
                        holds.countDown();
                        awaitLatch(goesOn);
                        after.run();
                    }),
                    people);
            awaitLatch(holds);
            var answer = people.submit(request);
            await("for the request to wait").until(() -> answer.isDone() || somebodyWaits());
            goesOn.countDown();
            rival.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
    }

    private static boolean somebodyWaits() {
        return Given.bean(Sql.class)
                        .query("show global status like 'Innodb_row_lock_current_waits'", row -> row.getInt(2))
                        .getFirst()
                > 0;
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Expected the other one to go on");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
