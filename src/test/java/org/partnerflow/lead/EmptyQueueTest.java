package org.partnerflow.lead;

import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.rules.table.OutcomeType;
import org.partnerflow.shared.Role;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

/** No lead waits in a queue that nobody is in. */
@QuarkusTest
@Tag("F3.1")
class EmptyQueueTest {
    private final LeadWorld world = LeadWorld.create();

    @Test
    @DisplayName("the last member leaves: its leads are decided anew, as the dialog has said")
    void theLastMemberLeaves() {
        var anna = world.partnerUser("Anna Berg");
        var ben = world.partnerUser("Ben Cole");
        var queue = world.queue("West", List.of(anna));
        var lead = world.unassignedLead("Acme");
        world.assignToQueue(lead, queue);
        world.publish(OutcomeType.FEWEST_OPEN, null);
        world.as(Role.ADMIN)
                .get("/api/users/{id}/work", anna.id())
                .then()
                .body("work.words", hasItem("1 lead in a queue that nobody else is in"));

        world.as(Role.ADMIN)
                .body(Map.of("active", false))
                .put("/api/users/{id}/active", anna.id())
                .then()
                .statusCode(200);

        world.awaitOffer(lead, ben);
    }

    @Test
    @DisplayName("the last member is taken out of it: the same")
    void theLastMemberIsTakenOut() {
        var anna = world.partnerUser("Anna Berg");
        var queue = world.queue("West", List.of(anna));
        var lead = world.unassignedLead("Acme");
        world.assignToQueue(lead, queue);

        world.as(Role.ADMIN)
                .body(Map.of("name", "West", "members", List.of(), "version", 0))
                .put("/api/queues/{id}", queue)
                .then()
                .statusCode(200);

        world.awaitState(lead, "UNASSIGNED");
    }

    @Test
    void byHandNoneIsPutIntoIt() {
        var queue = world.queue("West", List.of());
        var lead = world.unassignedLead("Acme");

        world.broker()
                .body(Map.of("queueId", queue))
                .post("/api/leads/{id}/assignment", lead)
                .then()
                .statusCode(422)
                .body("detail", containsString("has no members"));
        world.broker().get("/api/leads/{id}", lead).then().body("state", is("UNASSIGNED"));
    }

    @Test
    void theRulesPutNoneIntoIt() {
        world.queue("West", List.of());
        world.publish(OutcomeType.QUEUE, "West");
        var lead = world.lead("Acme");

        world.decide(lead);

        world.broker().get("/api/leads/{id}", lead).then().body("state", is("UNASSIGNED"));
    }
}
