package org.partnerflow.lead.queue;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.lead.LeadWorld;
import org.partnerflow.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;

/** What a record holds in rows of its own has a before and an after as its fields have. */
@QuarkusTest
@Tag("F6.2")
class CollectionChangesTest {
    private final LeadWorld world = LeadWorld.create();

    @Test
    void theTrailSaysWhoWasInAQueueBefore() {
        var anna = world.partnerUser("Anna Berg");
        var ben = world.partnerUser("Ben Cole");
        var queue = world.queue("West", List.of(anna, ben));

        world.as(Role.ADMIN)
                .body(Map.of("name", "West", "members", List.of(ben.id()), "version", 0))
                .put("/api/queues/" + queue)
                .then()
                .statusCode(200);

        var change = change(queue, "queue.changed", "members");
        assertThat(change.getString("before"))
                .contains(anna.id().toString(), ben.id().toString());
        assertThat(change.getString("after"))
                .contains(ben.id().toString())
                .doesNotContain(anna.id().toString());
    }

    @Test
    void theTrailSaysWhatAMemberOfAGroupWeighedBefore() {
        var anna = world.partnerUser("Anna Berg");
        var group = world.group("Round", List.of(anna));

        world.as(Role.ADMIN)
                .body(Map.of("name", "Round", "members", List.of(Map.of("id", anna.id(), "weight", 5)), "version", 0))
                .put("/api/assignment-groups/" + group)
                .then()
                .statusCode(200);

        var details = trail(group).getMap("items.find { it.action == 'assignment-group.changed' }.details");
        assertThat(details.get("before").toString()).contains(anna.id().toString(), "weight=1");
        assertThat(details.get("members").toString()).contains(anna.id().toString(), "weight=5");
    }

    @Test
    void theTrailSaysWhichNotificationsWereOnBefore() {
        var anna = world.partnerUser("Anna Berg");
        choose(anna, List.of("DEAL_MOVED", "DEAL_CLOSED"));
        choose(anna, List.of("DEAL_CLOSED"));

        var change = world.as(Role.ADMIN)
                .queryParam("recordType", "partner-user")
                .get("/api/audit-entries")
                .jsonPath()
                .setRootPath(
                        "items.find { it.action == 'partner-user.notifications-chosen' }.changes.find { it.field == 'notifications' }");
        assertThat(change.getString("before")).contains("DEAL_CLOSED", "DEAL_MOVED");
        assertThat(change.getString("after")).contains("DEAL_CLOSED").doesNotContain("DEAL_MOVED");
    }

    private static void choose(org.partnerflow.Given.TestUser user, List<String> on) {
        user.api()
                .body(Map.of("on", on))
                .put("/api/portal-notifications")
                .then()
                .statusCode(200);
    }

    private JsonPath change(UUID record, String action, String field) {
        return trail(record)
                .setRootPath(
                        "items.find { it.action == '%s' }.changes.find { it.field == '%s' }".formatted(action, field));
    }

    private JsonPath trail(UUID record) {
        return world.as(Role.ADMIN)
                .queryParam("recordId", record)
                .get("/api/audit-entries")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
