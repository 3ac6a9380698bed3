package org.partnerflow.deal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.camunda.client.CamundaClient;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.Given.TestOrganisation;
import org.partnerflow.Given.TestUser;
import org.partnerflow.OwnEngine;
import org.partnerflow.engine.ProcessBindings;
import org.partnerflow.lead.LeadWorld;
import org.partnerflow.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

/** The steps of docs/how-to/back-up-and-restore.md: the database is kept, the engine is lost, and all goes on where it was. */
@QuarkusTest
@TestProfile(RestoreTest.WithOwnEngine.class)
@Tag("F11.2")
class RestoreTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** The automatic comparison is left out, so that the test sees what each one finds. */
    public static class WithOwnEngine implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(OwnEngine.class));
        }
    }

    @Inject
    CamundaClient client;

    @Inject
    ProcessBindings bindings;

    private LeadWorld world;
    private TestOrganisation organisation;
    private TestUser broker;
    private TestUser ops;

    @BeforeEach
    void givenAnOrganisation() {
        world = LeadWorld.create();
        organisation = world.organisation();
        broker = organisation.user(Role.BROKER);
        ops = organisation.user(Role.OPS_MANAGER);
    }

    @Test
    @DisplayName(
            "17: with the database alone restored, workflows are deployed, and deals, leads and invitations go on where they were")
    void goesOnWithAnEmptyEngine() {
        var qualified = TestDeals.standing(broker);
        TestDeals.moveTo(broker, qualified, "Qualified", "Needs analysis");
        var fresh = TestDeals.standing(broker);
        var won = TestDeals.standing(broker);
        TestDeals.move(broker, won, Map.of("outcome", "Not a fit")).statusCode(200);
        TestDeals.awaitState(broker, won, "LOST");
        var partner = world.partnerUser("Pat Partner");
        var lead = world.lead("Acme " + UUID.randomUUID());
        world.assign(lead, partner);
        var visit = TestDeals.read(broker, qualified).extract().<String>path("place.visitId");
        String due = TestDeals.read(broker, qualified).extract().path("place.dueAt");
        var invited = world.invitedPartnerUser("Ina Invited");

        run(compare()).body("engineReplaced", is(false)); // as at every start: it leaves its mark in the engine

        OwnEngine.empty();
        var run = compare();

        run(run).body("engineReplaced", is(true))
                .body("failure", org.hamcrest.Matchers.nullValue())
                .body("left", is(0));
        items(run)
                .body("findAll { it.outcome == 'DEPLOYED' }.recordName", hasItem("Deals"))
                .body("findAll { it.outcome == 'BEGUN_ANEW' }.recordId", hasItems(qualified, fresh, lead.toString()))
                .body("findAll { it.recordId == '%s' }".formatted(won), hasSize(0));
        awaitBegunAnew("deal-", qualified);
        awaitBegunAnew("deal-", fresh);
        TestDeals.awaitStage(broker, qualified, "Needs analysis");
        TestDeals.read(broker, qualified).body("place.visitId", is(visit)).body("place.dueAt", is(due));
        TestDeals.moveTo(broker, qualified, only(qualified), "Proposal");
        TestDeals.moveTo(broker, fresh, "Qualified", "Needs analysis");
        TestDeals.standing(broker);

        awaitBegunAnew("lead-offer", lead.toString());
        partner.api().body(Map.of()).post("/api/leads/{id}/accept", lead).then().statusCode(200);
        assertThat(world.awaitDeal(lead)).isNotNull();
        assertThat(invited).isNotNull();

        run(compare()).body("engineReplaced", is(false)).body("mended", is(0)).body("left", is(0));
    }

    @Test
    @DisplayName("17: an instance that was lost alone is begun anew, and no other one")
    void findsALostInstance() {
        var lost = TestDeals.standing(broker);
        TestDeals.moveTo(broker, lost, "Qualified", "Needs analysis");
        var kept = TestDeals.standing(broker);
        client.newCancelInstanceCommand(instance("deal-", lost)).send().join();

        var run = compare();
        run(run).body("engineReplaced", is(false)).body("mended", is(1));
        items(run).body("recordId", org.hamcrest.Matchers.contains(lost));
        awaitBegunAnew("deal-", lost);
        TestDeals.awaitStage(broker, lost, "Needs analysis");
        TestDeals.moveTo(broker, kept, "Qualified", "Needs analysis");
    }

    @Test
    @DisplayName("others see neither what a comparison did elsewhere, nor may begin one")
    void showsOnlyOnesOwn() {
        var run = compare();
        var stranger = LeadWorld.create().organisation();
        stranger.as(Role.OPS_MANAGER)
                .get("/api/engine/reconciliations/{id}/items", run)
                .then()
                .statusCode(404);
        stranger.as(Role.OPS_MANAGER)
                .get("/api/engine/reconciliations")
                .then()
                .body("id", org.hamcrest.Matchers.not(hasItem(run)));
        broker.api().post("/api/engine/reconciliations").then().statusCode(403);
    }

    /** Asks for a comparison, and waits until it has ended. */
    private String compare() {
        String id = ops.api()
                .post("/api/engine/reconciliations")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        await().atMost(PATIENCE)
                .untilAsserted(() -> runs().body("find { it.id == '%s' }.endedAt".formatted(id), notNullValue()));
        return id;
    }

    private ValidatableResponse run(String id) {
        return runs().rootPath("find { it.id == '%s' }".formatted(id));
    }

    private ValidatableResponse runs() {
        return ops.api().get("/api/engine/reconciliations").then().statusCode(200);
    }

    private ValidatableResponse items(String run) {
        return ops.api()
                .get("/api/engine/reconciliations/{id}/items", run)
                .then()
                .statusCode(200);
    }

    private void awaitBegunAnew(String process, String record) {
        await(process + " of " + record + " has begun anew")
                .atMost(PATIENCE)
                .until(() -> binding(process, record).instanceKey() != null);
    }

    private String only(String deal) {
        return TestDeals.read(broker, deal).extract().path("place.position.moves[0].outcome");
    }

    private long instance(String process, String record) {
        return binding(process, record).instanceKey();
    }

    private ProcessBindings.Binding binding(String process, String record) {
        return QuarkusTransaction.requiringNew().call(() -> bindings.of(UUID.fromString(record))).stream()
                .filter(each -> each.processId().startsWith(process))
                .findFirst()
                .orElseThrow();
    }
}
