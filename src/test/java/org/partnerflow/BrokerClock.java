package org.partnerflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

import org.partnerflow.embedded.LocalServices;

/** Moves the broker's clock, so that timers of diagrams are due. It never goes back; open jobs time out and come again. */
public final class BrokerClock {
    private BrokerClock() {}

    public static void advance(Duration by) {
        var management = TestServices.configuration().get(LocalServices.BROKER_MANAGEMENT);
        var request = HttpRequest.newBuilder(URI.create(management + "/actuator/clock/add"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"offsetMilli\": %d}".formatted(by.toMillis())))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException("Expected the broker's clock to move, but: " + response.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
