package org.partnerflow.deal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.BrokerLink;
import org.partnerflow.Given;
import org.partnerflow.Given.TestUser;
import org.partnerflow.Parallel;
import org.partnerflow.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.partnerflow.deal.TestDeals.awaitStage;
import static org.partnerflow.deal.TestDeals.move;
import static org.partnerflow.deal.TestDeals.moveFrom;
import static org.partnerflow.deal.TestDeals.moveTo;
import static org.partnerflow.deal.TestDeals.read;
import static org.partnerflow.deal.TestDeals.standing;

/** Moves that the diagram offers, and those that are refused. */
@QuarkusTest
class DealMoveTest {
    @Inject
    MoveService moves;

    @Inject
    SessionFactory sessions;

    @Inject
    EntityManager entities;

    private TestUser broker;

    @BeforeEach
    void givenABroker() {
        broker = Given.organisation().user(Role.BROKER);
    }

    @AfterEach
    void mend() {
        BrokerLink.mend();
    }

    @Test
    @DisplayName("4: while the broker is away, a move is accepted and its deal says queued; afterwards it arrives")
    @Tag("X7")
    void queuesAMoveWhileTheBrokerIsAway() {
        var id = standing(broker);
        BrokerLink.cut();
        move(broker, id, Map.of("outcome", "Qualified")).statusCode(200);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> read(broker, id).body("place.queued", is(true)).body("place.moving", is(true)));

        BrokerLink.mend();
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> read(broker, id)
                .body("place.queued", is(false))
                .body("place.name", is("Needs analysis"))
                .body("place.moving", is(false)));
    }

    @Test
    @Tag("W7")
    void refusesAMoveThatTheDiagramDoesNotOfferAndSaysWhatItOffers() {
        var id = standing(broker);
        move(broker, id, Map.of("targetElementId", "Stage_Contract"))
                .statusCode(422)
                .body(
                        "detail",
                        startsWith(
                                "From Qualification a deal goes on to Needs analysis (Qualified) or Lost (Not a fit)."))
                .body("offered.outcome", contains("Qualified", "Not a fit"))
                .body("offered.targetElementId.size()", is(2));
        move(broker, id, Map.of("outcome", "Signed")).statusCode(422);
        read(broker, id).body("place.name", is("Qualification")).body("place.moving", is(false));
    }

    @Test
    void asksForTheOutcomeWhenNothingIsSaid() {
        var id = standing(broker);
        move(broker, id, Map.of())
                .statusCode(400)
                .body("violations[0].message", containsString("“Qualified”, “Not a fit”"));
    }

    @Test
    @Tag("W7")
    void letsOnlyTheBrokerCompleteABrokersStage() {
        var partner = TestDeals.partnerOf(broker);
        var id = standing(partner);
        moveTo(partner, id, "Qualified", "Needs analysis");
        moveTo(partner, id, "Proposal", "Proposal");
        moveTo(partner, id, read(partner, id).extract().path("place.position.moves[0].outcome"), "Negotiation");
        moveTo(partner, id, "Agreed", "Contract");
        move(partner, id, Map.of("outcome", "Signed"))
                .statusCode(422)
                .body("detail", is("Only the broker moves a deal on from Contract."));
        read(partner, id).body("place.position.whyNot", is("Only the broker moves a deal on from Contract."));
    }

    @Test
    @DisplayName(
            "10: of 12 people who move one deal at once one wins; the others get 409 that names who moved it where")
    void oneMoverWins() {
        var id = UUID.fromString(standing(broker));
        var visit = UUID.fromString(read(broker, id.toString()).extract().path("place.visitId"));
        var people = Stream.generate(() -> broker.organisation().newUser(Role.BROKER))
                .limit(12)
                .toList();
        var answers = Parallel.each(people, mover -> moveAs(mover, id, visit));
        assertThat(answers).filteredOn(Optional::isEmpty).hasSize(1);
        assertThat(answers).filteredOn(Optional::isPresent).hasSize(11).allSatisfy(refused -> {
            assertThat(refused.orElseThrow().getStatusCode()).isEqualTo(409);
            assertThat(refused.orElseThrow().getDetail()).contains("has already moved", "Needs analysis");
        });
        awaitStage(broker, id.toString(), "Needs analysis");
        read(broker, id.toString()).body("progress[0].visits.size()", is(1)).body("progress[1].visits.size()", is(1));
    }

    private Optional<HttpProblem> moveAs(TestUser mover, UUID id, UUID visit) {
        try {
            broker.organisation()
                    .as(mover.actor(), () -> moves.move(id, new MoveService.Wish(visit, "Qualified", null, null)));
            return Optional.empty();
        } catch (HttpProblem refused) {
            return Optional.of(refused);
        }
    }

    @Test
    @Tag("F5.10")
    @DisplayName("the same wish of the same person is one move, also at once; another wish gets 409")
    void answersTheSameWishAsBefore() throws Exception {
        var id = standing(broker);
        String visit = read(broker, id).extract().path("place.visitId");
        broker.session();
        var wish = Map.of("outcome", "Qualified", "note", Map.of("text", "They have the money", "shared", false));
        atOnce(4, () -> moveFrom(broker, id, visit, wish))
                .forEach(answer -> answer.statusCode(200).body("targetName", is("Needs analysis")));
        awaitStage(broker, id, "Needs analysis");
        moveFrom(broker, id, visit, Map.of("targetElementId", "Stage_NeedsAnalysis"))
                .statusCode(200);
        broker.api().get("/api/deals/{id}/notes", id).then().body("size()", is(1));

        moveFrom(broker, id, visit, Map.of("outcome", "Not a fit")).statusCode(409);
        moveFrom(
                        broker,
                        id,
                        visit,
                        Map.of("outcome", "Qualified", "note", Map.of("text", "Other words", "shared", false)))
                .statusCode(409);
        var other = broker.organisation().newUser(Role.BROKER);
        moveFrom(other, id, visit, Map.of("outcome", "Qualified"))
                .statusCode(409)
                .body("movedBy", is(broker.name()));
        read(broker, id).body("progress[0].visits.size()", is(1)).body("progress[1].visits.size()", is(1));
    }

    @Test
    void tellsWhoWasFasterWhenTheVisitIsOver() {
        var id = standing(broker);
        String visit = read(broker, id).extract().path("place.visitId");
        moveTo(broker, id, "Qualified", "Needs analysis");
        moveFrom(broker, id, visit, Map.of("outcome", "Not a fit"))
                .statusCode(409)
                .body("detail", containsString("from Qualification to Needs analysis"));
    }

    @Test
    void refusesVisitsOfOtherDealsAndNonsense() {
        var id = standing(broker);
        var other = standing(broker);
        String visit = read(broker, other).extract().path("place.visitId");
        moveFrom(broker, id, visit, Map.of("outcome", "Qualified")).statusCode(404);
        moveFrom(broker, id, UUID.randomUUID().toString(), Map.of("outcome", "Qualified"))
                .statusCode(404);
        moveFrom(broker, id, "nonsense", Map.of("outcome", "Qualified")).statusCode(400);
        move(broker, id, Map.of("outcome", "x".repeat(5_000))).statusCode(400);
        move(broker, id, Map.of("outcome", "Qualified", "state", "WON")).statusCode(400);
        broker.api().body("{").post("/api/deals/{id}/moves", id).then().statusCode(400);
        read(broker, id).body("place.name", is("Qualification"));
    }

    @Test
    @Tag("S22")
    void addsTheNoteOfAMove() {
        var id = standing(broker);
        move(broker, id, Map.of("outcome", "Qualified", "note", Map.of("text", "They have the money", "shared", true)))
                .statusCode(200);
        broker.api()
                .get("/api/deals/{id}/notes", id)
                .then()
                .body("text", contains("They have the money"))
                .body("shared", contains(true));
    }

    @Test
    void needsFewStatements() {
        var id = UUID.fromString(standing(broker));
        var visit = UUID.fromString(read(broker, id.toString()).extract().path("place.visitId"));
        var statistics = sessions.getStatistics();
        statistics.setStatisticsEnabled(true);
        long statements = broker.organisation().as(broker.actor(), () -> {
            QuarkusTransaction.begin();
            try {
                long before = statistics.getPrepareStatementCount();
                moves.move(id, new MoveService.Wish(visit, "Qualified", null, null));
                entities.flush();
                return statistics.getPrepareStatementCount() - before;
            } finally {
                QuarkusTransaction.rollback();
            }
        });
        statistics.setStatisticsEnabled(false);
        assertThat(statements).as("lock, visit, two updates, audit").isLessThanOrEqualTo(8);
    }

    private static List<ValidatableResponse> atOnce(int times, Callable<ValidatableResponse> call) throws Exception {
        try (var pool = Executors.newFixedThreadPool(times)) {
            var futures = new ArrayList<Future<ValidatableResponse>>();
            for (int i = 0; i < times; i++) {
                futures.add(pool.submit(call));
            }
            var answers = new ArrayList<ValidatableResponse>();
            for (var future : futures) {
                answers.add(future.get());
            }
            return answers;
        }
    }
}
