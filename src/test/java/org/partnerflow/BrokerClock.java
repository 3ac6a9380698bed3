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
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.partnerflow.embedded.LocalServices;

/** Moves the broker's clock, so that timers of diagrams are due. It never goes back; open jobs time out and come again. */
public final class BrokerClock {
    private static final Pattern EPOCH_MILLI = Pattern.compile("\"epochMilli\":(\\d+)");

    private BrokerClock() {}

    public static void advance(Duration by) {
        ask("/add", BodyPublishers.ofString("{\"offsetMilli\": %d}".formatted(by.toMillis())));
    }

    public static Instant now() {
        var milliseconds = EPOCH_MILLI.matcher(ask("", null));
        if (!milliseconds.find()) {
            throw new IllegalStateException("Expected the broker to say its time");
        }
        return Instant.ofEpochMilli(Long.parseLong(milliseconds.group(1)));
    }

    private static String ask(String path, @Nullable BodyPublisher body) {
        var management = TestServices.configuration().get(LocalServices.BROKER_MANAGEMENT);
        var request = HttpRequest.newBuilder(URI.create(management + "/actuator/clock" + path))
                .header("Content-Type", "application/json")
                .method(body == null ? "GET" : "POST", body == null ? BodyPublishers.noBody() : body)
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException("Expected the broker's clock to answer, but: " + response.body());
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
