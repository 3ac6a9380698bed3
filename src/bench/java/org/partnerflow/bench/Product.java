package org.partnerflow.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongConsumer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.partnerflow.shared.Ids;

/** The packaged product as a process of its own, used over REST by a broker; the next stage is looked for in its database. */
final class Product implements DealStory {
    private static final long STEP_TIMEOUT = TimeUnit.SECONDS.toNanos(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> settings;
    private final Process process;
    private final URI address;
    private final HttpClient http = HttpClient.newHttpClient();
    private final String session;
    private final ThreadLocal<java.sql.Connection> database = ThreadLocal.withInitial(this::connect);

    Product(Map<String, String> settings, Path log) throws Exception {
        this.settings = settings;
        int port = freePort();
        address = URI.create("http://127.0.0.1:" + port);
        process = start(port, log);
        awaitReady();
        session = logIn();
    }

    private Process start(int port, Path log) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m", "-Dquarkus.profile=local"));
        command.add("-Dquarkus.http.port=" + port);
        command.add("-Dpartnerflow.identity.secret=" + UUID.randomUUID());
        command.add("-Dpartnerflow.mail.public-url=" + address);
        settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-jar", Path.of("target", "quarkus-app", "quarkus-run.jar").toString()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    private void awaitReady() throws Exception {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (System.nanoTime() < end && process.isAlive()) {
            try {
                if (send("GET", "/q/health/ready", null).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                TimeUnit.MILLISECONDS.sleep(200);
            }
        }
        throw new TimeoutException("the product is not ready");
    }

    private String logIn() throws Exception {
        var form = Map.of("email", "broker@demo.example", "password", "demo-partnerflow");
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        HttpResponse<String> response;
        do {
            response = send("POST", "/api/session", form);
            TimeUnit.MILLISECONDS.sleep(200);
        } while (response.statusCode() != 204 && System.nanoTime() < end);
        return response.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
    }

    @Override
    public void play(LongConsumer step) throws Exception {
        var contact = Map.of("firstName", "Ada", "lastName", "Byron", "email", "ada@example.org", "phone", "+44 20 7946 0000");
        var created = json(send(
                "POST", "/api/deals", Map.of("name", "Bench " + UUID.randomUUID(), "contacts", List.of(contact))));
        var deal = UUID.fromString(created.get("id").asText());
        var visit = nextVisit(deal, null);
        while (visit != null) {
            var outcome = BareZeebe.OUTCOMES.get(visit.elementId());
            long asked = System.nanoTime();
            json(send("POST", "/api/deals/" + deal + "/moves", move(visit, outcome)));
            visit = nextVisit(deal, visit);
            step.accept(System.nanoTime() - asked);
        }
    }

    private static Map<String, Object> move(Visit visit, String outcome) {
        return outcome.isEmpty() ? Map.of("visitId", visit.id()) : Map.of("visitId", visit.id(), "outcome", outcome);
    }

    private record Visit(UUID id, String elementId) {}

    /** Waits until the deal stands on another stage than {@code former}; null when it is won. */
    private Visit nextVisit(UUID deal, Visit former) throws Exception {
        long end = System.nanoTime() + STEP_TIMEOUT;
        while (System.nanoTime() < end) {
            try (var query = database.get()
                    .prepareStatement(
                            """
                            select d.state, v.id, v.element_id from deal d
                            left join stage_visit v on v.deal_id = d.id and v.left_at is null where d.id = ?""")) {
                query.setBytes(1, Ids.toBytes(deal));
                var row = query.executeQuery();
                if (row.next()) {
                    var id = row.getBytes("id");
                    if (id != null && (former == null || !Ids.fromBytes(id).equals(former.id()))) {
                        return new Visit(Ids.fromBytes(id), row.getString("element_id"));
                    }
                    if (row.getString("state").equals("WON")) {
                        return null;
                    }
                }
            }
            TimeUnit.MILLISECONDS.sleep(2);
        }
        throw new TimeoutException("no next stage within a minute");
    }

    private java.sql.Connection connect() {
        try {
            return DriverManager.getConnection(
                    settings.get("quarkus.datasource.jdbc.url"),
                    settings.get("quarkus.datasource.username"),
                    settings.get("quarkus.datasource.password"));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> send(String method, String path, Object form) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address.resolve(path)).header("Content-Type", "application/json");
        if (session != null) {
            request.header("Cookie", session);
        }
        request.method(method, form == null ? BodyPublishers.noBody() : BodyPublishers.ofString(JSON.writeValueAsString(form)));
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> response) throws IOException {
        if (response.statusCode() >= 300) {
            throw new IOException("Expected a success, but " + response.uri() + " answered " + response.body());
        }
        return JSON.readTree(response.body());
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
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
}
