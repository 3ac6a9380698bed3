package org.partnerflow.deal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.Given;
import org.partnerflow.Given.TestUser;
import org.partnerflow.diagram.DiagramExamples;
import org.partnerflow.diagram.OddDiagrams;
import org.partnerflow.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnerflow.deal.TestDeals.awaitStage;
import static org.partnerflow.deal.TestDeals.awaitState;
import static org.partnerflow.deal.TestDeals.body;
import static org.partnerflow.deal.TestDeals.create;
import static org.partnerflow.deal.TestDeals.move;
import static org.partnerflow.deal.TestDeals.read;

/** Unusual diagrams are published, and deals go through them as the board says. */
@QuarkusTest
@Tag("F5.4")
class OddDiagramsRunTest {
    private static final int MOST_MOVES = 12;

    @Test
    @DisplayName(
            "a deal goes from stage to stage as the board says, to its end, also where the partner is mailed of each")
    void runsAsTheBoardSays() {
        var broker = Given.organisation().user(Role.BROKER);
        var ops = broker.organisation().user(Role.OPS_MANAGER);
        var partner = TestDeals.partnerOf(broker);
        var workflow = TestDeals.defaultWorkflow(broker.organisation());
        String processId =
                ops.api().get("/api/workflows/{id}", workflow).jsonPath().getString("processId");
        for (var odd : OddDiagrams.unusual().entrySet()) {
            publish(ops, workflow, odd.getValue().replace(DiagramExamples.ID, processId), odd.getKey());
            goesToItsEnd(broker, create(broker, body(odd.getKey(), Map.of("partnerUserId", partner.id()))));
        }
    }

    private static void publish(TestUser ops, UUID workflow, String diagram, String comment) {
        ops.api()
                .body(Map.of("diagram", diagram, "comment", comment))
                .post("/api/workflows/{id}/versions", workflow)
                .then()
                .statusCode(201);
        Awaitility.await(comment).atMost(Duration.ofSeconds(60)).until(() -> ops.api()
                .get("/api/workflows/{id}", workflow)
                .jsonPath()
                .getString("current.comment")
                .equals(comment));
    }

    private static void goesToItsEnd(TestUser broker, String deal) {
        awaitStage(broker, deal, "Qualification");
        for (int moves = 0; moves < MOST_MOVES; moves++) {
            List<Map<String, Object>> ways = read(broker, deal).extract().path("place.position.moves");
            var way = ways.getFirst();
            move(broker, deal, Map.of("outcome", way.get("outcome"))).statusCode(200);
            if (way.get("column").equals("WON")) {
                awaitState(broker, deal, "WON");
                return;
            }
            awaitStage(broker, deal, String.valueOf(way.get("targetName")));
        }
        assertThat(deal).as("a deal that comes to its end").isEmpty();
    }
}
