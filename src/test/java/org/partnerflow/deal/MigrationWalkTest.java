package org.partnerflow.deal;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.partnerflow.Given;
import org.partnerflow.Given.TestUser;
import org.partnerflow.shared.Role;
import org.partnerflow.shared.Sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.partnerflow.deal.TestDeals.moveTo;
import static org.partnerflow.deal.TestDeals.read;
import static org.partnerflow.deal.TestDeals.standing;

/** The plan of a migration comes true on the real broker, at every stage and whatever is on its border. */
@QuarkusTest
class MigrationWalkTest {
    private static final String TIMER = """
            <bpmn:boundaryEvent id="Event_Beside" name="Beside" cancelActivity="%s" attachedToRef="Stage_NeedsAnalysis">
              <bpmn:outgoing>Flow_Beside</bpmn:outgoing>
              <bpmn:timerEventDefinition id="Event_BesideDefinition">
                <bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P200D</bpmn:timeDuration>
              </bpmn:timerEventDefinition>
            </bpmn:boundaryEvent>
            <bpmn:sequenceFlow id="Flow_Beside" sourceRef="Event_Beside" targetRef="%s" />
            """;
    private static final String WAIT = """
            <bpmn:intermediateCatchEvent id="Wait_Beside" name="A while">
              <bpmn:incoming>Flow_Beside</bpmn:incoming>
              <bpmn:outgoing>Flow_Waited</bpmn:outgoing>
              <bpmn:timerEventDefinition id="Wait_BesideDefinition">
                <bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P2D</bpmn:timeDuration>
              </bpmn:timerEventDefinition>
            </bpmn:intermediateCatchEvent>
            <bpmn:sequenceFlow id="Flow_Waited" sourceRef="Wait_Beside" targetRef="Task_RemindBroker" />
            """;
    private static final Map<String, String> BORDERS = Map.of(
            "nothing",
            "",
            "reminder",
            TIMER.formatted("false", "Task_RemindBroker"),
            "deadline",
            TIMER.formatted("true", "Stage_Contract"),
            "late reminder",
            TIMER.formatted("false", "Wait_Beside") + WAIT);

    @Inject
    Sql sql;

    private TestUser broker;
    private TestUser ops;
    private UUID workflow;
    private String shipped;

    @BeforeEach
    void givenTheShippedWorkflow() {
        var organisation = Given.organisation();
        broker = organisation.user(Role.BROKER);
        ops = organisation.user(Role.OPS_MANAGER);
        workflow = TestDeals.defaultWorkflow(organisation);
        String current = ops.api().get("/api/workflows/{id}", workflow).path("current.id");
        shipped = ops.api()
                .get("/api/workflows/{id}/versions/{version}", workflow, current)
                .path("xml");
    }

    @ParameterizedTest
    @Tag("F5.5")
    @CsvSource({
        "nothing, nothing, IN_PLACE",
        "nothing, reminder, ANEW",
        "nothing, deadline, ANEW",
        "reminder, nothing, ANEW",
        "reminder, reminder, ANEW",
        "deadline, reminder, ANEW",
        "late reminder, nothing, ANEW"
    })
    void goesAsPlannedWhateverIsOnTheBorder(String before, String after, String way) {
        if (!before.equals("nothing")) {
            publish(with(BORDERS.get(before), shipped), 2);
        }
        var id = standing(broker);
        moveTo(broker, id, "Qualified", "Needs analysis");
        int to = before.equals("nothing") ? 2 : 3;
        publish(with(BORDERS.get(after), shipped.replace("name=\"Contract\"", "name=\"Signature\"")), to);
        migrate(id, to, way);
        moveTo(broker, id, read(broker, id).extract().path("place.position.moves[0].outcome"), "Proposal");
    }

    @Test
    @Tag("F5.5")
    void goesAsPlannedAtEveryStageOfTheShippedWorkflow() {
        var at =
                new String[] {standing(broker), standing(broker), standing(broker), standing(broker), standing(broker)};
        for (int deal = 1; deal < at.length; deal++) {
            moveTo(broker, at[deal], "Qualified", "Needs analysis");
        }
        for (int deal = 2; deal < at.length; deal++) {
            moveTo(broker, at[deal], only(at[deal]), "Proposal");
        }
        for (int deal = 3; deal < at.length; deal++) {
            moveTo(broker, at[deal], only(at[deal]), "Negotiation");
        }
        moveTo(broker, at[4], "Agreed", "Contract");
        publish(shipped.replace("name=\"Contract\"", "name=\"Signature\""), 2);
        migrate(at[0], 2, "IN_PLACE");
        migrate(at[1], 2, "IN_PLACE");
        migrate(at[2], 2, "ANEW");
        migrate(at[3], 2, "IN_PLACE");
        migrate(at[4], 2, "IN_PLACE");
    }

    /** As planned: in place the job stays, anew there is another. */
    private void migrate(String id, int to, String way) {
        ops.api()
                .get("/api/deals/{id}/migration?version={to}", id, to)
                .then()
                .statusCode(200)
                .body("possible", is(true))
                .body("way", is(way));
        long job = job(id);
        ops.api()
                .body(Map.of("version", to))
                .post("/api/deals/{id}/migration", id)
                .then()
                .statusCode(202);
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> read(broker, id)
                .body("workflow.versionNumber", is(to))
                .body("problem", nullValue()));
        assertThat(job(id) == job).as("the job is the same").isEqualTo(way.equals("IN_PLACE"));
    }

    private long job(String id) {
        return sql.query(
                        "select v.job_key from stage_visit v join deal d on d.visit_id = v.id where d.id = ?",
                        row -> row.getLong(1),
                        UUID.fromString(id))
                .getFirst();
    }

    private String only(String id) {
        return read(broker, id).extract().path("place.position.moves[0].outcome");
    }

    private static String with(String border, String diagram) {
        var drawn = diagram.replaceFirst("<bpmn:sequenceFlow ", border + "<bpmn:sequenceFlow ");
        return border.contains("Wait_Beside") ? endingAll(drawn) : drawn;
    }

    /** As the check demands where something may wait beside the deal. */
    private static String endingAll(String diagram) {
        return diagram.replaceAll(
                "<bpmn:incoming>(Flow_DealWon|Flow_DealLost)</bpmn:incoming>",
                "<bpmn:incoming>$1</bpmn:incoming><bpmn:terminateEventDefinition id=\"EndAll_$1\" />");
    }

    private void publish(String diagram, int number) {
        ops.api()
                .body(Map.of("diagram", diagram, "comment", "Another border"))
                .post("/api/workflows/{id}/versions", workflow)
                .then()
                .statusCode(201)
                .body("number", is(number));
    }
}
