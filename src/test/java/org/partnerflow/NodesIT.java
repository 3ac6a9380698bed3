package org.partnerflow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.embedded.LocalServices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Two nodes of the packaged product on one database and one broker: it does not matter at which of them somebody works. */
class NodesIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** As in production, but that a node that dies is missed sooner, so that the test need not wait as long. */
    private static final Map<String, String> SETTINGS = Map.of(
            "quarkus.shutdown.timeout", "4s",
            "partnerflow.outbox.send-timeout", "3s",
            "partnerflow.outbox.lease", "4s",
            "partnerflow.engine.job-timeout", "8s");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RULES = "/api/rule-sets/lead-assignment/versions";
    private static final int LEADS = 16;
    private static final int CLIENTS = 4;

    private static LocalServices services;
    private static TraceCollector traces;
    private static ProductProcess one;
    private static ProductProcess two;
    private static ProductClient admin;
    private static boolean endedInTheMiddle;

    @BeforeAll
    static void start() throws Exception {
        var folder = Files.createDirectories(Path.of("target", "nodes").toAbsolutePath());
        services =
                LocalServices.start(LocalServices.Settings.forTests(Files.createTempDirectory(folder, "run"), false));
        var settings = new HashMap<>(services.configuration());
        settings.putAll(SETTINGS);
        one = new ProductProcess(settings, folder.resolve("one.log"));
        one.start();
        var broker = one.as("broker@demo.example");
        await().atMost(PATIENCE).until(() -> deals(broker, "").size() > 1);
        endedInTheMiddle = one.endsWithin(SOON);
        one.start();
        one.awaitDemoData();
        traces = new TraceCollector();
        var traced = new HashMap<>(settings);
        traced.putAll(traces.settings());
        two = new ProductProcess(traced, folder.resolve("two.log"));
        two.start();
        admin = one.as("admin@demo.example");
    }

    @AfterAll
    static void stop() {
        two.close();
        one.close();
        traces.close();
        services.close();
    }

    @Test
    @DisplayName("a deal goes on at another node than the one where it was left")
    @Tag("X8")
    void leadADealTogether() throws Exception {
        var here = one.as("broker@demo.example");
        var there = here.at(two);
        var deal = createDeal(here);

        move(there, deal, "Qualification", Map.of("outcome", "Qualified"));
        move(here, deal, "Needs analysis", Map.of());
        awaitStage(there, deal, "Proposal");

        var activity =
                here.request("GET", "/api/deals/" + deal + "/activity", null).get("items");
        assertThat(activity)
                .filteredOn(line -> line.get("action").asText().equals("deal.moved"))
                .hasSize(2);
    }

    @Test
    @DisplayName("what is done at one node is seen at the other without loading anew")
    @Tag("X5")
    void tellEachOtherWhatChanged() throws Exception {
        var told = ConcurrentHashMap.<String>newKeySet();
        try (var events = admin.at(two).stream("/api/events")) {
            Thread.startVirtualThread(() -> new Scanner(events, StandardCharsets.UTF_8)
                    .useDelimiter("\n")
                    .forEachRemaining(told::add));
            await("the first sign of life").atMost(PATIENCE).until(() -> !told.isEmpty());

            var deal = createDeal(admin);

            await().atMost(PATIENCE).until(() -> told.stream().anyMatch(line -> line.contains(deal)));
        }
    }

    @Test
    @DisplayName("a node that is told to end while it works does so, and goes on at the next start")
    @Tag("X8")
    void endInTheMiddleOfTheirWork() {
        assertThat(endedInTheMiddle)
                .as("ended within %s while the demo data were added", SOON)
                .isTrue();
    }

    @Test
    @DisplayName("a node that ends answers first what it has been asked")
    @Tag("X8")
    void answerWhatTheyWereAskedBeforeTheyEnd() throws Exception {
        var broker = one.as("broker@demo.example");
        var name = "Last-" + Given.unique();

        var accepted = createDealsUntilItEnds(broker, name, () -> two.endsWithin(SOON));

        assertThat(deals(broker, name)).containsExactlyInAnyOrderElementsOf(accepted);
        two.start();
    }

    @Test
    @DisplayName("a node sends traces of what it is asked to where it is told")
    @Tag("X7")
    void sendTraces() throws Exception {
        var deal = createDeal(admin.at(two));
        admin.at(two).request("GET", "/api/deals/" + deal, null);

        await().atMost(PATIENCE).until(() -> traces.hasOne("partnerflow", "GET /api/deals/{id}", deal));
    }

    @Test
    @DisplayName("27: who is disabled at one node is refused by the other within a second")
    @Tag("X3")
    void refuseADisabledUser() throws Exception {
        var technician = two.as("tech@demo.example");
        var id = technician.request("GET", "/api/session", null).at("/user/id").asText();
        admin.request("PUT", "/api/users/" + id + "/active", Map.of("active", false));
        long refusedFrom = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);

        long asked;
        int status;
        do {
            asked = System.nanoTime();
            status = technician.send("GET", "/api/session", null).statusCode();
        } while (status == 200 && asked < refusedFrom);
        assertThat(status).isEqualTo(401);

        admin.request("PUT", "/api/users/" + id + "/active", Map.of("active", true));
        assertThat(two.as("tech@demo.example").send("GET", "/api/session", null).statusCode())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("the next lead at one node is decided by what was published at the other")
    @Tag("A6")
    void decideByTheSameRules() throws Exception {
        int current = ruleVersion();
        int published = restoreRules(1);
        try {
            var lead = createLead(admin.at(two), "Referral");

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(decisions(lead).findValuesAsText("version"))
                            .containsExactly(Integer.toString(published)));
        } finally {
            restoreRules(current);
        }
    }

    @Test
    @DisplayName("leads in turn are shared fairly, whichever node they come to")
    @Tag("A8")
    void shareLeadsInTurn() {
        var clients = List.of(admin, admin.at(two));

        var leads = Parallel.each(
                IntStream.range(0, LEADS).boxed().toList(),
                number -> quietly(() -> createLead(clients.get(number % 2), "Event")));

        var owners = leads.stream()
                .map(lead -> await().atMost(PATIENCE).until(() -> owner(lead), name -> !name.isEmpty()))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertThat(owners).hasSize(2).allSatisfy((name, number) -> assertThat(number)
                .isBetween(LEADS / 2 - 1L, LEADS / 2 + 1L));
    }

    @Test
    @DisplayName("1: when a node dies under load, the other finishes what it has accepted")
    @Tag("X8")
    void finishWhatADeadNodeHasAccepted() throws Exception {
        var broker = one.as("broker@demo.example");

        var accepted = createDealsUntilItEnds(broker, "Deal", () -> {
            two.kill();
            return true;
        });

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(accepted)
                .allSatisfy(deal -> assertThat(stage(broker, deal)).isEqualTo("Qualification")));
        two.start();
    }

    /** The deals that the second node has accepted before it was ended under this load. */
    private static Set<String> createDealsUntilItEnds(ProductClient client, String name, Callable<Boolean> end)
            throws Exception {
        var accepted = ConcurrentHashMap.<String>newKeySet();
        var ended = CompletableFuture.supplyAsync(() -> quietly(() -> {
            await().atMost(PATIENCE).until(() -> accepted.size() > CLIENTS * 5);
            return end.call();
        }));
        Parallel.times(CLIENTS, () -> createDealsWhileItLives(client.at(two), name, accepted));
        assertThat(ended.get()).isTrue();
        return accepted;
    }

    /** Returns when it is refused or cut off. */
    private static int createDealsWhileItLives(ProductClient client, String name, Set<String> accepted)
            throws Exception {
        while (true) {
            try {
                var answer = client.send("POST", "/api/deals", deal(name));
                if (answer.statusCode() != 201) {
                    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
                    return accepted.size();
                }
                accepted.add(JSON.readTree(answer.body()).get("id").asText());
            } catch (IOException ended) {
                return accepted.size();
            }
        }
    }

    private static String createDeal(ProductClient client) throws Exception {
        return client.request("POST", "/api/deals", deal("Deal " + Given.unique()))
                .get("id")
                .asText();
    }

    private static Map<String, Object> deal(String name) {
        return Map.of("name", name, "contacts", List.of(DemoWork.person()));
    }

    private static List<String> deals(ProductClient client, String name) throws Exception {
        var ids = new ArrayList<String>();
        var after = "";
        do {
            var page = client.request("GET", "/api/deals?limit=100&q=" + name + after, null);
            page.get("items").forEach(deal -> ids.add(deal.get("id").asText()));
            after = page.path("next").isTextual() ? "&after=" + page.get("next").asText() : "";
        } while (!after.isEmpty());
        return ids;
    }

    private static String createLead(ProductClient client, String source) throws Exception {
        return client.request(
                        "POST",
                        "/api/leads",
                        Map.of("company", "Company " + Given.unique(), "contact", DemoWork.person(), "source", source))
                .get("id")
                .asText();
    }

    private static void move(ProductClient client, String deal, String from, Map<String, String> outcome)
            throws Exception {
        var move = new HashMap<String, Object>(outcome);
        move.put("visitId", awaitStage(client, deal, from).at("/place/visitId").asText());
        client.request("POST", "/api/deals/" + deal + "/moves", move);
    }

    private static JsonNode awaitStage(ProductClient client, String deal, String stage) {
        return await().atMost(PATIENCE)
                .until(
                        () -> client.request("GET", "/api/deals/" + deal, null),
                        read -> read.at("/place/name").asText().equals(stage)
                                && !read.at("/place/visitId").isNull());
    }

    private static String stage(ProductClient client, String deal) throws Exception {
        var place = client.request("GET", "/api/deals/" + deal, null).get("place");
        return place.get("visitId").isNull() ? "" : place.get("name").asText();
    }

    private static int ruleVersion() throws Exception {
        return admin.request("GET", RULES, null).path(0).get("number").asInt();
    }

    private static int restoreRules(int version) throws Exception {
        return admin.request("POST", RULES + "/" + version + "/restoration", Map.of("comment", "Back to it"))
                .get("number")
                .asInt();
    }

    private static JsonNode decisions(String lead) throws Exception {
        return admin.request("GET", "/api/leads/" + lead + "/decisions", null);
    }

    private static String owner(String lead) throws Exception {
        return admin.request("GET", "/api/leads/" + lead, null)
                .at("/owner/name")
                .asText();
    }

    private static <R> R quietly(Callable<R> work) {
        try {
            return work.call();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
