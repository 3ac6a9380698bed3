package org.partnerflow.engine;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;

import io.grpc.Status.Code;
import io.quarkus.logging.LoggingFilter;
import io.vertx.core.http.HttpClosedException;
import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.Causes;
import org.partnerflow.shared.DatabaseAway;

/**
 * When the database or the engine is away, everything that needs it says so at each try, with a stack trace. One line of each in a while
 * says as much. That a client has gone away before its answer is no news at all.
 */
@LoggingFilter(name = "away")
public final class AwayFilter implements Filter {
    static final Duration PAUSE = Duration.ofSeconds(30);
    static final String ASKS_FOR_JOBS = "io.camunda.client.job.";

    private static final Pattern OF_THE_DATABASE = Pattern.compile(
            "Communications link failure|cannot be reached|SQLState: 08|[Aa]cquisition timeout|Connection refused");
    private static final Pattern CUT = Pattern.compile("Connection reset|Broken pipe|Connection was closed");
    private static final Pattern SERVES_CLIENTS = Pattern.compile(
            "io\\.vertx\\..*|io\\.netty\\..*|io\\.quarkus\\.(vertx|resteasy).*|io\\.quarkiverse\\.resteasy.*|http-problem|org\\.jboss\\.resteasy.*");

    private final Map<String, Long> nextLines = new ConcurrentHashMap<>();

    @Override
    public boolean isLoggable(LogRecord line) {
        var thrown = line.getThrown();
        if (thrown == null) {
            var text = line.getMessage() + " " + Arrays.toString(line.getParameters());
            return !OF_THE_DATABASE.matcher(text).find() || isTime("database", line);
        }
        if (clientIsGone(line.getLoggerName(), thrown)) {
            return false;
        }
        if (DatabaseAway.isBehind(thrown)) {
            return isTime("database", line) && shortened(line, "The database cannot be reached");
        }
        if (line.getLoggerName() != null
                && line.getLoggerName().startsWith(ASKS_FOR_JOBS)
                && EngineErrors.code(thrown) == Code.UNAVAILABLE) {
            return isTime(ASKS_FOR_JOBS, line)
                    && shortened(line, "The process engine cannot be reached for jobs, and is asked again and again");
        }
        return true;
    }

    private static boolean clientIsGone(@Nullable String logger, Throwable thrown) {
        return logger != null
                && SERVES_CLIENTS.matcher(logger).matches()
                && Causes.of(thrown).stream()
                        .anyMatch(cause -> cause instanceof HttpClosedException
                                || cause instanceof ClosedChannelException
                                || cause instanceof IOException
                                        && CUT.matcher(String.valueOf(cause.getMessage()))
                                                .find());
    }

    private boolean isTime(String kind, LogRecord line) {
        long now = line.getInstant().toEpochMilli();
        var key = kind + " " + (kind.equals(ASKS_FOR_JOBS) ? "" : line.getLoggerName());
        long before = nextLines.getOrDefault(key, 0L);
        if (now < before) {
            return false;
        }
        nextLines.put(key, now + PAUSE.toMillis());
        return true;
    }

    private static boolean shortened(LogRecord line, String what) {
        line.setMessage(what + ": " + line.getThrown().getMessage());
        line.setParameters(null);
        line.setThrown(null);
        return true;
    }
}
