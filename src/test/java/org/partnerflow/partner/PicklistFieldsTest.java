package org.partnerflow.partner;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.partnerflow.lead.LeadWorld;
import org.partnerflow.shared.Role;
import org.partnerflow.support.TestSupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

/** A field of a picklist takes nothing but what the organisation offers, wherever it is entered. */
@QuarkusTest
@Tag("F4.6")
class PicklistFieldsTest {
    private static final Map<String, String> LISTS = Map.of(
            "region", "REGION",
            "industry", "INDUSTRY",
            "product", "PRODUCT",
            "source", "SOURCE",
            "category", "REQUEST_CATEGORY");

    private static final List<String> ENTRANCES = List.of(
            "POST /api/leads industry",
            "POST /api/leads product",
            "POST /api/leads region",
            "POST /api/leads source",
            "POST /api/requests category",
            "POST /api/requests product",
            "PUT /api/leads/{id} industry",
            "PUT /api/leads/{id} product",
            "PUT /api/leads/{id} region",
            "PUT /api/leads/{id} source");

    private final LeadWorld world = LeadWorld.create();

    static List<String> entrances() {
        return ENTRANCES;
    }

    @Test
    void theseAreAllFieldsOfPicklistsThatAnyFormHas() {
        var document = RestAssured.given()
                .accept("application/json")
                .get("/api/openapi")
                .jsonPath()
                .getMap("$");
        var found = new TreeSet<String>();
        map(document.get("paths")).forEach((path, operations) -> map(operations).forEach((method, operation) -> {
            if (List.of("post", "put").contains(method) && map(operation).containsKey("requestBody")) {
                var body = map(map(map(map(operation).get("requestBody")).get("content"))
                        .getOrDefault("application/json", Map.of("schema", Map.of())));
                var schema = String.valueOf(map(body.get("schema")).get("$ref"));
                var form = map(map(document.get("components")).get("schemas"))
                        .get(schema.substring(schema.lastIndexOf('/') + 1));
                if (form != null) {
                    map(map(form).getOrDefault("properties", Map.of())).keySet().stream()
                            .filter(LISTS::containsKey)
                            .forEach(field -> found.add(method.toUpperCase() + " " + path + " " + field));
                }
            }
        }));
        assertThat(found)
                .as("Refuse what is not on offer there, and add the line here")
                .containsExactlyElementsOf(ENTRANCES);
    }

    @ParameterizedTest
    @MethodSource("entrances")
    void refusesWhatIsNotOnOffer(String entrance) {
        var words = entrance.split(" ");
        var field = words[2];
        var lead = world.unassignedLead("Acme");
        offer(LISTS.get(field), "Teal");
        enter(words[0] + " " + words[1], lead, field, "Tael")
                .statusCode(400)
                .body("violations.field", contains(field))
                .body("violations[0].message", startsWith("Expected one of Teal"))
                .body("violations[0].message", containsString("\"Tael\""));
        enter(words[0] + " " + words[1], lead, field, "teal").statusCode(words[0].equals("PUT") ? 200 : 201);
    }

    @Test
    void storesTheValueAsTheListHasIt() {
        enter("region", "west").statusCode(201).body("region", is("West"));
    }

    @Test
    void saysOfEachFieldWhatIsWrong() {
        var lead = new HashMap<String, Object>(LeadWorld.aLead("Acme"));
        lead.put("region", "Wset");
        lead.put("source", "Smoke");
        world.broker()
                .body(lead)
                .post("/api/leads")
                .then()
                .statusCode(400)
                .body("violations.field", contains("region", "source"));
    }

    @Test
    void anOldRecordKeepsAValueThatWasRetired() {
        var lead = world.unassignedLead("Acme");
        var entry = world.as(Role.ADMIN)
                .get("/api/picklists")
                .jsonPath()
                .<Map<String, Object>>get("find { it.list == 'REGION' }.entries.find { it.label == 'West' }");
        world.as(Role.ADMIN)
                .body(Map.of("version", entry.get("version"), "label", "West", "active", false))
                .put("/api/picklists/entries/" + entry.get("id"))
                .then()
                .statusCode(200);
        var body = new HashMap<String, Object>(LeadWorld.aLead("Acme and Sons"));
        body.put("version", world.broker().get("/api/leads/" + lead).path("version"));
        world.broker()
                .body(body)
                .put("/api/leads/" + lead)
                .then()
                .statusCode(200)
                .body("region", is("West"))
                .body("company", is("Acme and Sons"));
        enter("region", "West").statusCode(400);
    }

    @Test
    void aListWithoutValuesAsksForNothing() {
        enter("product", "Whatever they make").statusCode(201);
    }

    private ValidatableResponse enter(String field, String value) {
        return enter("POST /api/leads", UUID.randomUUID(), field, value);
    }

    private ValidatableResponse enter(String operation, UUID lead, String field, String value) {
        var form = new HashMap<String, Object>(LeadWorld.aLead("Acme"));
        form.put(field, value);
        return switch (operation) {
            case "POST /api/leads" ->
                world.broker().body(form).post("/api/leads").then();
            case "PUT /api/leads/{id}" -> {
                form.put("version", world.broker().get("/api/leads/" + lead).path("version"));
                yield world.broker().body(form).put("/api/leads/" + lead).then();
            }
            case "POST /api/requests" -> request(field, value);
            default -> throw new AssertionError("Enter something by " + operation);
        };
    }

    private ValidatableResponse request(String field, String value) {
        var support = new TestSupport(world.organisation());
        if (world.broker().get("/api/teams").jsonPath().getList("items").isEmpty()) {
            support.team();
        }
        return world.broker()
                .body(Map.of(
                        "subject",
                        "Help",
                        "text",
                        "It jams.",
                        "customerId",
                        support.customer().id(),
                        field,
                        value))
                .post("/api/requests")
                .then();
    }

    private void offer(String list, String label) {
        world.as(Role.ADMIN)
                .body(Map.of("label", label))
                .post("/api/picklists/" + list + "/entries")
                .then()
                .statusCode(201);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }
}
