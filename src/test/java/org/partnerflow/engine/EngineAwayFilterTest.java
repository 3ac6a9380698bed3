package org.partnerflow.engine;

import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.LogRecord;

import io.grpc.Status;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EngineAwayFilterTest {
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final String POLLER = EngineAwayFilter.ASKS_FOR_JOBS + "poller";

    private final EngineAwayFilter filter = new EngineAwayFilter();

    @Test
    void tellsOnceInAWhileThatTheEngineIsAway() {
        var first = line(POLLER, START, Status.UNAVAILABLE.withDescription("io exception"));

        assertThat(filter.isLoggable(first)).isTrue();
        assertThat(first.getThrown()).isNull();
        assertThat(first.getMessage()).contains("cannot be reached").endsWith("UNAVAILABLE: io exception");
        assertThat(filter.isLoggable(line(POLLER, START.plusSeconds(1), Status.UNAVAILABLE)))
                .isFalse();
        assertThat(filter.isLoggable(line(POLLER, START.plus(EngineAwayFilter.PAUSE), Status.UNAVAILABLE)))
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

    private static LogRecord line(String logger, Instant at, Status status) {
        var line = new LogRecord(Level.WARNING, "Failed to activate jobs");
        line.setLoggerName(logger);
        line.setInstant(at);
        line.setThrown(status.asRuntimeException());
        return line;
    }
}
