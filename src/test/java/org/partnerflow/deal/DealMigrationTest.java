package org.partnerflow.deal;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.Given;
import org.partnerflow.Given.TestOrganisation;
import org.partnerflow.Given.TestUser;
import org.partnerflow.engine.ProcessAnswer;
import org.partnerflow.shared.Ids;
import org.partnerflow.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.partnerflow.deal.TestDeals.awaitStage;
import static org.partnerflow.deal.TestDeals.awaitState;
import static org.partnerflow.deal.TestDeals.move;
import static org.partnerflow.deal.TestDeals.moveTo;
import static org.partnerflow.deal.TestDeals.standing;

/** Running deals and new versions of their workflow, and deals that are stuck, on the real broker. */
@QuarkusTest
class DealMigrationTest {
    /** Replaces the flow after "Needs analysis" by a new stage and two flows. */
    private static final String NEW_STAGE = """
            <bpmn:serviceTask id="Stage_Review" name="Legal review">
              <bpmn:extensionElements>
                <zeebe:taskDefinition type="partnerflow.deal-stage" />
                <zeebe:taskHeaders>
                  <zeebe:header key="completedBy" value="broker" />
                  <zeebe:header key="dueIn" value="P2D" />
                  <zeebe:header key="requires" value="note" />
                  <zeebe:header key="colour" value="orange" />
                </zeebe:taskHeaders>
              </bpmn:extensionElements>
              <bpmn:incoming>Flow_NeedsKnown</bpmn:incoming>
              <bpmn:outgoing>Flow_Reviewed</bpmn:outgoing>
            </bpmn:serviceTask>
            <bpmn:sequenceFlow id="Flow_Reviewed" sourceRef="Stage_Review" targetRef="Gateway_ProposalNeeded" />
            """;

    @Inject
    EntityManager entities;

    private TestOrganisation organisation;
    private TestUser broker;
    private TestUser ops;
    private UUID workflow;

    @BeforeEach
    void givenAWorkflow() {
        organisation = Given.organisation();
        broker = organisation.user(Role.BROKER);
        ops = organisation.user(Role.OPS_MANAGER);
        workflow = TestDeals.defaultWorkflow(organisation);
    }

    @Test
    @DisplayName("19: with a changed diagram running deals finish as they began, new ones have the new stage")
    @Tag("W5")
    @Tag("W7")
    void runningDealsFinishAsTheyBegan() {
        var old = standing(broker);
        publish(withReview(diagram()));
        var fresh = standing(broker);

        read(old, 1, 2).body("progress.name", not(hasItem("Legal review")));
        read(fresh, 2, 2)
                .body(
                        "progress.name",
                        contains(
                                "Qualification",
                                "Needs analysis",
                                "Legal review",
                                "Proposal",
                                "Negotiation",
                                "Contract"));
        board().body("columns.name", hasItem("Legal review")).body("columns[0].cards.versionNumber", contains(2, 1));

        moveTo(broker, old, "Qualified", "Needs analysis");
        moveTo(broker, old, only(old), "Proposal");
        moveTo(broker, old, only(old), "Negotiation");
        moveTo(broker, old, "Agreed", "Contract");
        move(broker, old, Map.of("outcome", "Signed")).statusCode(200);
        awaitState(broker, old, "WON");
        read(old, 1, 2);

        moveTo(broker, fresh, "Qualified", "Needs analysis");
        moveTo(broker, fresh, only(fresh), "Legal review");
        move(broker, fresh, Map.of("outcome", only(fresh)))
                .statusCode(422)
                .body("requires", is("note"))
                .body("detail", containsString("demands a note"));
        move(broker, fresh, Map.of("outcome", only(fresh), "note", Map.of("text", "No objection")))
                .statusCode(200);
        awaitStage(broker, fresh, "Proposal");
    }

    @Test
    @DisplayName("19: a deal moves to the new version where it stands, and goes on there")
    @Tag("W5")
    void movesADealToTheNewVersion() {
        var id = standing(broker);
        moveTo(broker, id, "Qualified", "Needs analysis");
        publish(withReview(diagram()));

        plan(id, 2)
                .body("possible", is(true))
                .body("from", is(1))
                .body("to", is(2))
                .body("blockers", empty())
                .body("mappings.toElementId", contains("Stage_NeedsAnalysis"))
                .body("notices", hasItem("From Needs analysis a deal goes on to Legal review."));
        migrate(id, 2).statusCode(202);
        awaitVersion(id, 2);
        read(id, 2, 2).body("problem", nullValue()).body("place.visitId", notNullValue());
        ops.api()
                .get("/api/deals/{id}/activity", id)
                .then()
                .body("items.action", hasItems("deal.migration-requested", "deal.migrated"));

        moveTo(broker, id, only(id), "Legal review");
        plan(id, 2).body("possible", is(false)).body("blockers", contains("The deal runs on version 2 already."));
        migrate(id, 2).statusCode(422);
    }

    @Test
    @DisplayName("19: a deal that stands at a timer is blocked until it is moved on, since the engine would refuse it")
    void blocksADealThatStandsAtATimer() {
        var id = standing(broker);
        moveTo(broker, id, "Qualified", "Needs analysis");
        moveTo(broker, id, only(id), "Proposal");
        publish(withReview(diagram()));

        plan(id, 2)
                .body("possible", is(false))
                .body(
                        "blockers",
                        contains(
                                "The stage Proposal has a timer (7 days passed), and the process engine moves no deal that stands at one. Move the deal on first."));
        migrate(id, 2).statusCode(422);
        moveTo(broker, id, only(id), "Negotiation");
        migrate(id, 2).statusCode(202);
        awaitVersion(id, 2);
        moveTo(broker, id, "Agreed", "Contract");
    }

    @Test
    @DisplayName("19: the plan lists what blocks: a stage that is gone, a deal on its way, a version that is none")
    @Tag("W5")
    void planListsWhatBlocks() {
        var id = standing(broker);
        publish(withReview(diagram()));
        migrate(id, 2).statusCode(202);
        awaitVersion(id, 2);
        moveTo(broker, id, "Qualified", "Needs analysis");
        moveTo(broker, id, only(id), "Legal review");

        plan(id, 1)
                .body("possible", is(false))
                .body(
                        "blockers",
                        contains(
                                "Version 1 has no stage Legal review (Stage_Review), where the deal stands. Move the deal on first."));
        migrate(id, 1).statusCode(422).body("blockers", not(empty()));
        ops.api().get("/api/deals/{id}/migration?version=99", id).then().statusCode(400);
        ops.api().get("/api/deals/{id}/migration", id).then().statusCode(400);
        ops.api().body(Map.of()).post("/api/deals/{id}/migration", id).then().statusCode(400);
        broker.api()
                .body(Map.of("version", 2))
                .post("/api/deals/{id}/migration", id)
                .then()
                .statusCode(403);
        read(id, 2, 2).body("place.name", is("Legal review"));
    }

    @Test
    void saysInWordsWhenTheEngineRefuses() {
        var id = standing(broker);
        publish(withReview(diagram()));
        var dealId = UUID.fromString(id);
        var target = organisation.as(() -> Given.bean(DealVersions.class).numbered(workflow, 2));
        organisation.as(() -> QuarkusTransaction.requiringNew().call(() -> {
            entities.find(Deal.class, dealId).beginMigration(target.id());
            return true;
        }));
        String visit = TestDeals.read(broker, id).extract().path("place.visitId");
        TestDeals.moveFrom(broker, id, visit, Map.of("outcome", "Qualified"))
                .statusCode(409)
                .body("detail", containsString("being moved to another version"));

        var refusal = new ProcessAnswer(Ids.next(), dealId, ProcessAnswer.Kind.MIGRATED, "no such element");
        organisation.as(() -> {
            Given.bean(DealMigrationService.class).answered(refusal);
            Given.bean(DealMigrationService.class).answered(refusal);
            return true;
        });
        read(id, 1, 2)
                .body("problem", is("The process engine refused to move the deal to version 2: no such element"))
                .body("workflow.migratingTo", nullValue());
        moveTo(broker, id, "Qualified", "Needs analysis");
        TestDeals.read(broker, id).body("problem", nullValue());
    }

    @Test
    void findsStuckDealsAndPutsThemOnAStage() {
        var id = standing(broker);
        ops.api()
                .body(Map.of("elementId", "Stage_Proposal"))
                .post("/api/deals/{id}/stage", id)
                .then()
                .statusCode(422)
                .body("detail", containsString("is not stuck"));
        makeStuck(id);

        ops.api().queryParam("stuck", true).get("/api/deals").then().body("items.id", contains(id));
        TestDeals.read(broker, id).body("place.stuck", is(true));
        ops.api()
                .body(Map.of("elementId", "Gateway_Lost"))
                .post("/api/deals/{id}/stage", id)
                .then()
                .statusCode(400);
        ops.api()
                .body(Map.of("elementId", "Stage_Proposal"))
                .post("/api/deals/{id}/stage", id)
                .then()
                .statusCode(202);
        awaitStage(broker, id, "Proposal");
        ops.api().queryParam("stuck", true).get("/api/deals").then().body("items", empty());
        ops.api()
                .get("/api/deals/{id}/activity", id)
                .then()
                .body("items.find { it.action == 'deal.put-on-stage' }.details.stage", is("Proposal"));
        moveTo(broker, id, only(id), "Negotiation");
    }

    private void makeStuck(String id) {
        organisation.as(() -> QuarkusTransaction.requiringNew().call(() -> entities.createNativeQuery(
                        "update deal set visit_id = null, column_since = date_sub(column_since, interval 5 minute) where id = :id")
                .setParameter("id", UUID.fromString(id))
                .executeUpdate()));
    }

    private String diagram() {
        String current = ops.api().get("/api/workflows/{id}", workflow).path("current.id");
        return ops.api()
                .get("/api/workflows/{id}/versions/{version}", workflow, current)
                .path("xml");
    }

    private static String withReview(String diagram) {
        return diagram.replace(
                        "sourceRef=\"Stage_NeedsAnalysis\" targetRef=\"Gateway_ProposalNeeded\"",
                        "sourceRef=\"Stage_NeedsAnalysis\" targetRef=\"Stage_Review\"")
                .replace(
                        "<bpmn:incoming>Flow_NeedsKnown</bpmn:incoming>",
                        "<bpmn:incoming>Flow_Reviewed</bpmn:incoming>")
                .replaceFirst("<bpmn:sequenceFlow ", NEW_STAGE.replace("$", "\\$") + "<bpmn:sequenceFlow ");
    }

    private void publish(String diagram) {
        ops.api()
                .body(Map.of("diagram", diagram, "comment", "Lawyers want to look first"))
                .post("/api/workflows/{id}/versions", workflow)
                .then()
                .statusCode(201)
                .body("published", is(true));
    }

    private ValidatableResponse plan(String id, int version) {
        return ops.api()
                .queryParam("version", version)
                .get("/api/deals/{id}/migration", id)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse migrate(String id, int version) {
        return ops.api()
                .body(Map.of("version", version))
                .post("/api/deals/{id}/migration", id)
                .then();
    }

    private void awaitVersion(String id, int version) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(
                        TestDeals.read(broker, id).extract().<Integer>path("workflow.versionNumber"))
                .as(TestDeals.read(broker, id).extract().<String>path("problem"))
                .isEqualTo(version));
    }

    private ValidatableResponse read(String id, int version, int current) {
        return TestDeals.read(broker, id)
                .body("workflow.versionNumber", is(version))
                .body("workflow.currentVersionNumber", is(current));
    }

    private ValidatableResponse board() {
        return broker.api().get("/api/boards/{id}", workflow).then().statusCode(200);
    }

    private String only(String id) {
        return TestDeals.read(broker, id).extract().path("place.position.moves[0].outcome");
    }
}
