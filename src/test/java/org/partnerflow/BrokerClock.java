package org.partnerflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.partnerflow.embedded.LocalServices;

/**
 * Moves the broker's clock, so that timers of diagrams are due. It never goes back; open jobs time out and come again. After a jump
 * the broker takes itself for stuck, and refuses work until it has looked at itself again, a minute later by the same clock. So the
 * last minute goes by in steps that are too small for that.
 */
public final class BrokerClock {
    private static final Pattern EPOCH_MILLI = Pattern.compile("\"epochMilli\":(\\d+)");

    private static final Duration STEP = Duration.ofSeconds(6);
    private static final int LAST_STEPS = 12;

    private BrokerClock() {}

    public static void advance(Duration by) {
        var jump = by.minus(STEP.multipliedBy(LAST_STEPS));
        if (jump.isPositive()) {
            add(jump);
        }
        for (var left = jump.isPositive() ? by.minus(jump) : by; left.isPositive(); left = left.minus(STEP)) {
            add(left.compareTo(STEP) < 0 ? left : STEP);
            pause();
        }
        while (!ask("/health/status", null).contains("UP")) {
            add(STEP);
            pause();
        }
    }

    /** Long enough for the broker to see the step. */
    private static void pause() {
        LockSupport.parkNanos(Duration.ofMillis(40).toNanos());
    }

    private static void add(Duration by) {
        ask("/clock/add", BodyPublishers.ofString("{\"offsetMilli\": %d}".formatted(by.toMillis())));
    }

    public static Instant now() {
        var milliseconds = EPOCH_MILLI.matcher(ask("/clock", null));
        if (!milliseconds.find()) {
            throw new IllegalStateException("Expected the broker to say its time");
        }
        return Instant.ofEpochMilli(Long.parseLong(milliseconds.group(1)));
    }

    private static String ask(String path, @Nullable BodyPublisher body) {
        var management = TestServices.configuration().get(LocalServices.BROKER_MANAGEMENT);
        var request = HttpRequest.newBuilder(URI.create(management + "/actuator" + path))
                .header("Content-Type", "application/json")
                .method(body == null ? "GET" : "POST", body == null ? BodyPublishers.noBody() : body)
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200 && response.statusCode() != 503) {
                throw new IllegalStateException("Expected the broker's management to answer, but: " + response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
