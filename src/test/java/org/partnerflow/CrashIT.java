package org.partnerflow;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.embedded.LocalServices;
import org.partnerflow.shared.Ids;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The packaged product, killed while it works, and its broker; and its database away. {@code -Dcrash.rounds=50} kills it more often,
 * {@code -Dcrash.away-seconds=30} keeps the database away for longer.
 */
class CrashIT {
    private static final int ROUNDS = Integer.getInteger("crash.rounds", 4);
    private static final Duration AWAY = Duration.ofSeconds(Integer.getInteger("crash.away-seconds", 8));
    private static final String JDBC_URL = "quarkus.datasource.jdbc.url";
    private static final int CLIENTS = 4;
    private static final int UNDER_LOAD = 20;
    private static final Map<String, String> CONTACT =
            Map.of("firstName", "Ada", "lastName", "Byron", "email", "ada@example.org", "phone", "+44 20 7946 0000");

    private static Path data;
    private static LocalServices services;
    private static Link databaseLink;
    private static ProductProcess product;
    private static ProductClient broker;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        var folder = Files.createDirectories(Path.of("target", "crash").toAbsolutePath());
        data = Files.createTempDirectory(folder, "run");
        services = LocalServices.start(LocalServices.Settings.forTests(data, false));
        var settings = new HashMap<>(services.configuration());
        var database = URI.create(settings.get(JDBC_URL).substring("jdbc:".length()));
        databaseLink = new Link(database.getHost(), database.getPort());
        settings.compute(JDBC_URL, (name, url) -> url.replace(":" + database.getPort(), ":" + databaseLink.port()));
        product = new ProductProcess(settings, folder.resolve("product.log"));
        product.start();
        product.awaitDemoData();
        broker = product.as("broker@demo.example");
    }

    @AfterAll
    static void stop() {
        product.close();
        services.close();
    }

    @Test
    @DisplayName("1, 2: killed at any moment, each deal that was accepted has one process and stands on one stage")
    void losesNothingAndDoesNothingTwice() throws Exception {
        long seed = System.nanoTime();
        System.out.println("CrashIT seed " + seed);
        var random = new Random(seed);
        Queue<UUID> accepted = new ConcurrentLinkedQueue<>();
        for (int round = 0; round < ROUNDS; round++) {
            workUntilKilledAfter(Duration.ofMillis(200 + random.nextInt(1_200)), accepted);
            product.start();
        }

        expectOneProcessEach(accepted);
    }

    @Test
    @DisplayName(
            "3: with the broker killed under load no deal is lost, and the product is healthy again by itself in 60 s")
    void outlivesItsBroker() throws Exception {
        Queue<UUID> accepted = new ConcurrentLinkedQueue<>();
        var stop = new AtomicBoolean();
        try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
            var work = new ArrayList<Future<?>>();
            for (int i = 0; i < CLIENTS; i++) {
                work.add(clients.submit(() -> {
                    while (!stop.get()) {
                        accepted.add(createDeal());
                    }
                    return null;
                }));
            }
            Awaitility.await().until(() -> accepted.size() > UNDER_LOAD);
            var engine = engine();
            engine.destroyForcibly();
            engine.onExit().get(10, TimeUnit.SECONDS);
            int before = accepted.size();
            Awaitility.await("taking deals without the broker").until(() -> accepted.size() > before + UNDER_LOAD);
            assertThat(product.isReady()).isTrue();
            product.awaitBackground(Duration.ofSeconds(60));
            assertThat(engine().pid()).isNotEqualTo(engine.pid());
            stop.set(true);
            for (var client : work) {
                client.get();
            }
        }
        expectOneProcessEach(accepted);
    }

    @Test
    @DisplayName(
            "9: while the database is away the answer is 503 and when to try again; afterwards all is well, and nothing half done")
    void outlivesItsDatabase() throws Exception {
        var lost = Map.of("name", "Lost " + Given.unique(), "contacts", List.of(CONTACT));
        databaseLink.cut();
        try {
            long end = System.nanoTime() + AWAY.toNanos();
            while (System.nanoTime() < end) {
                expectUnavailable(broker.send("GET", "/api/deals", null));
                expectUnavailable(broker.send("POST", "/api/deals", lost));
                expectUnavailable(
                        broker.send("POST", "/api/session", Map.of("email", "a@b.example", "password", "wrong")));
                assertThat(product.isReady()).isFalse();
            }
        } finally {
            databaseLink.mend();
        }
        product.awaitReady(Duration.ofSeconds(30));

        expectOneProcessEach(new LinkedList<>(List.of(createDeal())));
        assertThat(broker.request("GET", "/api/deals?q=Lost", null).get("items"))
                .isEmpty();
    }

    @Test
    @DisplayName("health, metrics and the document of the API are not at the port of the web pages")
    @Tag("F11.10")
    void keepsItsManagementInside() throws Exception {
        for (var path : List.of("/q/health", "/q/health/ready", "/q/metrics", "/api/openapi")) {
            assertThat(product.asNobody().send("GET", path, null).statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
    }

    private static void expectUnavailable(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(answer.body()).contains("The database cannot be reached").doesNotContain("Exception", "at org.");
    }

    private static ProcessHandle engine() throws IOException {
        var memory = Files.readString(data.resolve("zeebe/broker.pid"));
        return ProcessHandle.of(Long.parseLong(memory.split(" ")[0])).orElseThrow();
    }

    private static void expectOneProcessEach(Queue<UUID> accepted) {
        assertThat(accepted).isNotEmpty();
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(accepted).allSatisfy(deal -> {
                    assertThat(count("select count(*) from stage_visit where deal_id = ? and left_at is null", deal))
                            .isEqualTo(1);
                    assertThat(count(
                                    "select count(*) from process_binding where record_id = ? and process_instance_key is not null",
                                    deal))
                            .isEqualTo(1);
                }));
        assertThat(accepted)
                .allSatisfy(deal -> assertThat(count("select count(*) from stage_visit where deal_id = ?", deal))
                        .as("stages of a deal that was never moved")
                        .isEqualTo(1));
    }

    private static void workUntilKilledAfter(Duration time, Queue<UUID> accepted) throws Exception {
        try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
            var work = new ArrayList<Future<?>>();
            for (int i = 0; i < CLIENTS; i++) {
                work.add(clients.submit(() -> createDealsWhileItLives(accepted)));
            }
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
            product.kill();
            for (var client : work) {
                client.get();
            }
        }
    }

    private static void createDealsWhileItLives(Queue<UUID> accepted) {
        try {
            while (true) {
                accepted.add(createDeal());
            }
        } catch (IOException killed) {
            // As it should be. An answer that is no success is another exception, and fails the test.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Throws when the product dies meanwhile; then nobody was told that the deal exists. */
    private static UUID createDeal() throws IOException, InterruptedException {
        var deal = broker.request(
                "POST", "/api/deals", Map.of("name", "Deal " + Given.unique(), "contacts", List.of(CONTACT)));
        return UUID.fromString(deal.get("id").asText());
    }

    private static int count(String sql, UUID deal) throws SQLException {
        var settings = services.configuration();
        try (var connection = DriverManager.getConnection(
                        settings.get(JDBC_URL),
                        settings.get("quarkus.datasource.username"),
                        settings.get("quarkus.datasource.password"));
                var query = connection.prepareStatement(sql)) {
            query.setBytes(1, Ids.toBytes(deal));
            try (var row = query.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
