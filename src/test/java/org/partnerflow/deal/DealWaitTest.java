package org.partnerflow.deal;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.BrokerClock;
import org.partnerflow.BrokerLink;
import org.partnerflow.Given;
import org.partnerflow.Given.TestUser;
import org.partnerflow.shared.Role;
import org.partnerflow.shared.Sql;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.partnerflow.deal.TestDeals.awaitStage;
import static org.partnerflow.deal.TestDeals.awaitState;
import static org.partnerflow.deal.TestDeals.move;
import static org.partnerflow.deal.TestDeals.moveFrom;
import static org.partnerflow.deal.TestDeals.read;
import static org.partnerflow.deal.TestDeals.standing;
import static org.partnerflow.diagram.DiagramExamples.withAWait;

/** Deals that rest between two stages because the diagram says so, and deals that begin before the engine knows their workflow. */
@QuarkusTest
class DealWaitTest {
    @Inject
    Sql sql;

    private TestUser broker;
    private TestUser ops;
    private UUID workflow;

    @BeforeEach
    void givenAWorkflowWithAWait() {
        var organisation = Given.organisation();
        broker = organisation.user(Role.BROKER);
        ops = organisation.user(Role.OPS_MANAGER);
    }

    @AfterEach
    void mend() {
        BrokerLink.mend();
    }

    @Test
    @Tag("F5.6")
    void endsAWaitBeforeItsTime() {
        var id = waiting();
        String since = read(broker, id)
                .body("place.waitingAt.name", is("Time to think"))
                .body("place.waitingAt.until", notNullValue())
                .body("place.stuck", is(false))
                .extract()
                .path("place.since");
        endWait(broker, id, "2026-01-01T00:00:00Z").statusCode(409);
        endWait(TestDeals.partnerOf(broker), id, since).statusCode(404);

        endWait(broker, id, since).statusCode(204);
        endWait(broker, id, since).statusCode(204);
        awaitStage(broker, id, "Needs analysis");
        endWait(broker, id, since).statusCode(204);
        endWait(ops.organisation().newUser(Role.BROKER), id, since)
                .statusCode(409)
                .body("detail", containsString("does not wait"));
        ops.api()
                .get("/api/deals/{id}/activity", id)
                .then()
                .body("items.find { it.action == 'deal.wait-skipped' }.details.wait", is("Time to think"));
    }

    @Test
    @Tag("F5.6")
    void choosesAnewWhileItWaits() {
        var id = waiting();
        var place = read(broker, id)
                .body("place.position.stageName", is("Qualification"))
                .extract()
                .jsonPath();
        var visit = place.getString("place.visitId");
        moveFrom(broker, id, visit, Map.of("outcome", "Not a fit")).statusCode(409);
        broker.api()
                .get("/api/boards/{id}", workflow)
                .then()
                .body("columns.collectMany { it.cards }.find { it.id == '%s' }.position".formatted(id), notNullValue());

        var wish = Map.of("outcome", "Not a fit", "waitingSince", place.getString("place.since"));
        moveFrom(broker, id, visit, wish).statusCode(200);
        moveFrom(broker, id, visit, wish).statusCode(200);
        awaitState(broker, id, "LOST");
    }

    @Test
    @Tag("F5.6")
    void isPutOnAStageWhileItWaits() {
        var id = waiting();
        putOn(id).statusCode(202);
        putOn(id).statusCode(202);
        awaitStage(broker, id, "Proposal");
        read(broker, id).body("progress[2].visits.size()", is(1));
    }

    @Test
    @Tag("F5.5")
    void movesToAnotherVersionWhileItWaitsAndKeepsTheRestOfTheWait() {
        var id = waiting();
        sql.update(
                "update deal set column_since = date_sub(column_since, interval 2 day) where id = ?",
                UUID.fromString(id));
        publish(diagram().replace("name=\"Needs analysis\"", "name=\"Needs\""));
        ops.api()
                .get("/api/deals/{id}/migration?version=3", id)
                .then()
                .body("possible", is(true))
                .body("way", is("ANEW"))
                .body("notices", hasItem(startsWith("The timer Time to think goes on: it passes on ")));
        ops.api()
                .body(Map.of("version", 3))
                .post("/api/deals/{id}/migration", id)
                .then()
                .statusCode(202);
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> read(broker, id)
                .body("workflow.versionNumber", is(3))
                .body("problem", nullValue())
                .body("place.waitingAt.name", is("Time to think")));
        BrokerClock.advance(Duration.ofDays(1).plusMinutes(5));
        awaitStage(broker, id, "Needs");
    }

    @Test
    @Tag("F10.3")
    void beginsTheFirstDealAtOnceWhileTheEngineIsAway() {
        broker.session();
        BrokerLink.cut();
        var id = TestDeals.create(broker, TestDeals.body("First deal", Map.of()));
        read(broker, id).body("place.moving", is(true)).body("place.name", is("Qualification"));
        BrokerLink.mend();
        awaitStage(broker, id, "Qualification");
    }

    private String waiting() {
        workflow = TestDeals.defaultWorkflow(ops.organisation());
        publish(withAWait(diagram()));
        var id = standing(broker);
        move(broker, id, Map.of("outcome", "Qualified")).statusCode(200);
        read(broker, id).body("place.waiting", is(true));
        return id;
    }

    private ValidatableResponse endWait(TestUser user, String id, String since) {
        return user.api()
                .body(Map.of("waitingSince", since))
                .post("/api/deals/{id}/wait-end", id)
                .then();
    }

    private ValidatableResponse putOn(String id) {
        return ops.api()
                .body(Map.of("elementId", "Stage_Proposal"))
                .post("/api/deals/{id}/stage", id)
                .then();
    }

    private String diagram() {
        String current = ops.api().get("/api/workflows/{id}", workflow).path("current.id");
        return ops.api()
                .get("/api/workflows/{id}/versions/{version}", workflow, current)
                .path("xml");
    }

    private void publish(String diagram) {
        ops.api()
                .body(Map.of("diagram", diagram, "comment", "Think first"))
                .post("/api/workflows/{id}/versions", workflow)
                .then()
                .statusCode(201)
                .body("published", is(true));
    }
}
