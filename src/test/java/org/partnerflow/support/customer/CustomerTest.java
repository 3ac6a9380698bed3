package org.partnerflow.support.customer;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
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
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
class CustomerTest {
    private final TestSupport support = new TestSupport();
    private final Given.TestOrganisation organisation = support.organisation();

    @Test
    @Tag("O1")
    void belongsToAnOrgUnitAndShowsBothAssociations() {
        var unit = support.unit(support.account("Northern Repairs"));
        var own = support.account("Own Partner");
        var email = Given.unique() + "@example.org";

        String id = create(email, unit)
                .then()
                .statusCode(201)
                .body("name", equalTo("Carla Customer"))
                .body("email", equalTo(email))
                .body("accepted", equalTo(false))
                .body("partnerAccount", nullValue())
                .body("unitPartnerAccount.name", equalTo("Northern Repairs"))
                .extract()
                .path("id");
        organisation
                .as(Role.BROKER)
                .body(Map.of("orgUnitId", unit, "partnerAccountId", own, "version", 0))
                .put("/api/customers/" + id)
                .then()
                .statusCode(200)
                .body("partnerAccount.name", equalTo("Own Partner"))
                .body("version", equalTo(1));
        organisation.as(Role.TECHNICIAN).get("/api/customers/" + id).then().body("name", equalTo("Carla Customer"));
        organisation
                .as(Role.TECHNICIAN)
                .queryParam("orgUnitId", unit)
                .queryParam("q", "carla")
                .get("/api/customers")
                .then()
                .body("items.id", equalTo(List.of(id)));
    }

    @Test
    void pagesByName() {
        var unit = support.unit(null);
        for (int i = 0; i < 3; i++) {
            create(Given.unique() + "@example.org", unit).then().statusCode(201);
        }
        String next = organisation
                .as(Role.ADMIN)
                .queryParam("limit", 2)
                .get("/api/customers")
                .then()
                .body("items.size()", equalTo(2))
                .extract()
                .path("next");
        organisation
                .as(Role.ADMIN)
                .queryParam("after", next)
                .get("/api/customers")
                .then()
                .body("items.size()", equalTo(1))
                .body("next", nullValue());
        organisation
                .as(Role.ADMIN)
                .queryParam("after", "nonsense")
                .get("/api/customers")
                .then()
                .statusCode(400);
    }

    @Test
    void refusesWhoIsACustomerAlreadyOrSomethingElse() {
        var unit = support.unit(null);
        var email = Given.unique() + "@example.org";
        create(email, unit).then().statusCode(201);

        create(email, unit).then().statusCode(409).body("detail", containsString("is a customer already"));
        create(organisation.user(Role.TECHNICIAN).email(), unit)
                .then()
                .statusCode(422)
                .body("detail", containsString("is a member of staff here"));
        create(organisation.user(Role.PARTNER).email(), unit).then().statusCode(422);
    }

    @Test
    @DisplayName("31: an address with a line break is refused")
    void refusesAddressesWithLineBreaks() {
        create("carla@example.org\r\nBcc: all@example.org", support.unit(null))
                .then()
                .statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"name\":\"Carla\",\"email\":\"carla@example.org\"}",
                "{\"name\":\"Carla\",\"email\":\"no address\",\"orgUnitId\":\"%s\"}",
                "{\"name\":\"Car\\nla\",\"email\":\"carla@example.org\",\"orgUnitId\":\"%s\"}",
                "{\"name\":\"Carla\",\"email\":\"c@example.org\",\"orgUnitId\":\"x\"}",
                "{\"name\":\"Carla\",\"email\":\"c@example.org\",\"orgUnitId\":\"%s\",\"role\":\"ADMIN\"}"
            })
    void saysWhatIsWrongWithAForm(String body) {
        organisation
                .as(Role.ADMIN)
                .body(body.replace("%s", support.unit(null).toString()))
                .post("/api/customers")
                .then()
                .statusCode(400);
    }

    @Test
    @DisplayName("22: another organisation's customers, org units and accounts do not exist")
    void doesNotKnowOthers() {
        var stranger = new TestSupport();
        var theirUnit = stranger.unit(null);
        var theirs = stranger.customer(theirUnit, null);
        var mine = support.customer();

        organisation.as(Role.ADMIN).get("/api/customers/" + theirs.id()).then().statusCode(404);
        create(Given.unique() + "@example.org", theirUnit).then().statusCode(404);
        change(mine.id(), Map.of("orgUnitId", theirUnit, "version", 0)).then().statusCode(404);
        change(
                        mine.id(),
                        Map.of(
                                "orgUnitId",
                                support.unit(null),
                                "partnerAccountId",
                                stranger.account("Secret Partner"),
                                "version",
                                0))
                .then()
                .statusCode(404);
        organisation
                .as(Role.ADMIN)
                .queryParam("orgUnitId", theirUnit)
                .get("/api/customers")
                .then()
                .body("items.size()", equalTo(0));
    }

    @Test
    @DisplayName("11: two people edit one customer: the second gets 409 with the difference")
    void refusesAnEditOfAnOlderState() {
        var customer = support.customer();
        var unit = support.unit(null);
        change(customer.id(), Map.of("orgUnitId", unit, "version", 0)).then().statusCode(200);

        change(customer.id(), Map.of("orgUnitId", support.unit(null), "version", 0))
                .then()
                .statusCode(409)
                .body("differences.field", equalTo(List.of("orgUnitId")));
    }

    private Response create(String email, UUID unitId) {
        return organisation
                .as(Role.BROKER)
                .body(Map.of("name", "Carla Customer", "email", email, "orgUnitId", unitId))
                .post("/api/customers");
    }

    private Response change(UUID id, Map<String, ?> body) {
        return organisation.as(Role.BROKER).body(body).put("/api/customers/" + id);
    }
}
