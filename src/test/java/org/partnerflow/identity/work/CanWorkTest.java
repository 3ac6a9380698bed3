package org.partnerflow.identity.work;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.Given.TestUser;
import org.partnerflow.lead.LeadWorld;
import org.partnerflow.partner.AccountBody;
import org.partnerflow.shared.Role;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;
import static org.awaitility.Awaitility.await;

/** Nobody is given work that they cannot do: every operation that names somebody is called with people who cannot. */
@QuarkusTest
@Tag("F3.2")
class CanWorkTest {
    private static final Pattern SOMEBODY =
            Pattern.compile("(?i).*(user|owner|assignee|member|person|broker|technician|handOver|allocatedTo).*");

    /** Operations that name somebody and give them no work. */
    private static final Set<String> NO_WORK = Set.of(
            "POST /api/partner-accounts/hints ownerUserId",
            "POST /api/deals/{id}/shares partnerUserId",
            "DELETE /api/deals/{id}/shares/{partnerUserId} partnerUserId",
            "PUT /api/organisation/owner userId",
            "DELETE /api/teams/{id}/layers/{layerId}/members/{userId} userId");

    private final People people = new People();
    private final LeadWorld elsewhere = LeadWorld.create();

    /** Gives somebody the work of an operation. */
    private record Attempt(Duty duty, Function<UUID, Response> with) {}

    @Test
    @DisplayName("every operation that names somebody is either tried here or gives no work: a new one must be decided")
    void knowsEveryOperation() {
        var named = operationsThatNameSomebody();
        assertThat(named).as("the OpenAPI document").hasSizeGreaterThan(10);
        assertThat(named).containsExactlyInAnyOrderElementsOf(and(attempts().keySet(), NO_WORK));
    }

    @Test
    void refusesWhoeverCannotWorkAndSaysWhy() {
        var attempts = attempts();
        assertSoftly(softly ->
                attempts.forEach((operation, attempt) -> unable(attempt.duty()).forEach((who, id) -> {
                    var answer = attempt.with().apply(id);
                    var body = answer.asString();
                    softly.assertThat(answer.statusCode())
                            .as("%s with %s: %s", operation, who, body)
                            .isIn(who.equals("a stranger") ? List.of(400, 404, 422) : List.of(400, 422));
                    softly.assertThat(body).as("%s with %s", operation, who).containsAnyOf("detail", "message");
                })));
    }

    @Test
    void takesWhoeverCanWork() {
        var attempts = attempts();
        assertSoftly(softly -> attempts.forEach((operation, attempt) -> {
            var answer = attempt.with().apply(able(attempt.duty()).id());
            softly.assertThat(answer.statusCode())
                    .as("%s: %s", operation, answer.asString())
                    .isBetween(200, 299);
        }));
    }

    private TestUser able(Duty duty) {
        return switch (duty) {
            case OWN_ACCOUNTS, OWN_DEALS -> people.organisation.newUser(Role.BROKER);
            case HAVE_DEALS, TAKE_LEADS -> people.leads.partnerUser(unique("Abel"));
            case WORK_ON_REQUESTS, SIT_IN_LAYER -> people.support.technician();
            case LEAD_TEAM -> people.organisation.newUser(Role.ADMIN);
        };
    }

    private Map<String, UUID> unable(Duty duty) {
        return switch (duty) {
            case OWN_ACCOUNTS, OWN_DEALS ->
                Map.of(
                        "a disabled broker",
                        people.disabled(people.organisation.newUser(Role.BROKER)),
                        "an invited broker",
                        people.invited(Role.BROKER),
                        "a technician",
                        people.support.technician().id(),
                        "an ops manager",
                        people.organisation.newUser(Role.OPS_MANAGER).id(),
                        "a stranger",
                        elsewhere.organisation().newUser(Role.BROKER).id());
            case HAVE_DEALS, TAKE_LEADS ->
                Map.of(
                        "a disabled partner user",
                        people.disabled(people.leads.partnerUser(unique("Dan"))),
                        "an invited partner user",
                        people.leads.invitedPartnerUser(unique("Ina")).id(),
                        "a technician",
                        people.support.technician().id(),
                        "a stranger",
                        elsewhere.partnerUser(unique("Stan")).id());
            case WORK_ON_REQUESTS, SIT_IN_LAYER, LEAD_TEAM ->
                Map.of(
                        "a disabled technician",
                        people.disabled(people.support.technician()),
                        "an invited technician",
                        people.invited(Role.TECHNICIAN),
                        "an invited partner user",
                        duty == Duty.LEAD_TEAM
                                ? people.leads.partnerUser(unique("Pat")).id()
                                : people.leads.invitedPartnerUser(unique("Ina")).id(),
                        "a broker",
                        people.organisation.newUser(Role.BROKER).id(),
                        "a stranger",
                        elsewhere.organisation().newUser(Role.TECHNICIAN).id());
        };
    }

    private Map<String, Attempt> attempts() {
        return Map.ofEntries(
                entry("POST /api/assignment-groups members.id", new Attempt(Duty.TAKE_LEADS, id -> people.admin()
                        .body(Map.of("name", unique("Group"), "kind", "PARTNER_USERS", "members", List.of(seat(id))))
                        .post("/api/assignment-groups"))),
                entry("PUT /api/assignment-groups/{id} members.id", new Attempt(Duty.TAKE_LEADS, id -> {
                    var group = people.leads.group(unique("Group"), List.of());
                    return people.admin()
                            .body(Map.of("name", unique("Group"), "members", List.of(seat(id)), "version", 0))
                            .put("/api/assignment-groups/" + group);
                })),
                entry("POST /api/queues members", new Attempt(Duty.TAKE_LEADS, id -> people.admin()
                        .body(Map.of("name", unique("Queue"), "members", List.of(id)))
                        .post("/api/queues"))),
                entry("PUT /api/queues/{id} members", new Attempt(Duty.TAKE_LEADS, id -> {
                    var queue = people.leads.queue(unique("Queue"), List.of());
                    return people.admin()
                            .body(Map.of("name", unique("Queue"), "members", List.of(id), "version", 0))
                            .put("/api/queues/" + queue);
                })),
                entry("POST /api/leads/{id}/assignment partnerUserId", new Attempt(Duty.TAKE_LEADS, id -> people.admin()
                        .body(Map.of("partnerUserId", id))
                        .post("/api/leads/{lead}/assignment", people.leads.unassignedLead(unique("Lead"))))),
                entry("POST /api/deals ownerId", new Attempt(Duty.OWN_DEALS, id -> people.admin()
                        .body(People.dealBody(Map.of("ownerId", id)))
                        .post("/api/deals"))),
                entry("POST /api/deals partnerUserId", new Attempt(Duty.HAVE_DEALS, id -> people.admin()
                        .body(People.dealBody(Map.of("partnerUserId", id)))
                        .post("/api/deals"))),
                entry("PUT /api/deals/{id} ownerId", new Attempt(Duty.OWN_DEALS, id -> people.admin()
                        .body(Map.of("version", 0, "name", "Deal", "ownerId", id))
                        .put("/api/deals/" + people.deal(Map.of())))),
                entry(
                        "POST /api/partner-accounts account.ownerUserId",
                        new Attempt(Duty.OWN_ACCOUNTS, id -> people.admin()
                                .body(AccountBody.anAccount()
                                        .with("ownerUserId", id)
                                        .body())
                                .post("/api/partner-accounts"))),
                entry("PUT /api/partner-accounts/{id} account.ownerUserId", new Attempt(Duty.OWN_ACCOUNTS, id -> {
                    var account = people.account(people.admin.id());
                    var body = AccountBody.anAccount().with("ownerUserId", id).body();
                    body.put("version", 0);
                    return people.admin().body(body).put("/api/partner-accounts/" + account);
                })),
                entry("POST /api/partner-users allocatedTo", new Attempt(Duty.OWN_DEALS, id -> people.admin()
                        .body(Map.of("contactId", people.contact(), "allocatedTo", List.of(id)))
                        .post("/api/partner-users"))),
                entry("PUT /api/partner-users/{id}/allocation userIds", new Attempt(Duty.OWN_DEALS, id -> {
                    var partner = people.partnerUser(people.leads.invitedPartnerUser(unique("Al")));
                    // the onboarding changes the record as well while it goes on
                    return await().until(() -> allocate(partner, id), answer -> answer.statusCode() != 409);
                })),
                entry("POST /api/requests/{id}/assignments userId", new Attempt(Duty.WORK_ON_REQUESTS, id -> {
                    var team = people.team(people.admin.id());
                    var layer = people.support.layer(team);
                    var member = "/api/teams/%s/layers/%s/members/%s".formatted(team, layer, id);
                    people.admin().put(member);
                    var request = people.request(team, people.admin.id());
                    return people.admin().body(Map.of("userId", id)).post("/api/requests/{id}/assignments", request);
                })),
                entry("POST /api/teams leadUserId", new Attempt(Duty.LEAD_TEAM, id -> people.admin()
                        .body(Map.of("name", unique("Team"), "leadUserId", id))
                        .post("/api/teams"))),
                entry("PUT /api/teams/{id} leadUserId", new Attempt(Duty.LEAD_TEAM, id -> people.admin()
                        .body(Map.of("name", unique("Team"), "leadUserId", id, "version", 0))
                        .put("/api/teams/" + people.team(people.admin.id())))),
                entry(
                        "PUT /api/teams/{id}/layers/{layerId}/members/{userId} userId",
                        new Attempt(Duty.SIT_IN_LAYER, id -> {
                            var team = people.team(people.admin.id());
                            return people.admin()
                                    .put("/api/teams/%s/layers/%s/members/%s"
                                            .formatted(team, people.support.layer(team), id));
                        })),
                entry("PUT /api/users/{id}/active handOver", new Attempt(Duty.OWN_DEALS, id -> people.admin()
                        .body(Map.of("active", false, "handOver", id))
                        .put("/api/users/{id}/active", brokerWithDeal()))),
                entry("PUT /api/users/{id}/roles handOver", new Attempt(Duty.OWN_DEALS, id -> people.admin()
                        .body(Map.of("roles", List.of("OPS_MANAGER"), "handOver", id))
                        .put("/api/users/{id}/roles", brokerWithDeal()))),
                entry("DELETE /api/users/{id} handOver", new Attempt(Duty.OWN_DEALS, id -> people.admin()
                        .queryParam("handOver", id)
                        .delete("/api/users/" + brokerWithDeal()))),
                entry("DELETE /api/partner-users/{id} handOver", new Attempt(Duty.HAVE_DEALS, id -> {
                    var leaver = people.leads.partnerUser(unique("Lea"));
                    people.deal(Map.of("partnerUserId", leaver.id()));
                    return people.admin()
                            .queryParam("handOver", id)
                            .delete("/api/partner-users/" + people.partnerUser(leaver));
                })));
    }

    private Response allocate(UUID partnerUserId, UUID userId) {
        int version = people.admin()
                .get("/api/partner-users/" + partnerUserId)
                .jsonPath()
                .getInt("version");
        return people.admin()
                .body(Map.of("version", version, "userIds", List.of(userId)))
                .put("/api/partner-users/{id}/allocation", partnerUserId);
    }

    private UUID brokerWithDeal() {
        var broker = people.organisation.newUser(Role.BROKER);
        people.deal(Map.of("ownerId", broker.id()));
        return broker.id();
    }

    private static Map<String, Object> seat(UUID id) {
        return Map.of("id", id, "weight", 1);
    }

    private static String unique(String what) {
        return what + " " + org.partnerflow.Given.unique();
    }

    private static List<String> and(Set<String> some, Set<String> more) {
        var all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    /** Fields of bodies, and parameters of changes, that are ids and called like people. */
    private static List<String> operationsThatNameSomebody() {
        Map<String, Object> document = RestAssured.given()
                .accept("application/json")
                .get("/api/openapi")
                .path("$");
        var schemas = map(map(document.get("components")).get("schemas"));
        var found = new ArrayList<String>();
        map(document.get("paths")).forEach((path, methods) -> map(methods).forEach((method, definition) -> {
            if (Set.of("post", "put", "patch", "delete").contains(method)) {
                var operation = method.toUpperCase() + " " + path;
                var ids = new HashMap<String, Boolean>();
                collect(map(definition).get("requestBody"), schemas, "", 0, ids);
                list(map(definition).get("parameters")).stream()
                        .map(CanWorkTest::map)
                        .filter(parameter -> isId(map(parameter.get("schema")), schemas))
                        .forEach(parameter -> ids.put((String) parameter.get("name"), true));
                ids.keySet().stream()
                        .filter(name -> SOMEBODY.matcher(name).matches())
                        .filter(name -> !name.matches(".*(version|weight)"))
                        .forEach(name -> found.add(operation + " " + name));
            }
        }));
        return found;
    }

    private static void collect(
            Object node, Map<String, Object> schemas, String name, int depth, Map<String, Boolean> ids) {
        if (depth > 12 || !(node instanceof Map)) {
            return;
        }
        var schema = resolved(map(node), schemas);
        if (isId(schema, schemas)) {
            ids.put(name, true);
            return;
        }
        map(schema.get("properties"))
                .forEach((property, value) ->
                        collect(value, schemas, name.isEmpty() ? property : name + "." + property, depth + 1, ids));
        collect(schema.get("items"), schemas, name, depth + 1, ids);
        for (var several : List.of("anyOf", "allOf", "oneOf")) {
            list(schema.get(several)).forEach(one -> collect(one, schemas, name, depth + 1, ids));
        }
        var content = map(schema.get("content"));
        content.values().forEach(media -> collect(map(media).get("schema"), schemas, name, depth + 1, ids));
    }

    private static boolean isId(Map<String, Object> schema, Map<String, Object> schemas) {
        return "uuid".equals(resolved(schema, schemas).get("format"));
    }

    private static Map<String, Object> resolved(Map<String, Object> schema, Map<String, Object> schemas) {
        return schema.get("$ref") instanceof String reference
                ? map(schemas.get(reference.substring(reference.lastIndexOf('/') + 1)))
                : schema;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object node) {
        return node instanceof Map<?, ?> found ? (Map<String, Object>) found : Map.of();
    }

    private static List<?> list(Object node) {
        return node instanceof List<?> found ? found : List.of();
    }
}
