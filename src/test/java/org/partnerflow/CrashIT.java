package org.partnerflow;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.embedded.CaughtMail;
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
    private static final int LOAD = 50;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String RUNS = "/api/engine/reconciliations";
    private static final String ON_THE_WAY = """
            select (select count(*) from deal d where d.state = 'OPEN'
                    and not exists (select 1 from stage_visit v where v.deal_id = d.id and v.left_at is null))
                + (select count(*) from sales_lead l where l.state in ('NEW', 'ACCEPTED'))""";
    private static final Map<String, String> CONTACT =
            Map.of("firstName", "Ada", "lastName", "Byron", "email", "ada@example.org", "phone", "+44 20 7946 0000");

    private static Connection connection;
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
            "1, 2, 3: with broker, database and application killed under load, every answer is found in the books, once, and"
                    + " the broker's death keeps nobody from working")
    @Tag("F11.11")
    void balancesItsBooks() throws Exception {
        var partners = Map.of(
                "Pia Partner", product.as("partner@demo.example"),
                "Rosa Rivera", product.as("partner2@demo.example"));
        try (var traffic = new Traffic(CLIENTS, broker, partners)) {
            Awaitility.await("deals on the way").atMost(PATIENCE).until(() -> traffic.deals.size() > LOAD);
            kill("zeebe/broker.pid");
            traffic.awaitAnswers(UNDER_LOAD);
            assertThat(product.isReady()).isTrue();
            product.awaitBackground(Duration.ofSeconds(60));
            traffic.awaitAnswers(UNDER_LOAD);
            kill("database/database.pid");
            traffic.awaitAnswers(UNDER_LOAD);
            product.kill();
            product.start();
            traffic.awaitAnswers(UNDER_LOAD);
            traffic.stop();
            expectBalanced(traffic);
        }
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

    /** As {@code kill -9}. */
    private static void kill(String memory) throws Exception {
        var pid = Files.readString(data.resolve(memory)).split(" ")[0];
        var server = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
        server.destroyForcibly();
        server.onExit().get(10, TimeUnit.SECONDS);
        Awaitility.await(memory + " is of another process")
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> !Files.readString(data.resolve(memory)).startsWith(pid + " "));
    }

    private static void expectBalanced(Traffic traffic) throws Exception {
        Awaitility.await("nothing is on its way").atMost(PATIENCE).untilAsserted(() -> {
            assertThat(count("select count(*) from outbox_message")).isZero();
            assertThat(count(ON_THE_WAY)).isZero();
        });
        assertThat(traffic.deals.keySet()).allSatisfy(deal -> {
            var id = UUID.fromString(deal);
            assertThat(count("select count(*) from deal where id = ? and name is not null", id))
                    .isEqualTo(1);
            assertThat(count(
                            "select count(*) from deal d join stage_visit v on v.deal_id = d.id and v.left_at is null where d.id = ?",
                            id))
                    .isEqualTo(count("select count(*) from deal where id = ? and state = 'OPEN'", id));
            assertThat(count("select count(*) from stage_visit where deal_id = ? and left_at is not null", id))
                    .as("each stage that was left was left by one move")
                    .isEqualTo(count(
                            "select count(*) from audit_entry where record_id = ? and action = 'deal.moved'", id));
            assertThat(mailsTo(traffic.deals.get(deal)))
                    .as("proposals that were sent")
                    .isEqualTo(count("""
                            select count(*) from stage_visit where deal_id = ? and left_at is not null
                                and element_id = 'Stage_Proposal'""", id));
        });
        assertThat(traffic.moves).doesNotHaveDuplicates().allSatisfy(visit -> assertThat(count(
                        "select count(*) from stage_visit where id = ? and left_at is not null",
                        UUID.fromString(visit)))
                .isEqualTo(1));
        assertThat(traffic.accepted).isNotEmpty().allSatisfy(lead -> assertThat(count("""
                        select count(*) from sales_lead l join deal d on d.id = l.deal_id
                        where l.id = ? and l.state = 'CONVERTED'""", UUID.fromString(lead)))
                .isEqualTo(1));
        assertThat(traffic.leads.values())
                .allSatisfy(company -> assertThat(mailsAbout(company)).isEqualTo(1));
        assertThat(traffic.asked).allSatisfy(name -> assertThat(count(
                        "select (select count(*) from deal where name = '%1$s') + (select count(*) from sales_lead where company = '%1$s' and deal_id is null)"
                                .formatted(name)))
                .isLessThanOrEqualTo(1));
        expectTheEngineToAgree();
    }

    /** Each instance is where the database says: the comparison asks the engine for each of them. */
    private static void expectTheEngineToAgree() throws Exception {
        var admin = product.as("admin@demo.example");
        var run = admin.request("POST", RUNS, null).get("id").asText();
        Awaitility.await("the comparison has ended")
                .atMost(PATIENCE)
                .until(() ->
                        !admin.request("GET", RUNS, null).get(0).get("endedAt").isNull());
        assertThat(admin.request("GET", RUNS + "/" + run + "/items", null)).isEmpty();
        assertThat(admin.request("GET", "/api/attention", null).get("items")).isEmpty();
    }

    /** A mail may be sent twice, if the answer to its sending was lost: it bears the same id then. */
    private static long mailsTo(String name) {
        var address = name.replace(' ', '.').toLowerCase(Locale.ROOT) + "@example.org";
        return mails(mail -> mail.to().equals(address));
    }

    private static long mailsAbout(String company) {
        return mails(mail -> mail.subject().equals("New lead: " + company));
    }

    private static long mails(Predicate<CaughtMail> which) {
        return CaughtMail.allIn(data.resolve("mails")).stream()
                .filter(which)
                .map(CaughtMail::messageId)
                .distinct()
                .count();
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

    private static int count(String sql, UUID... record) throws SQLException {
        try (var query = database().prepareStatement(sql)) {
            for (int i = 0; i < record.length; i++) {
                query.setBytes(i + 1, Ids.toBytes(record[i]));
            }
            try (var row = query.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    /** The same as long as the database lives. */
    private static Connection database() throws SQLException {
        if (connection == null || !connection.isValid(1)) {
            var settings = services.configuration();
            connection = DriverManager.getConnection(
                    settings.get(JDBC_URL),
                    settings.get("quarkus.datasource.username"),
                    settings.get("quarkus.datasource.password"));
        }
        return connection;
    }
}
