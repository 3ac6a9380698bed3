package org.partnerflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

/** The packaged product as a process of its own, which can be killed; used over REST as a user of the demo data. */
public final class ProductProcess implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PASSWORD = "demo-partnerflow";

    private final Map<String, String> settings;
    private final Path log;
    private final int port = freePort();
    private final URI address = URI.create("http://127.0.0.1:" + port);
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Runnable::run)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private @Nullable Process process;
    private volatile @Nullable String session;

    /** @param settings of the application that lead it to its services, see LocalServices.configuration() */
    public ProductProcess(Map<String, String> settings, Path log) {
        this.settings = settings;
        this.log = log;
    }

    /** Starts it and waits until it is ready. */
    public void start() throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-Dquarkus.profile=local",
                "-Dquarkus.http.port=" + port,
                "-Dpartnerflow.identity.secret=a secret of this process only, 32 or more",
                "-Dpartnerflow.mail.public-url=" + address));
        settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of(
                "-jar", Path.of("target", "quarkus-app", "quarkus-run.jar").toString()));
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        awaitReady(Duration.ofMinutes(2));
    }

    public void awaitReady(Duration longest) throws InterruptedException {
        await(longest, "ready", () -> send("GET", "/q/health/ready", null).statusCode() == 200);
    }

    /** As {@code kill -9}: nothing is finished, nothing is said. */
    public void kill() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    /** Logs in as a user of the demo data, as soon as there is one. */
    public void logIn(String email) throws InterruptedException {
        await(Duration.ofMinutes(1), "loaded with its demo data", () -> {
            var response = send("POST", "/api/session", Map.of("email", email, "password", PASSWORD));
            session = response.headers()
                    .firstValue("Set-Cookie")
                    .map(cookie -> cookie.split(";")[0])
                    .orElse(null);
            return response.statusCode() == 204;
        });
    }

    /** Waits until the demo data have come as far as the support requests, which are the last of them. */
    public void awaitDemoData() throws InterruptedException {
        await(Duration.ofMinutes(2), "filled with its demo data", () -> !request("GET", "/api/requests", null)
                .path("items")
                .isEmpty());
    }

    /**
     * The JSON that is answered.
     *
     * @throws IllegalStateException when it is answered, but not a success
     */
    public JsonNode request(String method, String path, @Nullable Object form)
            throws IOException, InterruptedException {
        var response = send(method, path, form);
        if (response.statusCode() >= 300) {
            throw new IllegalStateException("Expected a success of %s %s, but the answer was %d: %s"
                    .formatted(method, path, response.statusCode(), response.body()));
        }
        return JSON.readTree(response.body().isEmpty() ? "null" : response.body());
    }

    public HttpResponse<String> send(String method, String path, @Nullable Object form)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .method(method, form == null ? BodyPublishers.noBody() : BodyPublishers.ofString(text(form)));
        if (session != null) {
            request.header("Cookie", session);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        if (process == null) {
            return;
        }
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private interface Condition {
        boolean holds() throws IOException, InterruptedException;
    }

    private void await(Duration longest, String what, Condition condition) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        while (System.nanoTime() < end) {
            if (process != null && !process.isAlive()) {
                throw new IllegalStateException("The product ended before it was %s: see %s".formatted(what, log));
            }
            try {
                if (condition.holds()) {
                    return;
                }
            } catch (IOException notYet) {
                // It is still starting: asked again below.
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        throw new IllegalStateException("The product was not %s within %s: see %s".formatted(what, longest, log));
    }

    private static String text(Object form) {
        try {
            return JSON.writeValueAsString(form);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
