package org.partnerflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

/** A node of the packaged product as a process of its own, which can be killed. */
public final class ProductProcess implements AutoCloseable {
    private static final String PASSWORD = "demo-partnerflow";

    private final Map<String, String> settings;
    private final Path log;
    private final int port = freePort();
    private final URI address = URI.create("http://127.0.0.1:" + port);
    private final int managementPort = freePort();
    private @Nullable Process process;

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
                "-Dquarkus.management.host=127.0.0.1",
                "-Dquarkus.management.port=" + managementPort,
                "-Dpartnerflow.identity.secret=a secret that all nodes of a test know, 32 or more",
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
        await(longest, "ready", this::isReady);
    }

    /** Whether a balancer would lead requests to it. */
    public boolean isReady() throws IOException, InterruptedException {
        return isUp("ready");
    }

    /** Waits until the engine is there and nothing has to wait for it. */
    public void awaitBackground(Duration longest) throws InterruptedException {
        await(longest, "healthy in the background", () -> isUp("group/background"));
    }

    private boolean isUp(String what) throws IOException, InterruptedException {
        var management = new ProductClient(URI.create("http://127.0.0.1:" + managementPort), null);
        return management.send("GET", "/q/health/" + what, null).statusCode() == 200;
    }

    /** As {@code kill -9}: nothing is finished, nothing is said. */
    public void kill() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    URI address() {
        return address;
    }

    public ProductClient asNobody() {
        return new ProductClient(address, null);
    }

    /** Logs in as a user of the demo data, as soon as there is one. */
    public ProductClient as(String email) throws InterruptedException {
        var credentials = Map.of("email", email, "password", PASSWORD);
        var cookie = new AtomicReference<String>();
        await(Duration.ofMinutes(1), "loaded with its demo data", () -> {
            var response = asNobody().send("POST", "/api/session", credentials);
            response.headers().firstValue("Set-Cookie").ifPresent(value -> cookie.set(value.split(";")[0]));
            return response.statusCode() == 204;
        });
        return new ProductClient(address, cookie.get());
    }

    /** Waits until the demo data have come as far as the support requests, which are the last of them. */
    public void awaitDemoData() throws InterruptedException {
        var broker = as("broker@demo.example");
        await(Duration.ofMinutes(2), "filled with its demo data", () -> !broker.request("GET", "/api/requests", null)
                .path("items")
                .isEmpty());
    }

    /** As Ctrl+C or a service manager: it ends by itself. False when it did not within this time. */
    public boolean endsWithin(Duration longest) throws InterruptedException {
        if (process == null) {
            return true;
        }
        process.destroy();
        return process.waitFor(longest.toSeconds(), TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        try {
            if (!endsWithin(Duration.ofSeconds(20))) {
                kill();
            }
        } catch (InterruptedException e) {
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

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
