package org.partnerflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.partnerflow.embedded.LocalServices;
import org.partnerflow.shared.Ids;

import static org.assertj.core.api.Assertions.assertThat;

/** The packaged product, killed while it works. {@code -Dcrash.rounds=50} kills it more often. */
class CrashIT {
    private static final int ROUNDS = Integer.getInteger("crash.rounds", 4);
    private static final int CLIENTS = 4;
    private static final Map<String, String> CONTACT =
            Map.of("firstName", "Ada", "lastName", "Byron", "email", "ada@example.org", "phone", "+44 20 7946 0000");

    private static LocalServices services;
    private static ProductProcess product;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        var folder = Files.createDirectories(Path.of("target", "crash").toAbsolutePath());
        services =
                LocalServices.start(LocalServices.Settings.forTests(Files.createTempDirectory(folder, "run"), false));
        product = new ProductProcess(services.configuration(), folder.resolve("product.log"));
        product.start();
        product.logIn("broker@demo.example");
        Awaitility.await("the demo workflow")
                .ignoreException(IllegalStateException.class)
                .until(CrashIT::createDeal, Objects::nonNull);
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
        var deal = product.request(
                "POST", "/api/deals", Map.of("name", "Deal " + Given.unique(), "contacts", List.of(CONTACT)));
        return UUID.fromString(deal.get("id").asText());
    }

    private static int count(String sql, UUID deal) throws SQLException {
        var settings = services.configuration();
        try (var connection = DriverManager.getConnection(
                        settings.get("quarkus.datasource.jdbc.url"),
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
