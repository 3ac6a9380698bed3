package org.partnerflow.engine;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

import io.grpc.Status.Code;
import io.quarkus.logging.LoggingFilter;

/**
 * The engine's client tells with a stack trace, for each type of job and each try, that the engine is away. One line in a while says as
 * much.
 */
@LoggingFilter(name = "engine-away")
public final class EngineAwayFilter implements Filter {
    static final Duration PAUSE = Duration.ofSeconds(30);
    static final String ASKS_FOR_JOBS = "io.camunda.client.job.";

    private final AtomicLong nextLine = new AtomicLong();

    @Override
    public boolean isLoggable(LogRecord line) {
        var thrown = line.getThrown();
        if (thrown == null
                || !line.getLoggerName().startsWith(ASKS_FOR_JOBS)
                || EngineErrors.code(thrown) != Code.UNAVAILABLE) {
            return true;
        }
        long next = nextLine.get();
        long now = line.getInstant().toEpochMilli();
        if (now < next || !nextLine.compareAndSet(next, now + PAUSE.toMillis())) {
            return false;
        }
        line.setMessage(
                "The process engine cannot be reached for jobs, and is asked again and again: " + thrown.getMessage());
        line.setThrown(null);
        return true;
    }
}
