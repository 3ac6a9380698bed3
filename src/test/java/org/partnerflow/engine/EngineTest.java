package org.partnerflow.engine;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.client.CamundaClient;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.BrokerClock;
import org.partnerflow.BrokerLink;
import org.partnerflow.Given;
import org.partnerflow.audit.AuditTrail;
import org.partnerflow.diagram.ShippedDiagrams;
import org.partnerflow.outbox.OutboxMessage;
import org.partnerflow.shared.Ids;
import org.partnerflow.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

@QuarkusTest
class EngineTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Processes processes;

    @Inject
    Diagrams diagrams;

    @Inject
    EngineChannel channel;

    @Inject
    ProcessBindings bindings;

    @Inject
    JobRunner runner;

    @Inject
    Probe probe;

    @Inject
    Probe.First first;

    @Inject
    AuditTrail audit;

    @Inject
    EngineConfig config;

    @Inject
    CamundaClient client;

    @Inject
    ObjectMapper json;

    private final Given.TestOrganisation organisation = Given.organisation();
    private final UUID record = Ids.next();

    @BeforeEach
    void deploy() {
        for (var name : List.of("probe-steps", "probe-parent", "probe-child", "probe-refusal")) {
            deploy(name);
        }
    }

    @AfterEach
    void mend() {
        BrokerLink.mend();
    }

    @Test
    void happyPath() {
        start("probe-steps", Map.of("word", "hello"));
        awaitElements("Task_First");
        ask(() -> processes.publish("probe-steps.go", record, Map.of()));
        awaitElements("Task_First", "Task_Second");
        ask(() -> processes.publish("probe-steps.go", record, Map.of()));
        awaitElements("Task_First", "Task_Second", "Task_Third");

        var job = probe.handled(record).getFirst();
        assertThat(job.organisationId()).isEqualTo(organisation.id());
        assertThat(job.processId()).isEqualTo("probe-steps");
        assertThat(job.headers()).containsEntry("colour", "blue");
        awaitEnded(job.processInstanceKey());
        assertThat(effects())
                .extracting(details -> details.get("word"))
                .containsExactly("Task_Second", "Task_First", "hello");
    }

    @Test
    @DisplayName("6: the same start sent three times is one instance, also after its time to live")
    void startsOnce() {
        var message = message(new EngineCommand.Start("probe-steps", false, Map.of()), null);
        channel.send(message);
        channel.send(message);
        awaitElements("Task_First");
        var instance = probe.handled(record).getFirst().processInstanceKey();
        ask(() -> processes.cancel("probe-steps", record));
        awaitEnded(instance);

        BrokerClock.advance(config.messageTimeToLive().plusMinutes(2));
        channel.send(again(message));

        start("probe-parent", Map.of());
        awaitElements("Task_First", "Task_Child");
        assertThat(bindings.of(record, "probe-steps")).get().satisfies(binding -> assertThat(binding.instanceKey())
                .isEqualTo(instance));
    }

    @Test
    @DisplayName("6: a second instance of the same start is cancelled by its first job")
    void cancelsAnotherInstanceOfTheSameStart() {
        var startId = start("probe-steps", Map.of());
        awaitElements("Task_First");

        awaitEnded(secondInstance("probe-steps", startId));
        assertThat(probe.elements(record)).containsExactly("Task_First");
        assertThat(isActive(probe.handled(record).getFirst().processInstanceKey()))
                .isTrue();
    }

    @Test
    @DisplayName("6: the same message sent three times is used once, also after its time to live")
    void usesAMessageOnce() {
        start("probe-steps", Map.of());
        awaitElements("Task_First");
        var message = message(new EngineCommand.Publish("probe-steps.go", Map.of()), null);
        channel.send(message);
        awaitElements("Task_First", "Task_Second");

        channel.send(message);
        BrokerClock.advance(config.messageTimeToLive().plusMinutes(2));
        channel.send(again(message));

        var another = Ids.next();
        ask(() -> processes.start("probe-steps", another, Map.of()));
        await().atMost(PATIENCE).until(() -> probe.elements(another).size() == 1);
        assertThat(probe.elements(record)).containsExactly("Task_First", "Task_Second");
    }

    @Test
    void leavesARunningInstanceAloneAndStartsAnewAfterItsEnd() {
        start("probe-steps", Map.of());
        awaitElements("Task_First");
        start("probe-steps", Map.of());
        awaitSent();
        var instance = probe.handled(record).getFirst().processInstanceKey();
        assertThat(isActive(instance)).isTrue();

        ask(() -> processes.cancel("probe-steps", record));
        start("probe-steps", Map.of());
        awaitElements("Task_First", "Task_First");
        awaitEnded(instance);
    }

    @Test
    @DisplayName("5, 7: a job delivered twice at once has one effect, and the late answer is information")
    void hasOneEffectWhenDeliveredTwiceAtOnce() {
        var working = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        probe.behave(record, job -> {
            working.countDown();
            await().forever().until(() -> release.getCount() == 0);
            return JobResult.complete();
        });
        var informed = informationOf(JobReplies.class);
        start("probe-steps", Map.of());
        await().atMost(PATIENCE).until(() -> working.getCount() == 0);

        BrokerClock.advance(config.jobTimeout().plusSeconds(5));
        var second = CompletableFuture.supplyAsync(
                () -> runner.run(first, delivery(probe.handled(record).getFirst())));
        release.countDown();

        assertThat(second.join()).isTrue();
        await().atMost(PATIENCE).until(() -> !informed.isEmpty());
        assertThat(informed).anyMatch(text -> text.startsWith("Too late to complete job"));
        assertThat(probe.elements(record)).containsExactly("Task_First");
        assertThat(effects()).hasSize(1);
    }

    @Test
    @DisplayName("2: cut off between a worker's effect and its answer, there is one effect, and the instance moves on")
    @Tag("F11.11")
    void hasOneEffectWhenItsAnswerIsLost() {
        probe.behave(record, job -> {
            BrokerLink.cut();
            await().atMost(PATIENCE).until(() -> !reachesTheEngine());
            return JobResult.complete();
        });
        start("probe-steps", Map.of());
        await().atMost(PATIENCE).until(() -> effects().size() == 1);
        probe.behave(record, job -> JobResult.complete());
        BrokerLink.mend();
        await().atMost(PATIENCE).until(this::reachesTheEngine);
        BrokerClock.advance(config.jobTimeout().plusSeconds(5));

        ask(() -> processes.publish("probe-steps.go", record, Map.of()));
        awaitElements("Task_First", "Task_Second");
        assertThat(effects()).hasSize(2);
    }

    private boolean reachesTheEngine() {
        try {
            client.newTopologyRequest()
                    .requestTimeout(Duration.ofSeconds(1))
                    .send()
                    .join();
            return true;
        } catch (RuntimeException away) {
            return false;
        }
    }

    @Test
    @DisplayName("4: while the broker is away, writing is accepted and queued; afterwards all of it arrives, once")
    @Tag("X7")
    @Tag("F10.4")
    void queuesWhileTheBrokerIsAway() {
        var records = List.of(Ids.next(), Ids.next(), Ids.next());
        BrokerLink.cut();
        await().atMost(PATIENCE).untilAsserted(() -> Given.nobody()
                .get("/q/health/group/background")
                .then()
                .statusCode(503)
                .body("checks.find { it.name == 'Process engine' }.status", equalTo("DOWN")));
        Given.nobody().get("/q/health/live").then().statusCode(200);
        Given.nobody()
                .get("/q/health/ready")
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("checks.name", equalTo(List.of("Database")));
        records.forEach(each -> ask(() -> processes.start("probe-steps", each, Map.of())));
        assertThat(records).allMatch(processes::isQueued);

        BrokerLink.mend();
        await().atMost(Duration.ofSeconds(60)).until(() -> records.stream()
                .allMatch(each -> probe.elements(each).equals(List.of("Task_First"))));
        await().atMost(PATIENCE).until(() -> records.stream().noneMatch(processes::isQueued));
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        Given.nobody().get("/q/health/group/background").then().statusCode(200));
    }

    @Test
    @DisplayName("8: a job that always fails needs attention, with its cause, and is put right by one retry, audited")
    void needsAttention() {
        var broken = new AtomicBoolean(true);
        probe.behave(record, job -> {
            if (broken.get()) {
                throw new IllegalStateException("The scales are broken.");
            }
            return JobResult.complete();
        });
        start("probe-refusal", Map.of());
        await().atMost(PATIENCE).untilAsserted(() -> attention().body("items", hasSize(1)));
        var id = attention()
                .body("items[0].cause", equalTo("The scales are broken."))
                .body("items[0].what", equalTo("probe.first"))
                .body("items[0].elementId", equalTo("Task_First"))
                .body("items[0].failures", equalTo(3))
                .extract()
                .path("items[0].id");
        assertThat(effects()).isEmpty();

        broken.set(false);
        organisation
                .as(Role.OPS_MANAGER)
                .post("/api/attention/{id}/retry", id)
                .then()
                .statusCode(200)
                .body("state", equalTo("RESOLVED"));

        awaitEnded(probe.handled(record).getFirst().processInstanceKey());
        attention().body("items", hasSize(0));
        assertThat(effects()).hasSize(1);
        assertThat(trail(UUID.fromString(id.toString())))
                .extracting(AuditTrail.Line::action)
                .containsExactly("attention.resolved", "attention.retried", "attention.raised");
        organisation
                .as(Role.OPS_MANAGER)
                .post("/api/attention/{id}/retry", id)
                .then()
                .statusCode(409);
    }

    @Test
    void showsNobodyWhatAnotherOrganisationMustAttendTo() {
        probe.behave(record, job -> {
            throw new IllegalStateException("always");
        });
        start("probe-refusal", Map.of());
        await().atMost(PATIENCE).untilAsserted(() -> attention().body("items", hasSize(1)));
        var id = attention().extract().path("items[0].id");

        var stranger = Given.organisation().as(Role.OPS_MANAGER);
        stranger.get("/api/attention").then().statusCode(200).body("items", hasSize(0));
        stranger.post("/api/attention/{id}/retry", id).then().statusCode(404);
        ask(() -> processes.cancel("probe-refusal", record));
    }

    @Test
    void followsTheDiagramWhenTheBusinessRefuses() {
        probe.behave(record, job -> {
            if (job.elementId().equals("Task_First")) {
                throw new BpmnError("refused", "Not today.");
            }
            return JobResult.complete();
        });
        start("probe-refusal", Map.of());

        awaitElements("Task_First", "Task_Third");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(effects())
                .extracting(details -> details.get("element"))
                .containsExactly("Task_Third"));
    }

    @Test
    void leavesAStageOpenUntilItIsCompletedAndOnlyRefreshesItMeanwhile() {
        deploy("probe-stages");
        start("probe-stages", Map.of());
        awaitElements("Task_A");
        BrokerClock.advance(config.openJobTimeout().plusMinutes(1));
        await().atMost(PATIENCE).until(() -> !probe.redelivered(record).isEmpty());
        assertThat(probe.elements(record)).containsExactly("Task_A");

        var job = probe.handled(record).getFirst();
        ask(() -> processes.completeJob(job.key(), record, Map.of("word", "onwards")));
        awaitSent(); // completions may overtake each other
        ask(() -> processes.completeJob(job.key(), record, Map.of("word", "twice")));
        awaitElements("Task_A", "Task_B");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(effects().getFirst()).containsEntry("word", "onwards"));
        awaitSent();
    }

    @Test
    void movesARunningInstanceToAnotherVersion() {
        deploy("probe-stages");
        start("probe-stages", Map.of());
        awaitElements("Task_A");
        var target = beginning(deploy("probe-stages-changed"), "Task_Aa");

        ask(() -> processes.migrate("probe-stages", record, target, Map.of("Task_A", "Task_Aa"), Map.of()));
        await().atMost(PATIENCE).until(() -> probe.answers(record).size() == 1);
        assertThat(probe.answers(record).getLast())
                .returns(true, ProcessAnswer::done)
                .returns(ProcessAnswer.Kind.MIGRATED, ProcessAnswer::kind);
        ask(() -> processes.completeJob(probe.handled(record).getFirst().key(), record, Map.of()));
        awaitElements("Task_A", "Task_Between");
    }

    @Test
    @Tag("F5.5")
    void beginsAnewOnTheOtherVersionWhereTheEngineDoesNotMigrate() {
        deploy("probe-stages");
        start("probe-stages", Map.of());
        awaitElements("Task_A");
        var former = probe.handled(record).getFirst().processInstanceKey();
        var target = beginning(deploy("probe-stages-changed"), "Task_Aa");

        ask(() -> processes.migrate("probe-stages", record, target, Map.of("Task_B", "Task_B"), Map.of()));
        awaitElements("Task_A", "Task_Aa");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(probe.answers(record))
                .singleElement()
                .returns(true, ProcessAnswer::done)
                .returns(ProcessAnswer.Kind.BEGUN_ANEW, ProcessAnswer::kind));
        awaitEnded(former);
    }

    @Test
    @Tag("F5.5")
    void leavesAllAsItWasWhereTheEngineKnowsNoSuchVersion() {
        deploy("probe-stages");
        start("probe-stages", Map.of());
        awaitElements("Task_A");
        var unknown = new Processes.Beginning(4711, 4711, "Task_A");

        ask(() -> processes.migrate("probe-stages", record, unknown, Map.of("Task_A", "Task_A"), Map.of()));
        await().atMost(PATIENCE).until(() -> probe.answers(record).size() == 1);
        assertThat(probe.answers(record).getFirst().refusal())
                .isEqualTo("it does not know this version of the diagram; publish the diagram again");
        ask(() -> processes.completeJob(probe.handled(record).getFirst().key(), record, Map.of()));
        awaitElements("Task_A", "Task_B");
    }

    private static Processes.Beginning beginning(Diagrams.Deployed version, String elementId) {
        return new Processes.Beginning(version.version(), version.processDefinitionKey(), elementId);
    }

    @Test
    void putsARecordOnAnElement() {
        var version = deploy("probe-stages").version();
        start("probe-stages", Map.of());
        awaitElements("Task_A");

        ask(() -> processes.putOn("probe-stages", version, record, "Task_B", Map.of()));
        awaitElements("Task_A", "Task_B");
        await().atMost(PATIENCE).until(() -> probe.answers(record).size() == 1);
        assertThat(probe.answers(record).getFirst().done()).isTrue();
        awaitEnded(probe.handled(record).getFirst().processInstanceKey());

        ask(() -> processes.putOn("probe-stages", version, record, "Task_Unknown", Map.of()));
        await().atMost(PATIENCE).until(() -> probe.answers(record).size() == 2);
        assertThat(probe.answers(record).getLast().refusal()).isEqualTo("it cannot begin at this element");
    }

    @Test
    void knowsTheInstancesThatAProcessCalls() {
        var startId = start("probe-parent", Map.of());
        awaitElements("Task_Child");
        var child = probe.handled(record).getFirst();
        assertThat(child.processId()).isEqualTo("probe-child");

        start("probe-parent", Map.of());
        awaitSent();
        assertThat(isActive(child.processInstanceKey())).isTrue();

        ask(() -> processes.cancel("probe-parent", record));
        awaitEnded(child.processInstanceKey());
        assertThat(bindings.of(record, "probe-parent")).get().satisfies(binding -> {
            assertThat(binding.startId()).isEqualTo(startId);
            assertThat(binding.confirmed()).isTrue();
        });
    }

    private UUID start(String processId, Map<String, Object> variables) {
        return ask(() -> processes.start(processId, record, variables));
    }

    private <T> T ask(java.util.concurrent.Callable<T> what) {
        return organisation.as(() -> QuarkusTransaction.requiringNew().call(what));
    }

    private Diagrams.Deployed deploy(String name) {
        return diagrams.deploy(name, ShippedDiagrams.read(name))
                .toCompletableFuture()
                .join();
    }

    private void awaitElements(String... elements) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(probe.elements(record)).containsExactly(elements));
    }

    private void awaitSent() {
        await().atMost(PATIENCE).until(() -> !processes.isQueued(record));
    }

    private void awaitEnded(long instance) {
        await().atMost(PATIENCE).until(() -> !isActive(instance));
    }

    private boolean isActive(long instance) {
        try {
            client.newSetVariablesCommand(instance).variables(Map.of()).send().join();
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** An instance with the variables of the one that the start has begun. */
    private long secondInstance(String processId, UUID startId) {
        return client.newCreateInstanceCommand()
                .bpmnProcessId(processId)
                .latestVersion()
                .variables(Map.of(
                        EngineVariables.RECORD_ID, record,
                        EngineVariables.ORGANISATION_ID, organisation.id(),
                        EngineVariables.START_ID, startId))
                .startBeforeElement("Task_First")
                .send()
                .join()
                .getProcessInstanceKey();
    }

    private OutboxMessage message(EngineCommand command, Duration sinceFirstTry) {
        var payload = json.<com.fasterxml.jackson.databind.JsonNode>valueToTree(command);
        return new OutboxMessage(Ids.next(), organisation.id(), EngineChannel.NAME, record, payload, 0, sinceFirstTry);
    }

    /** As the outbox sends it after a crash that has lasted longer than the engine remembers messages. */
    private OutboxMessage again(OutboxMessage message) {
        return new OutboxMessage(
                message.id(),
                message.organisationId(),
                message.channel(),
                message.recordId(),
                message.payload(),
                message.attempts(),
                config.messageTimeToLive().plusMinutes(2));
    }

    private Delivery delivery(Job job) {
        var startId = bindings.of(record, job.processId()).orElseThrow().startId();
        return new Delivery(
                job.key(),
                first.jobType(),
                job.processId(),
                job.processVersion(),
                job.elementId(),
                job.processInstanceKey(),
                job.headers(),
                json.valueToTree(Map.of(
                        EngineVariables.RECORD_ID, record,
                        EngineVariables.ORGANISATION_ID, organisation.id(),
                        EngineVariables.START_ID, startId)));
    }

    private io.restassured.response.ValidatableResponse attention() {
        return organisation
                .as(Role.OPS_MANAGER)
                .get("/api/attention?recordId={record}", record)
                .then()
                .statusCode(200);
    }

    /** What the handlers have left in the audit trail of the record, newest first. */
    private List<Map<String, Object>> effects() {
        return trail(record).stream().map(AuditTrail.Line::details).toList();
    }

    private List<AuditTrail.Line> trail(UUID of) {
        return organisation.as(() -> audit.lines(of, null, 50).items());
    }

    private static List<String> informationOf(Class<?> source) {
        var texts = new java.util.concurrent.CopyOnWriteArrayList<String>();
        Logger.getLogger(source.getName()).addHandler(new Handler() {
            @Override
            public void publish(LogRecord line) {
                if (line.getLevel().getName().equals("INFO")) {
                    texts.add(line.getMessage().formatted(line.getParameters()));
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        });
        return texts;
    }
}
