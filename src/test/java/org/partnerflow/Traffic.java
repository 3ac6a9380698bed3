package org.partnerflow;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Brokers and partner users who work without a pause, each with some deals and leads on the way, and keep book of every answer, while all
 * that they use may die. No answer, and "not now" (503), say nothing of what was done; whatever else is no success fails the test.
 */
final class Traffic implements AutoCloseable {
    /** How many deals each broker has on the way at once, at most. */
    static final int ON_THE_WAY = 15;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> HAPPY = Set.of("Qualified", "Agreed", "Signed");
    private static final int UNAVAILABLE = 503;
    private static final int CONFLICT = 409;

    /** What was asked for and may not exist: the names of all deals and companies. */
    final Set<String> asked = ConcurrentHashMap.newKeySet();

    /** By their ids, with their names. */
    final Map<String, String> deals = new ConcurrentHashMap<>();

    final Map<String, String> leads = new ConcurrentHashMap<>();

    /** Ids of the visits that were left, as was answered. */
    final Queue<String> moves = new ConcurrentLinkedQueue<>();

    /** Ids of the leads that were accepted, as was answered. */
    final Queue<String> accepted = new ConcurrentLinkedQueue<>();

    private final ExecutorService people;
    private final List<Future<?>> work = new ArrayList<>();
    private volatile boolean stopped;

    private interface Work {
        void once() throws IOException, InterruptedException;
    }

    /** @param partners by the names of those whom leads are offered to */
    Traffic(int brokers, ProductClient broker, Map<String, ProductClient> partners) {
        people = Executors.newFixedThreadPool(brokers + 1);
        for (int i = 0; i < brokers; i++) {
            var mine = new ArrayList<String>();
            start(() -> {
                if (mine.size() < ON_THE_WAY) {
                    create(broker, mine);
                } else {
                    move(broker, mine);
                }
            });
        }
        start(() -> lead(broker, partners));
    }

    int answered() {
        return deals.size() + leads.size() + moves.size() + accepted.size();
    }

    private void start(Work job) {
        work.add(people.submit(() -> {
            while (!stopped) {
                try {
                    job.once();
                } catch (IOException noAnswer) {
                    // It died meanwhile: nobody was told anything
                }
                TimeUnit.MILLISECONDS.sleep(20);
            }
            return null;
        }));
    }

    private void create(ProductClient broker, List<String> mine) throws IOException, InterruptedException {
        var name = name("Deal");
        var answer = answer(broker, "/api/deals", Map.of("name", name, "contacts", List.of(person(name))), 201);
        if (answer != null) {
            deals.put(answer.get("id").asText(), name);
            mine.add(answer.get("id").asText());
        }
    }

    private void move(ProductClient broker, List<String> mine) throws IOException, InterruptedException {
        var deal = mine.get(ThreadLocalRandom.current().nextInt(mine.size()));
        var read = answer(broker.send("GET", "/api/deals/" + deal, null), 200);
        if (read == null) {
            return;
        }
        if (!read.get("state").asText().equals("OPEN")) {
            mine.remove(deal);
            return;
        }
        var place = read.get("place");
        if (place.get("moving").asBoolean() || place.get("visitId").isNull()) {
            return;
        }
        var move = new HashMap<String, Object>(Map.of("visitId", place.get("visitId")));
        place.at("/position/moves").findValuesAsText("outcome").stream()
                .filter(HAPPY::contains)
                .findFirst()
                .ifPresent(outcome -> move.put("outcome", outcome));
        if (answer(broker, "/api/deals/" + deal + "/moves", move, 200) != null) {
            moves.add(place.get("visitId").asText());
        }
    }

    /** Receives a lead, or accepts one that is offered. */
    private void lead(ProductClient broker, Map<String, ProductClient> partners)
            throws IOException, InterruptedException {
        for (var lead : leads.keySet()) {
            if (!accepted.contains(lead)) {
                accept(lead, broker, partners);
                break;
            }
        }
        if (leads.size() - accepted.size() < ON_THE_WAY) {
            var name = name("Company");
            var form = Map.of("company", name, "contact", person(name), "source", "Referral");
            var answer = answer(broker, "/api/leads", form, 201);
            if (answer != null) {
                leads.put(answer.get("id").asText(), name);
            }
        }
    }

    private void accept(String lead, ProductClient broker, Map<String, ProductClient> partners)
            throws IOException, InterruptedException {
        var read = answer(broker.send("GET", "/api/leads/" + lead, null), 200);
        if (read == null) {
            return;
        }
        var state = read.get("state").asText();
        if (state.equals("OFFERED")) {
            var partner = partners.get(read.at("/owner/name").asText());
            if (answer(partner, "/api/leads/" + lead + "/accept", Map.of(), 200) != null) {
                accepted.add(lead);
            }
        } else if (state.equals("ACCEPTED") || state.equals("CONVERTED")) {
            accepted.add(lead); // it was done, though nobody was told
        }
    }

    private static @Nullable JsonNode answer(ProductClient client, String path, Map<String, ?> form, int success)
            throws IOException, InterruptedException {
        return answer(client.send("POST", path, form), success);
    }

    /** Null when it was not done, or not for sure. */
    private static @Nullable JsonNode answer(HttpResponse<String> response, int success)
            throws JsonProcessingException {
        if (response.statusCode() == UNAVAILABLE || response.statusCode() == CONFLICT) {
            return null;
        }
        assertThat(response.statusCode()).as(response.body()).isEqualTo(success);
        return JSON.readTree(response.body());
    }

    private String name(String kind) {
        var name = kind + " " + Given.unique();
        asked.add(name);
        return name;
    }

    private static Map<String, String> person(String name) {
        var email = name.replace(' ', '.').toLowerCase(Locale.ROOT) + "@example.org";
        return Map.of("firstName", "Ada", "lastName", "Byron", "email", email, "phone", "+44 20 7946 0000");
    }

    /** Waits until so many more were answered. */
    void awaitAnswers(int more) {
        int before = answered();
        Awaitility.await("answers").atMost(Duration.ofMinutes(1)).until(() -> {
            expectNoFailure();
            return answered() >= before + more;
        });
    }

    private void expectNoFailure() throws Exception {
        for (var job : work) {
            if (job.isDone()) {
                job.get();
            }
        }
    }

    /** Everybody ends what they do. */
    void stop() throws Exception {
        stopped = true;
        for (var job : work) {
            job.get(1, TimeUnit.MINUTES);
        }
    }

    @Override
    public void close() {
        stopped = true;
        people.shutdownNow();
    }
}
