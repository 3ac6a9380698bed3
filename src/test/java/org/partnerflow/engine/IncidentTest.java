package org.partnerflow.engine;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.camunda.client.CamundaClient;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.Given;
import org.partnerflow.audit.AuditTrail;
import org.partnerflow.diagram.ShippedDiagrams;
import org.partnerflow.engine.feed.Tokens;
import org.partnerflow.shared.Ids;
import org.partnerflow.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

/** What fails in the engine itself, from the broker by its exporter to the people who mend it. */
@QuarkusTest
class IncidentTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** How soon people must know. */
    private static final Duration SOON = Duration.ofSeconds(5);

    @Inject
    Processes processes;

    @Inject
    Diagrams diagrams;

    @Inject
    CamundaClient client;

    @Inject
    Probe probe;

    @Inject
    Tokens tokens;

    @Inject
    StrayJobs strays;

    @Inject
    AuditTrail audit;

    private final Given.TestOrganisation organisation = Given.organisation();
    private final UUID record = Ids.next();

    @BeforeEach
    void deploy() {
        List.of("probe-incident", "probe-stages", "probe-steps")
                .forEach(name -> diagrams.deploy(name, ShippedDiagrams.read(name))
                        .toCompletableFuture()
                        .join());
        await("the feed of the broker").atMost(PATIENCE).until(this::feedIsAlive);
    }

    @Test
    @DisplayName(
            "a condition that cannot be evaluated is told within five seconds, in words, with the element and the mend")
    @Tag("F5.3")
    @Tag("W12")
    void tellsOfAnIncident() {
        start("probe-incident");
        await().atMost(SOON).untilAsserted(() -> attention().body("items", hasSize(1)));

        attention()
                .body("items[0].kind", equalTo("INCIDENT"))
                .body("items[0].recordName", equalTo("Probe " + record))
                .body("items[0].elementId", equalTo("Gateway_Large"))
                .body("items[0].elementName", equalTo("Large enough?"))
                .body("items[0].cause", containsString("At “Large enough?” an expression cannot be worked out."))
                .body("items[0].cause", containsString("“amount > 1000” should give yes or no, but gives nothing."))
                .body("items[0].cause", containsString("Nothing is called “amount” here."))
                .body("items[0].cause", containsString("Publish a mended diagram"));
        assertThat(tokens()).containsExactly("Gateway_Large");
    }

    @Test
    @DisplayName("mended and tried again, the instance goes on, and the item is gone by itself")
    @Tag("F5.3")
    @Tag("F5.6")
    @Tag("W12")
    void goesOnWhenMended() {
        start("probe-incident");
        var id = awaitItem();
        client.newSetVariablesCommand(instance())
                .variables(Map.of("amount", 5000))
                .send()
                .join();
        ops("retry", id, Map.of()).statusCode(200).body("state", equalTo("RESOLVED"));

        await().atMost(PATIENCE).until(() -> probe.elements(record).equals(List.of("Task_First")));
        attention().body("items", hasSize(0));
        assertThat(actions(id)).contains("attention.raised", "attention.retried");
        await().atMost(PATIENCE).until(() -> tokens().equals(List.of("Task_First")));
    }

    @Test
    @DisplayName("tried again with the value that it lacked, the instance goes on; the trail says what was set")
    @Tag("W12")
    void goesOnWithAValueThatWasLacking() {
        start("probe-incident");
        var id = awaitItem();
        for (var wrong : List.of(
                Map.of("recordId", "another"),
                Map.of("a b", 1),
                Map.of("amount", List.of(1)),
                Map.of("amount", "x".repeat(1001)))) {
            ops("retry", id, Map.of("variables", wrong))
                    .statusCode(400)
                    .body("violations[0].field", equalTo("variables"));
        }

        ops("retry", id, Map.of("variables", Map.of("amount", 5000)))
                .statusCode(200)
                .body("state", equalTo("RESOLVED"));

        await().atMost(PATIENCE).until(() -> probe.elements(record).equals(List.of("Task_First")));
        assertThat(organisation
                        .as(() -> audit.lines(UUID.fromString(id), null, 20))
                        .items())
                .filteredOn(line -> line.action().equals("attention.retried"))
                .singleElement()
                .satisfies(line -> assertThat(line.details().toString()).contains("amount", "5000"));
    }

    @Test
    @DisplayName("where records stand and fail is told element by element, for the process and for one record")
    @Tag("W12")
    void tellsWhereRecordsStand() {
        start("probe-incident");
        awaitItem();

        for (var query : List.of("", "&recordId=" + record)) {
            standing("probe-incident" + query)
                    .body("tokensKnown", equalTo(true))
                    .body("elements", hasSize(1))
                    .body("elements[0].elementId", equalTo("Gateway_Large"))
                    .body("elements[0].tokens", equalTo(1))
                    .body("elements[0].failures", hasSize(1))
                    .body("elements[0].failures[0].recordId", equalTo(record.toString()))
                    .body("elements[0].failures[0].cause", containsString("Nothing is called “amount” here."));
        }
        standing("probe-incident&recordId=" + Ids.next()).body("elements", hasSize(0));
        Given.organisation()
                .as(Role.OPS_MANAGER)
                .get("/api/attention/elements?processId=probe-incident")
                .then()
                .body("elements", hasSize(0));
        organisation.as(Role.OPS_MANAGER).get("/api/attention/elements").then().statusCode(400);
    }

    private ValidatableResponse standing(String query) {
        return organisation
                .as(Role.OPS_MANAGER)
                .get("/api/attention/elements?processId=" + query)
                .then()
                .statusCode(200);
    }

    @Test
    @DisplayName("tried again without being mended, it fails again and is told again")
    @Tag("F5.3")
    void isToldAgainWhenItWasNotMended() {
        start("probe-incident");
        var id = awaitItem();
        ops("retry", id, Map.of()).statusCode(200);
        await().atMost(PATIENCE).until(() -> {
            var now = attention().extract().jsonPath().getList("items.id", String.class);
            return now.size() == 1 && !now.contains(id);
        });
    }

    @Test
    @DisplayName("whatever failed in an instance is mended by its end")
    @Tag("F5.6")
    void isGoneWithItsInstance() {
        start("probe-incident");
        var id = awaitItem();
        organisation.as(() -> QuarkusTransaction.requiringNew().call(() -> processes.cancel("probe-incident", record)));
        client.newCancelInstanceCommand(instance()).send().join();

        await().atMost(PATIENCE).untilAsserted(() -> attention().body("items", hasSize(0)));
        assertThat(actions(id)).contains("attention.resolved");
        assertThat(tokens()).isEmpty();
    }

    @Test
    @DisplayName("an item is put aside with a reason, audited, and stays so while it fails in the same way")
    @Tag("F5.6")
    void isPutAside() {
        start("probe-incident");
        var id = awaitItem();
        ops("put-aside", id, Map.of()).statusCode(400);
        ops("put-aside", id, Map.of("reason", "The diagram is being mended")).statusCode(200);
        attention().body("items", hasSize(0));
        organisation
                .as(Role.OPS_MANAGER)
                .get("/api/attention?state=PUT_ASIDE&recordId={record}", record)
                .then()
                .body("items[0].putAside", equalTo("The diagram is being mended"));
        assertThat(actions(id)).contains("attention.put-aside");
        ops("put-aside", id, Map.of("reason", "again")).statusCode(409);
        organisation
                .as(Role.BROKER)
                .body(Map.of("reason", "mine"))
                .post("/api/attention/{id}/put-aside", id)
                .then()
                .statusCode(403);
    }

    @Test
    @DisplayName("what needs attention is found by the name of the record, of the element, and by words of the cause")
    @Tag("F8.4")
    void isFound() {
        start("probe-incident");
        awaitItem();
        for (var text : List.of(
                record.toString(),
                "large ENOUGH",
                "yes or no",
                "extract-value-error",
                "extract value",
                "in words of the page&works=extract-value-error")) {
            found("q=" + text).body("items.recordId", org.hamcrest.Matchers.hasItem(record.toString()));
        }
        found("kind=INCIDENT").body("items", hasSize(1));
        found("kind=JOB").body("items", hasSize(0));
        found("q=100%25").body("items", hasSize(0));
        organisation
                .as(Role.OPS_MANAGER)
                .get("/api/attention?kind=PUPPY")
                .then()
                .statusCode(org.hamcrest.Matchers.oneOf(400, 404));
    }

    @Test
    @DisplayName("the page of the engine's health says whether the engine tells what it does")
    @Tag("F5.3")
    @Tag("X7")
    void showsTheHealthOfTheEngine() {
        organisation
                .as(Role.OPS_MANAGER)
                .get("/api/engine/health")
                .then()
                .statusCode(200)
                .body("reachable", equalTo(true))
                .body("feedSetUp", equalTo(true))
                .body("heard.find { it.partition == 1 }.alive", equalTo(true));
    }

    @Test
    @DisplayName("the job of an instance that belongs to no record is held once, listed, and its instance can be ended")
    @Tag("F10.13")
    void holdsStrayJobs() {
        long stray = client.newCreateInstanceCommand()
                .bpmnProcessId("probe-steps")
                .latestVersion()
                .variables(Map.of("recordId", "by hand"))
                .startBeforeElement("Task_First")
                .send()
                .join()
                .getProcessInstanceKey();
        await().atMost(PATIENCE).until(() -> strays.all().stream()
                .anyMatch(each -> each.instanceKey().equals(Long.toString(stray))));

        var listed = strays.all().stream()
                .filter(each -> each.instanceKey().equals(Long.toString(stray)))
                .findFirst()
                .orElseThrow();
        assertThat(listed.cause()).contains("variable recordId", "started by hand");
        strays.end(Long.toString(stray));
        assertThat(strays.all()).noneMatch(each -> each.instanceKey().equals(Long.toString(stray)));
        await().atMost(PATIENCE).until(() -> !isActive(stray));
    }

    @Test
    @DisplayName("a token is known from when an element is reached until it is left")
    @Tag("F5.3")
    void knowsTheTokens() {
        start("probe-stages");
        await().atMost(PATIENCE).until(() -> tokens().equals(List.of("Task_A")));
        assertThat(tokens.areKnown()).isTrue();
        var job = probe.handled(record).getFirst();
        organisation.as(
                () -> QuarkusTransaction.requiringNew().call(() -> processes.completeJob(job.key(), record, Map.of())));
        await().atMost(PATIENCE).until(() -> !tokens().contains("Task_A"));
    }

    @Test
    @DisplayName("a job key that another engine has used before is another job")
    @Tag("F11.2")
    void tellsJobsOfTwoEnginesApart() {
        start("probe-stages");
        await().atMost(PATIENCE).until(() -> probe.handled(record).size() == 1);
        var old = probe.handled(record).getFirst();
        var another = Ids.next();
        organisation.as(
                () -> QuarkusTransaction.requiringNew().call(() -> processes.start("probe-steps", another, Map.of())));
        await().atMost(PATIENCE).until(() -> probe.elements(another).equals(List.of("Task_First")));
        var startId = Given.bean(ProcessBindings.class)
                .of(another, "probe-steps")
                .orElseThrow()
                .startId();
        var variables = JsonNodeFactory.instance
                .objectNode()
                .put("recordId", another.toString())
                .put("organisationId", organisation.id().toString())
                .put("startId", startId.toString());
        var instance = probe.handled(another).getFirst().processInstanceKey();
        Given.bean(JobRunner.class)
                .run(
                        Given.bean(Probe.First.class),
                        new Delivery(
                                old.key(),
                                "probe.first",
                                "probe-steps",
                                1,
                                "Task_Third",
                                instance,
                                Map.of(),
                                variables));
        assertThat(probe.elements(another)).containsExactly("Task_First", "Task_Third");
    }

    private boolean feedIsAlive() {
        return QuarkusTransaction.requiringNew().call(tokens::areKnown);
    }

    private void start(String process) {
        organisation.as(() -> QuarkusTransaction.requiringNew().call(() -> processes.start(process, record, Map.of())));
    }

    private String awaitItem() {
        await().atMost(PATIENCE).untilAsserted(() -> attention().body("items", hasSize(1)));
        return attention().extract().path("items[0].id");
    }

    private List<String> tokens() {
        return QuarkusTransaction.requiringNew().call(() -> tokens.of(record)).stream()
                .map(Tokens.Token::elementId)
                .toList();
    }

    private long instance() {
        return QuarkusTransaction.requiringNew()
                .call(() -> tokens.of(record))
                .getFirst()
                .instanceKey();
    }

    private ValidatableResponse attention() {
        return found("recordId=" + record);
    }

    private ValidatableResponse found(String query) {
        return organisation
                .as(Role.OPS_MANAGER)
                .urlEncodingEnabled(false)
                .get("/api/attention?" + query.replace(" ", "%20"))
                .then()
                .statusCode(200);
    }

    private ValidatableResponse ops(String action, String id, Map<String, ?> body) {
        return organisation
                .as(Role.OPS_MANAGER)
                .body(body)
                .post("/api/attention/{id}/" + action, id)
                .then();
    }

    private List<String> actions(String id) {
        return organisation.as(() -> audit.lines(UUID.fromString(id), null, 20)).items().stream()
                .map(AuditTrail.Line::action)
                .toList();
    }

    private boolean isActive(long instance) {
        try {
            client.newSetVariablesCommand(instance).variables(Map.of()).send().join();
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }
}
