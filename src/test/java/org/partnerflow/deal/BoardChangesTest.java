package org.partnerflow.deal;

import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.Given;
import org.partnerflow.Given.TestUser;
import org.partnerflow.shared.Ids;
import org.partnerflow.shared.Role;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;

/** A board and a list that were read before are brought up to date by the deals that have changed, and nothing else. */
@QuarkusTest
@Tag("F10.6")
class BoardChangesTest {
    private TestUser broker;
    private UUID workflow;

    @BeforeEach
    void givenABoard() {
        broker = Given.organisation().user(Role.BROKER);
        workflow = TestDeals.defaultWorkflow(broker.organisation());
    }

    @Test
    @DisplayName("tells the column of each of the deals, the totals of all columns, and where the cards can go")
    void tellsWhatBecameOfDeals() {
        var moved = TestDeals.standing(broker);
        TestDeals.standing(broker);
        TestDeals.moveTo(broker, moved, "Qualified", "Needs analysis");

        changes(broker, moved)
                .body("cards.card.id", contains(moved))
                .body("cards.column", contains("Stage_NeedsAnalysis"))
                .body("totals.key", containsInAnyOrder("Stage_NeedsAnalysis", "Stage_Qualification"))
                .body("totals.total", contains(1, 1))
                .body("positions", hasKey(changes(broker, moved).extract().<String>path("cards[0].card.position")));
    }

    @Test
    @DisplayName("tells nothing of deals that the viewer does not see, or that are not on this board")
    void hidesDealsOfOthers() {
        var deal = TestDeals.standing(broker);
        var partner = TestDeals.partnerOf(broker);

        changes(partner, deal).body("cards", empty()).body("totals", empty());
        changes(broker, Ids.next().toString()).body("cards", empty()).body("totals.total", contains(1));
        broker.api()
                .queryParam("id", deal)
                .queryParam("q", "no such name")
                .get("/api/boards/{id}/changes", workflow)
                .then()
                .body("cards", empty());
        broker.api().get("/api/boards/{id}/changes", workflow).then().statusCode(400);
    }

    @Test
    @DisplayName("a list answers with the named deals alone, as far as they fit its filters")
    void readsSomeDealsOfAList() {
        var deal = TestDeals.standing(broker);
        TestDeals.standing(broker);

        for (var expected : Map.of("OPEN", 1, "WON", 0).entrySet()) {
            broker.api()
                    .queryParam("id", deal)
                    .queryParam("state", expected.getKey())
                    .get("/api/deals")
                    .then()
                    .statusCode(200)
                    .body("items.size()", is(expected.getValue()));
        }
    }

    private ValidatableResponse changes(TestUser user, String deal) {
        return user.api()
                .queryParam("id", deal)
                .get("/api/boards/{id}/changes", workflow)
                .then()
                .statusCode(200);
    }
}
