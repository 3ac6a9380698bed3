package org.partnerflow.shared;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.DatabaseLink;
import org.partnerflow.Given;
import org.partnerflow.engine.AwayFilter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;

/** The database goes away, or hangs, while the application works. */
@QuarkusTest
@TestProfile(DatabaseAwayTest.BehindALink.class)
@Tag("without-database") // of the one that the other tests share
class DatabaseAwayTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long BOUND_MILLIS = 30_000;
    private static final int MOST_LINES = 150;

    public static class BehindALink implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(DatabaseLink.class));
        }
    }

    private final Executor threads = Thread::startVirtualThread;
    private final Given.TestUser user = Given.organisation().user(Role.ADMIN);

    @AfterEach
    void mend() {
        DatabaseLink.mend();
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> Given.nobody().get("/q/health/ready").then().statusCode(200));
    }

    @Test
    @DisplayName("9: a database that hangs keeps nobody waiting without end: 503 and when to try again")
    @Tag("F11.7")
    void boundsTheTimeOfAFrozenDatabase() {
        user.session();
        DatabaseLink.freeze();

        expectAway(user.api().get("/api/deals").then()).time(lessThan(BOUND_MILLIS));
        Given.nobody()
                .get("/q/health/ready")
                .then()
                .time(lessThan(BOUND_MILLIS))
                .statusCode(503);
        Given.nobody().get("/q/health/live").then().statusCode(200);
    }

    @Test
    @DisplayName(
            "9: what is in flight when the database goes is answered 503 with Retry-After, and is saved whole or not at all")
    @Tag("F11.7")
    @Tag("F11.11")
    void answersWhatIsInFlight() {
        user.session();
        var saved = new ConcurrentLinkedQueue<String>();
        var answers = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> saveUntilItFails(saved), threads))
                .toList();
        await().atMost(PATIENCE).until(() -> saved.size() > 20);

        DatabaseLink.cut();

        for (var answer : answers) {
            answer.join()
                    .statusCode(503)
                    .header("Retry-After", equalTo("5"))
                    .contentType(containsString("application/problem+json"))
                    .body(not(containsString("Exception")));
        }
        mend();
        user.api().get("/api/org-units").then().statusCode(200).body("items.name.size()", greaterThanOrEqualTo(20));
        assertThat(saved)
                .allSatisfy(
                        id -> user.api().get("/api/org-units/{id}", id).then().statusCode(200));
    }

    /** Until the answer is no success, which is returned. */
    private ValidatableResponse saveUntilItFails(Queue<String> saved) {
        while (true) {
            var answer =
                    user.api().body(Map.of("name", "Unit " + Given.unique())).post("/api/org-units");
            if (answer.statusCode() >= 300) {
                return answer.then();
            }
            saved.add(answer.path("id"));
        }
    }

    @Test
    @DisplayName("9: a minute without the database is told in a few lines, not in thousands")
    @Tag("F11.9")
    void saysLittleWithoutTheDatabase() {
        user.session();
        var log = new CountedLog();
        Logger.getLogger("").addHandler(log);
        try {
            DatabaseLink.cut();
            long end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
            await().atMost(PATIENCE).until(() -> {
                expectAway(user.api().get("/api/deals").then());
                Given.nobody().get("/q/health/ready").then().statusCode(503);
                return System.nanoTime() > end;
            });
        } finally {
            Logger.getLogger("").removeHandler(log);
        }
        assertThat(log.lines.get())
                .as("lines, the first of them: %s", log.first)
                .isLessThan(MOST_LINES);
    }

    private static ValidatableResponse expectAway(ValidatableResponse answer) {
        return answer.statusCode(503)
                .header("Retry-After", equalTo("5"))
                .contentType(containsString("application/problem+json"))
                .body("detail", containsString("The database cannot be reached"));
    }

    /** Counts the lines that the console would show. */
    private static class CountedLog extends Handler {
        final AtomicInteger lines = new AtomicInteger();
        final List<String> first = new CopyOnWriteArrayList<>();

        CountedLog() {
            setFilter(new AwayFilter());
        }

        @Override
        public void publish(LogRecord line) {
            if (isLoggable(line)) {
                int stack = line.getThrown() == null ? 0 : line.getThrown().getStackTrace().length * 3;
                lines.addAndGet(1 + stack);
                if (first.size() < 20) {
                    first.add(line.getLevel() + " " + line.getLoggerName() + ": " + line.getMessage() + " "
                            + (stack == 0 ? "" : line.getThrown()));
                }
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
