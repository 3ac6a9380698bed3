package org.partnerflow.deal;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.zeebe.model.bpmn.builder.EndEventBuilder;
import io.grpc.Status.Code;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.BrokerClock;
import org.partnerflow.Given;
import org.partnerflow.Given.TestUser;
import org.partnerflow.diagram.DiagramAnalysis;
import org.partnerflow.diagram.DiagramExamples;
import org.partnerflow.engine.feed.Tokens;
import org.partnerflow.outbox.Outbox;
import org.partnerflow.shared.Role;
import org.partnerflow.shared.Sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.partnerflow.deal.TestDeals.awaitStage;
import static org.partnerflow.deal.TestDeals.awaitState;
import static org.partnerflow.deal.TestDeals.body;
import static org.partnerflow.deal.TestDeals.create;
import static org.partnerflow.deal.TestDeals.move;
import static org.partnerflow.diagram.DiagramExamples.close;
import static org.partnerflow.diagram.DiagramExamples.notifyBroker;
import static org.partnerflow.diagram.DiagramExamples.stage;
import static org.partnerflow.diagram.DiagramExamples.start;

/** Nothing of a closed deal lives on, on diagrams that came to the engine before they were checked for it. */
@QuarkusTest
@Tag("F5.2")
class DealEndingsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    Tokens tokens;

    @Inject
    Sql sql;

    @Inject
    CamundaClient client;

    @Inject
    WorkflowVersions versions;

    @Inject
    WorkflowRecords workflows;

    @Inject
    Workflows published;

    @Inject
    DealProgress progress;

    @Inject
    Outbox outbox;

    @Inject
    ObjectMapper json;

    private TestUser broker;
    private UUID workflow;

    @BeforeEach
    void givenAWorkflow() {
        broker = Given.organisation().user(Role.BROKER);
        workflow = TestDeals.defaultWorkflow(broker.organisation());
        await("the feed of the broker").atMost(PATIENCE).until(() -> QuarkusTransaction.requiringNew()
                .call(tokens::areKnown));
    }

    @Test
    @DisplayName("what waits beside a deal ends when the deal is won, and reminds nobody")
    void endsWhatWaitsBeside() {
        publishUnchecked(remindingAfterAWait());
        var deal = standingAt("A");
        BrokerClock.advance(Duration.ofDays(2).plusMinutes(1));
        awaitToken(deal, "Event_Wait");

        move(broker, deal, Map.of("outcome", "Yes")).statusCode(200);
        awaitState(broker, deal, "WON");

        awaitEnd(deal);
        BrokerClock.advance(Duration.ofDays(4));
        broker.api().get("/api/deal-notices").then().body("message", empty());
    }

    @Test
    @DisplayName("a deal that a timer has put on a second stage leaves the first one too when it is closed")
    void endsTheOtherStage() {
        publishUnchecked(onTwoStages());
        var deal = standingAt("A");
        BrokerClock.advance(Duration.ofDays(2).plusMinutes(1));
        awaitStage(broker, deal, "B");
        awaitToken(deal, "Stage_A");

        move(broker, deal, Map.of("targetElementId", "LOST")).statusCode(200);
        awaitState(broker, deal, "LOST");

        awaitEnd(deal);
    }

    @Test
    @DisplayName("of a deal that was closed long ago, the first thing that comes is not done and ends the rest")
    void endsWhatWasLeftLongAgo() {
        publishUnchecked(remindingAfterAWait());
        var deal = standingAt("A");
        BrokerClock.advance(Duration.ofDays(2).plusMinutes(1));
        awaitToken(deal, "Event_Wait");
        broker.organisation().as(broker.actor(), () -> {
            progress.end(UUID.fromString(deal), "Closed before processes ended with their deals");
            return true;
        });

        BrokerClock.advance(Duration.ofDays(3).plusMinutes(1));

        awaitEnd(deal);
        broker.api().get("/api/deal-notices").then().body("message", empty());
    }

    private static String remindingAfterAWait() {
        return DiagramExamples.xml(decided()
                .moveToActivity("Stage_A")
                .boundaryEvent(
                        "Timer_Late",
                        event -> event.name("Two days").cancelActivity(false).timerWithDuration("P2D"))
                .intermediateCatchEvent(
                        "Event_Wait", event -> event.name("Three more").timerWithDuration("P3D"))
                .serviceTask("Task_Remind", notifyBroker())
                .endEvent("EndEvent_Reminded"));
    }

    private static String onTwoStages() {
        return DiagramExamples.xml(decided()
                .moveToActivity("Stage_A")
                .boundaryEvent(
                        "Timer_Late",
                        event -> event.name("Two days").cancelActivity(false).timerWithDuration("P2D"))
                .serviceTask("Stage_B", stage("B"))
                .connectTo("Task_CloseAsLost"));
    }

    private static EndEventBuilder decided() {
        return start().serviceTask("Stage_A", stage("A"))
                .exclusiveGateway("Gateway_A")
                .name("Go on?")
                .sequenceFlowId("Flow_Yes")
                .condition("Yes", "=outcome = \"Yes\"")
                .serviceTask("Task_CloseAsWon", close("won"))
                .endEvent("EndEvent_Won")
                .moveToNode("Gateway_A")
                .sequenceFlowId("Flow_No")
                .condition("No", "=outcome = \"No\"")
                .serviceTask("Task_CloseAsLost", close("lost"))
                .endEvent("EndEvent_Lost");
    }

    /** As versions were published before the check: new deals begin on it. */
    private void publishUnchecked(String drawn) {
        var version = broker.organisation()
                .as(broker.actor(), () -> QuarkusTransaction.requiringNew().call(() -> {
                    var record = workflows.get(workflow);
                    var diagram = drawn.replace(DiagramExamples.ID, record.processId());
                    var made = new WorkflowVersion(
                            workflow,
                            diagram,
                            json.writeValueAsString(DiagramAnalysis.of(diagram, WorkflowWords.IN_DIAGRAMS)),
                            "Unchecked",
                            broker.actor());
                    versions.persistAndFlush(made);
                    outbox.append(WorkflowChannel.NAME, made.id(), Map.of());
                    return made.id();
                }));
        await().atMost(PATIENCE).until(() -> broker.organisation()
                .as(() -> published.workflow(workflow).current().id().equals(version)));
    }

    private String standingAt(String stage) {
        var id = create(broker, body("Deal " + Given.unique(), Map.of()));
        awaitStage(broker, id, stage);
        return id;
    }

    private void awaitToken(String deal, String elementId) {
        await("a token at " + elementId).atMost(PATIENCE).until(() -> tokens(deal)
                .anyMatch(token -> token.elementId().equals(elementId)));
    }

    private Stream<Tokens.Token> tokens(String deal) {
        return QuarkusTransaction.requiringNew().call(() -> tokens.of(UUID.fromString(deal))).stream();
    }

    /** The feed says that nothing is left, and the engine that it knows no such instance. */
    private void awaitEnd(String deal) {
        await("the end of the process")
                .atMost(PATIENCE)
                .until(() -> tokens(deal).findAny().isEmpty());
        var instance = sql.query(
                        "select process_instance_key from process_binding where record_id = ?",
                        row -> row.getLong(1),
                        UUID.fromString(deal))
                .getFirst();
        var answer = catchThrowableOfType(
                ClientStatusException.class,
                () -> client.newCancelInstanceCommand(instance).send().join());
        assertThat(answer).as("what the engine says of instance " + instance).isNotNull();
        assertThat(answer.getStatusCode()).isEqualTo(Code.NOT_FOUND);
    }
}
