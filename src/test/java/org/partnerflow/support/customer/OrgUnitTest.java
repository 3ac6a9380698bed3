package org.partnerflow.support.customer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.partnerflow.Given;
import org.partnerflow.shared.Role;
import org.partnerflow.support.TestSupport;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
class OrgUnitTest {
    private final TestSupport support = new TestSupport();
    private final Given.TestOrganisation organisation = support.organisation();

    @Test
    @Tag("D6")
    void isAssociatedWithAPartnerAccountOnItsPage() {
        var account = support.account("Northern Repairs");
        String id = organisation
                .as(Role.BROKER)
                .body(Map.of("name", "Branch Oslo"))
                .post("/api/org-units")
                .then()
                .statusCode(201)
                .body("partnerAccount", nullValue())
                .extract()
                .path("id");

        organisation
                .as(Role.BROKER)
                .body(Map.of("name", "Branch Oslo", "partnerAccountId", account, "version", 0))
                .put("/api/org-units/" + id)
                .then()
                .statusCode(200)
                .body("partnerAccount.name", equalTo("Northern Repairs"))
                .body("version", equalTo(1));
        organisation
                .as(Role.TECHNICIAN)
                .get("/api/org-units/" + id)
                .then()
                .statusCode(200)
                .body("partnerAccount.id", equalTo(account.toString()));
        organisation
                .as(Role.ADMIN)
                .queryParam("recordId", id)
                .get("/api/audit-entries")
                .then()
                .body("items.action", equalTo(List.of("org-unit.changed", "org-unit.created")));
    }

    @Test
    void listsByNameWithSearchAndPages() {
        for (var name : List.of("Zurich", "Bergen", "Bern 100%", "Aarhus")) {
            create(name).then().statusCode(201);
        }
        String next = organisation
                .as(Role.TECHNICIAN)
                .queryParam("limit", 2)
                .get("/api/org-units")
                .then()
                .body("items.name", equalTo(List.of("Aarhus", "Bergen")))
                .extract()
                .path("next");
        organisation
                .as(Role.TECHNICIAN)
                .queryParam("after", next)
                .get("/api/org-units")
                .then()
                .body("items.name", equalTo(List.of("Bern 100%", "Zurich")))
                .body("next", nullValue());
        organisation
                .as(Role.TECHNICIAN)
                .queryParam("q", "%")
                .get("/api/org-units")
                .then()
                .body("items.name", equalTo(List.of("Bern 100%")));
    }

    @Test
    @DisplayName("11: two people edit one record: the second gets 409 with the difference")
    void refusesAnEditOfAnOlderState() {
        String id = create("Branch Rome").path("id");
        change(id, "Branch Roma", 0).then().statusCode(200);

        change(id, "Branch Rom", 0)
                .then()
                .statusCode(409)
                .body("differences.field", equalTo(List.of("name")))
                .body("differences.before", equalTo(List.of("Branch Roma")))
                .body("differences.after", equalTo(List.of("Branch Rom")));
    }

    @Test
    void refusesANameThatIsTaken() {
        create("Branch Paris").then().statusCode(201);

        create("branch paris").then().statusCode(409).body("detail", containsString("Branch Paris already"));
        String other = create("Branch Lyon").path("id");
        change(other, "Branch Paris", 0).then().statusCode(409);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "null",
                "{\"name\":\"\"}",
                "{\"name\":\"a\\r\\nBcc: x\"}",
                "{\"name\":7,\"partnerAccountId\":\"x\"}",
                "{\"name\":\"Branch\",\"organisationId\":\"00000000-0000-0000-0000-000000000001\"}",
                "{\"name\":\"Branch\",\"partnerAccountId\":\"no id\"}"
            })
    void saysWhatIsWrongWithAForm(String body) {
        organisation.as(Role.ADMIN).body(body).post("/api/org-units").then().statusCode(400);
    }

    @Test
    void refusesANameOfFiveMegabytes() {
        create("x".repeat(5_000_000)).then().statusCode(400).body("violations.field", hasItem(containsString("name")));
    }

    @Test
    @DisplayName("22: another organisation's org units and accounts do not exist")
    void doesNotKnowOthers() {
        var stranger = new TestSupport();
        var theirUnit = stranger.unit(null);
        var theirAccount = stranger.account("Secret Partner");

        organisation.as(Role.ADMIN).get("/api/org-units/" + theirUnit).then().statusCode(404);
        change(theirUnit.toString(), "Mine now", 0).then().statusCode(404);
        organisation
                .as(Role.ADMIN)
                .body(Map.of("name", "Branch", "partnerAccountId", theirAccount))
                .post("/api/org-units")
                .then()
                .statusCode(404);
        organisation
                .as(Role.ADMIN)
                .get("/api/org-units/" + UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    private io.restassured.response.Response create(String name) {
        return organisation.as(Role.BROKER).body(Map.of("name", name)).post("/api/org-units");
    }

    private io.restassured.response.Response change(String id, String name, int version) {
        var body = new HashMap<String, Object>(Map.of("name", name, "version", version));
        return organisation.as(Role.BROKER).body(body).put("/api/org-units/" + id);
    }
}
