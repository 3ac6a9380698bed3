package org.partnerflow.engine;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.LogRecord;

import io.grpc.Status;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AwayFilterTest {
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final String POLLER = AwayFilter.ASKS_FOR_JOBS + "poller";

    private final AwayFilter filter = new AwayFilter();

    @Test
    void tellsOnceInAWhileThatTheEngineIsAway() {
        var first = line(POLLER, START, Status.UNAVAILABLE.withDescription("io exception"));

        assertThat(filter.isLoggable(first)).isTrue();
        assertThat(first.getThrown()).isNull();
        assertThat(first.getMessage()).contains("cannot be reached").endsWith("UNAVAILABLE: io exception");
        assertThat(filter.isLoggable(line(POLLER, START.plusSeconds(1), Status.UNAVAILABLE)))
                .isFalse();
        assertThat(filter.isLoggable(line(POLLER, START.plus(AwayFilter.PAUSE), Status.UNAVAILABLE)))
                .isTrue();
    }

    @Test
    void leavesEverythingElseAsItIs() {
        filter.isLoggable(line(POLLER, START, Status.UNAVAILABLE));
        var refused = line(POLLER, START, Status.PERMISSION_DENIED);
        var elsewhere = line("org.partnerflow.outbox.Settlement", START, Status.UNAVAILABLE);
        var plain = new LogRecord(Level.INFO, "Started");

        assertThat(filter.isLoggable(refused)).isTrue();
        assertThat(refused.getThrown()).isNotNull();
        assertThat(filter.isLoggable(elsewhere)).isTrue();
        assertThat(elsewhere.getThrown()).isNotNull();
        assertThat(filter.isLoggable(plain)).isTrue();
    }

    @Test
    @Tag("F11.9")
    void tellsOnceInAWhileThatTheDatabaseIsAway() {
        var away = new IllegalStateException(new SQLException("Communications link failure", "08S01"));

        var first = failure("org.partnerflow.Some", START, away);
        assertThat(filter.isLoggable(first)).isTrue();
        assertThat(first.getThrown()).isNull();
        assertThat(filter.isLoggable(failure("org.partnerflow.Some", START.plusSeconds(20), away)))
                .isFalse();
        assertThat(filter.isLoggable(failure("org.partnerflow.Some", START.plus(AwayFilter.PAUSE), away)))
                .isTrue();
        assertThat(filter.isLoggable(
                        failure("org.partnerflow.Some", START, new SQLException("Unknown column", "42S22"))))
                .isTrue();
    }

    @Test
    @Tag("F11.9")
    void saysNothingOfAClientThatHasGone() {
        assertThat(filter.isLoggable(failure(
                        "io.quarkus.vertx.http.runtime.QuarkusErrorHandler",
                        START,
                        new RuntimeException(new IOException("Broken pipe")))))
                .isFalse();
        assertThat(filter.isLoggable(failure("org.partnerflow.mail", START, new IOException("Broken pipe"))))
                .isTrue();
    }

    private static LogRecord failure(String logger, Instant at, Throwable thrown) {
        var line = new LogRecord(Level.SEVERE, "It failed");
        line.setLoggerName(logger);
        line.setInstant(at);
        line.setThrown(thrown);
        return line;
    }

    private static LogRecord line(String logger, Instant at, Status status) {
        var line = new LogRecord(Level.WARNING, "Failed to activate jobs");
        line.setLoggerName(logger);
        line.setInstant(at);
        line.setThrown(status.asRuntimeException());
        return line;
    }
}
