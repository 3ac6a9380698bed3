package org.partnerflow.shared;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static org.awaitility.Awaitility.await;

@QuarkusTest
class ShutdownTest {
    @Inject
    Shutdown shutdown;

    @Test
    void letsATransactionEndThatHasBegun() throws Exception {
        var begun = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        var working = CompletableFuture.runAsync(
                () -> QuarkusTransaction.requiringNew().run(() -> {
                    begun.countDown();
                    wait(mayEnd);
                }));
        wait(begun);

        var ending = CompletableFuture.runAsync(this::end);

        await().during(Duration.ofMillis(500)).until(() -> !ending.isDone());
        mayEnd.countDown();
        working.get();
        await().until(ending::isDone);
        ending.get();
    }

    private void end() {
        try {
            shutdown.awaitTransactions(new ShutdownEvent());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void wait(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
