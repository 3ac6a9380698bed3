package org.partnerflow.lead.queue;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.partnerflow.lead.LeadWorld;
import org.partnerflow.shared.Role;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

@QuarkusTest
class QueueResourceTest {
    private LeadWorld world;

    @BeforeEach
    void newOrganisation() {
        world = LeadWorld.create();
    }

    @Test
    void makesAndChangesQueue() {
        var anna = world.partnerUser("Anna Berg");
        var ben = world.partnerUser("Ben Cole");
        String id = world.as(Role.ADMIN)
                .body(Map.of("name", "West", "description", "Leads of the west", "members", List.of(anna.id())))
                .post("/api/queues")
                .then()
                .statusCode(201)
                .body("members.name", contains("Anna Berg"))
                .body("waiting", is(0))
                .body("version", is(0))
                .extract()
                .path("id");
        world.as(Role.ADMIN)
                .body(Map.of("name", "Far west", "members", List.of(ben.id()), "version", 0))
                .put("/api/queues/" + id)
                .then()
                .statusCode(200)
                .body("name", is("Far west"))
                .body("members.name", contains("Ben Cole"))
                .body("version", is(1));
        world.as(Role.ADMIN)
                .body(Map.of("name", "Too late", "members", List.of(), "version", 0))
                .put("/api/queues/" + id)
                .then()
                .statusCode(409);
        world.as(Role.TECHNICIAN).get("/api/queues").then().statusCode(200).body("name", contains("Far west"));
    }

    @Test
    void refusesSecondQueueOfTheSameName() {
        world.queue("West", List.of());
        world.as(Role.ADMIN)
                .body(Map.of("name", "west", "members", List.of()))
                .post("/api/queues")
                .then()
                .statusCode(409)
                .body("detail", containsString("West"));
    }

    @Test
    void refusesBadInput() {
        for (Object body : List.of(
                "{",
                "{}",
                Map.of("name", "", "members", List.of()),
                Map.of("name", "x".repeat(101), "members", List.of()),
                Map.of("name", "West\r\nEast", "members", List.of()),
                Map.of("name", "West", "members", List.of("x")),
                Map.of("name", "West", "members", List.of(UUID.randomUUID())),
                Map.of("name", "West", "description", "x".repeat(1001), "members", List.of()))) {
            world.as(Role.ADMIN).body(body).post("/api/queues").then().statusCode(400);
        }
        world.as(Role.ADMIN).get("/api/queues/" + UUID.randomUUID()).then().statusCode(404);
        world.as(Role.ADMIN)
                .body(Map.of("name", "West", "members", List.of(), "version", 0))
                .put("/api/queues/" + UUID.randomUUID())
                .then()
                .statusCode(404);
        world.as(Role.ADMIN).get("/api/queues").then().body("", empty());
    }

    @Test
    void groupGivesTurnsInOrderOfItsMembers() {
        var anna = world.partnerUser("Anna Berg");
        var ben = world.partnerUser("Ben Cole");
        String id = world.as(Role.ADMIN)
                .body(Map.of(
                        "name",
                        "Round",
                        "kind",
                        "PARTNER_USERS",
                        "members",
                        List.of(seat(ben.id(), 1), seat(anna.id(), 2))))
                .post("/api/assignment-groups")
                .then()
                .statusCode(201)
                .body("members.name", contains("Ben Cole", "Anna Berg"))
                .body("members.weight", contains(1, 2))
                .body("next", is(anna.id().toString()))
                .extract()
                .path("id");
        world.as(Role.ADMIN)
                .body(Map.of("name", "Round", "members", List.of(seat(ben.id(), 1)), "version", 0))
                .put("/api/assignment-groups/" + id)
                .then()
                .statusCode(200)
                .body("members.name", contains("Ben Cole"))
                .body("next", is(ben.id().toString()))
                .body("version", is(1));
        world.as(Role.ADMIN)
                .body(Map.of("name", "Round", "members", List.of(), "version", 0))
                .put("/api/assignment-groups/" + id)
                .then()
                .statusCode(409);
        world.as(Role.BROKER).get("/api/assignment-groups").then().body("name", hasItem("Round"));
    }

    @Test
    void groupOfQueuesHasQueuesOnly() {
        var west = world.queue("West", List.of());
        var anna = world.partnerUser("Anna Berg");
        world.as(Role.ADMIN)
                .body(Map.of("name", "Queues", "kind", "QUEUES", "members", List.of(seat(west, 1))))
                .post("/api/assignment-groups")
                .then()
                .statusCode(201)
                .body("members.name", contains("West"));
        world.as(Role.ADMIN)
                .body(Map.of("name", "Mixed", "kind", "QUEUES", "members", List.of(seat(anna.id(), 1))))
                .post("/api/assignment-groups")
                .then()
                .statusCode(400);
    }

    @Test
    void refusesBadGroups() {
        var anna = world.partnerUser("Anna Berg");
        for (Object body : List.of(
                "{}",
                Map.of("name", "Round", "kind", "DOGS", "members", List.of()),
                Map.of("name", "Round", "kind", "PARTNER_USERS", "members", List.of(seat(anna.id(), 0))),
                Map.of("name", "Round", "kind", "PARTNER_USERS", "members", List.of(seat(anna.id(), 101))),
                Map.of(
                        "name",
                        "Round",
                        "kind",
                        "PARTNER_USERS",
                        "members",
                        List.of(seat(anna.id(), 1), seat(anna.id(), 1))),
                Map.of("name", "Round", "kind", "PARTNER_USERS", "members", List.of(seat(UUID.randomUUID(), 1))))) {
            world.as(Role.ADMIN)
                    .body(body)
                    .post("/api/assignment-groups")
                    .then()
                    .statusCode(400);
        }
        world.as(Role.ADMIN)
                .get("/api/assignment-groups/" + UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    private static Map<String, Object> seat(UUID id, int weight) {
        return Map.of("id", id, "weight", weight);
    }
}
