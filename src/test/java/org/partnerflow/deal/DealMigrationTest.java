package org.partnerflow.deal;

import java.time.Duration;
import java.time.Instant;
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

import org.partnerflow.BrokerClock;
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
import static org.hamcrest.Matchers.startsWith;
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
        move(broker, fresh, Map.of("outcome", only(fresh), "note", Map.of("text", "No objection", "shared", false)))
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
    @Tag("F5.5")
    @DisplayName(
            "a deal at a stage with a timer begins anew there on the new version, and keeps visit, due time and the rest of the timer")
    void movesADealThatStandsAtATimer() {
        var id = atProposal();
        backdate(id, 5);
        publish(withReview(diagram()));
        var before = TestDeals.read(broker, id).extract().jsonPath();

        plan(id, 2)
                .body("possible", is(true))
                .body("way", is("ANEW"))
                .body("notices", hasItem(startsWith("The timer 7 days passed goes on: it passes on ")));
        migrate(id, 2).statusCode(202);
        migrate(id, 2).statusCode(202);
        awaitVersion(id, 2);
        read(id, 2, 2)
                .body("place.visitId", is(before.getString("place.visitId")))
                .body("place.dueAt", is(before.getString("place.dueAt")))
                .body("place.since", is(before.getString("place.since")))
                .body("problem", nullValue());

        BrokerClock.advance(Duration.ofDays(2).plusMinutes(5));
        awaitNotice("The proposal has been waiting for 7 days.");
        moveTo(broker, id, only(id), "Negotiation");
        moveTo(broker, id, "New proposal wanted", "Proposal");
        BrokerClock.advance(Duration.ofDays(3));
        notices().body("size()", is(1));
        moveTo(broker, id, only(id), "Negotiation");
        moveTo(broker, id, "Agreed", "Contract");
    }

    @Test
    @Tag("F5.5")
    void doesNotFireATimerAgainThatHasFired() {
        var id = atProposal();
        backdate(id, 8);
        publish(withReview(diagram()));
        plan(id, 2).body("notices", hasItem(startsWith("The timer 7 days passed has passed already")));
        migrate(id, 2).statusCode(202);
        awaitVersion(id, 2);
        BrokerClock.advance(Duration.ofDays(7).plusMinutes(5));
        moveTo(broker, id, only(id), "Negotiation");
        notices().body("size()", is(0));
    }

    @Test
    @Tag("F10.2")
    void ignoresTheAnswerToAnOlderRequest() {
        var id = standing(broker);
        publish(withReview(diagram()));
        var target = organisation.as(() -> Given.bean(DealVersions.class).numbered(workflow, 2));
        var asked = askToMigrate(id, target);
        var older = new ProcessAnswer(Ids.next(), UUID.fromString(id), ProcessAnswer.Kind.MIGRATED, null);
        answer(older);
        read(id, 1, 2).body("workflow.migratingTo", is(2));
        answer(new ProcessAnswer(asked, UUID.fromString(id), ProcessAnswer.Kind.MIGRATED, null));
        read(id, 2, 2).body("workflow.migratingTo", nullValue());
    }

    private String atProposal() {
        var id = standing(broker);
        moveTo(broker, id, "Qualified", "Needs analysis");
        moveTo(broker, id, only(id), "Proposal");
        return id;
    }

    private void backdate(String id, int days) {
        organisation.as(() -> QuarkusTransaction.requiringNew().call(() -> entities.createNativeQuery(
                        "update deal set column_since = date_sub(column_since, interval %d day) where id = :id"
                                .formatted(days))
                .setParameter("id", UUID.fromString(id))
                .executeUpdate()));
    }

    private UUID askToMigrate(String id, DealVersions.Version target) {
        var asked = Ids.next();
        return organisation.as(() -> QuarkusTransaction.requiringNew().call(() -> {
            entities.find(Deal.class, UUID.fromString(id))
                    .asked(new DealRequest(asked, ops.actor(), Instant.now(), target.id()));
            return asked;
        }));
    }

    private void answer(ProcessAnswer answer) {
        organisation.as(() -> {
            Given.bean(DealMigrationService.class).answered(answer);
            return true;
        });
    }

    private ValidatableResponse notices() {
        return broker.api().get("/api/deal-notices").then().statusCode(200);
    }

    private void awaitNotice(String message) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> notices()
                .body("message", contains(message)));
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
                                "Version 1 has no stage Legal review, where the deal stands. Move the deal on first."));
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
        var asked = askToMigrate(id, target);
        String visit = TestDeals.read(broker, id).extract().path("place.visitId");
        TestDeals.moveFrom(broker, id, visit, Map.of("outcome", "Qualified"))
                .statusCode(409)
                .body("detail", containsString("being moved to another version"));

        var refusal = new ProcessAnswer(asked, dealId, ProcessAnswer.Kind.BEGUN_ANEW, "it knows no such version");
        answer(refusal);
        answer(refusal);
        read(id, 1, 2)
                .body(
                        "problem",
                        is(
                                "The deal was not moved to version 2. The process engine refused it: it knows no such version."))
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
