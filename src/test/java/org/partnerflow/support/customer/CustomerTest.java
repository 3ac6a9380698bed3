package org.partnerflow.support.customer;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.partnerflow.Given;
import org.partnerflow.MailedLinks;
import org.partnerflow.shared.Role;
import org.partnerflow.support.TestSupport;
import org.partnerflow.support.request.RequestWithoutProcess;

import static org.assertj.core.api.Assertions.assertThat;
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
        create(support.customer().user().email(), unit)
                .then()
                .statusCode(409)
                .body("detail", containsString("is a customer already"));
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

    @Test
    @Tag("F3.1")
    @DisplayName("who has not accepted is invited anew, by hand or by entering them again: the former link dies")
    void invitesAgain() {
        var email = Given.unique() + "@example.org";
        String id = create(email, support.unit(null))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        var first = MailedLinks.awaitInvitation(email);

        invite(id).statusCode(202).body("accepted", equalTo(false));
        var second = MailedLinks.awaitToken("invitation", email, 2);
        accept(first).statusCode(404);
        create(email, support.unit(null)).then().statusCode(201).body("id", equalTo(id));
        accept(second).statusCode(404);
        accept(MailedLinks.awaitToken("invitation", email, 3)).statusCode(204);

        invite(id).statusCode(409).body("detail", containsString("has accepted the invitation already"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Tag("F3.1")
    @DisplayName("a removed customer comes back as the one that they were, by an invitation or by entering them again")
    void comesBack(boolean byInvitation) {
        var customer = support.customer();
        remove(customer.user().id());
        read(customer.id())
                .body("removed", equalTo(true))
                .body("active", equalTo(false))
                .body("accepted", equalTo(false))
                .body("name", equalTo(customer.user().name()));

        if (byInvitation) {
            invite(customer.id().toString()).statusCode(202).body("removed", equalTo(false));
        } else {
            create(customer.user().email(), support.unit(null))
                    .then()
                    .statusCode(201)
                    .body("id", equalTo(customer.id().toString()))
                    .body("removed", equalTo(false));
        }
        Given.nobody()
                .body(Map.of("password", Given.PASSWORD))
                .post(
                        "/api/invitations/{token}",
                        MailedLinks.awaitInvitation(customer.user().email()))
                .then()
                .statusCode(204);
        read(customer.id()).body("accepted", equalTo(true)).body("active", equalTo(true));
    }

    @Test
    @Tag("F1.1")
    @DisplayName(
            "who was invited and is removed before accepting stays what was written of them, never whose log-in it is")
    void neverShowsWhoseLogInItIs() {
        var victim = Given.organisation().newUser(Role.ADMIN);
        String id = create(victim.email(), support.unit(null))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        var user = organisation
                .as(Role.ADMIN)
                .queryParam("q", victim.email())
                .get("/api/users")
                .jsonPath()
                .getUUID("items[0].id");
        remove(user);
        var moved = "moved-" + Given.unique() + "@example.org";
        victim.api()
                .body(Map.of("email", moved, "password", Given.PASSWORD))
                .put("/api/profile/email-change")
                .then()
                .statusCode(200);
        for (var email : List.of(victim.email(), moved)) {
            Given.nobody()
                    .post("/api/email-changes/{token}", MailedLinks.awaitToken("email-change", email, 1))
                    .then()
                    .statusCode(200);
        }

        read(UUID.fromString(id)).body("name", equalTo("Carla Customer")).body("email", equalTo(victim.email()));
        for (var list :
                List.of("/api/customers", "/api/customers?q=" + victim.name().substring(5))) {
            assertThat(organisation.as(Role.ADMIN).get(list).asString())
                    .doesNotContain(victim.name())
                    .doesNotContain(moved);
        }
        organisation.as(Role.ADMIN).get("/api/customers?q=carla").then().body("items.id", equalTo(List.of(id)));
    }

    @Test
    @Tag("F3.1")
    void leavesRequestsOfTheirOwn() {
        var customer = support.customer();
        var team = support.team();
        support.layer(team, support.technician());
        RequestWithoutProcess.of(organisation, customer, team);

        organisation
                .as(Role.ADMIN)
                .get("/api/users/{id}/work", customer.user().id())
                .then()
                .body("work.words", equalTo(List.of("1 open request of their own")));
    }

    private ValidatableResponse invite(String id) {
        return organisation
                .as(Role.BROKER)
                .post("/api/customers/{id}/invitation", id)
                .then();
    }

    private ValidatableResponse read(UUID id) {
        return organisation.as(Role.BROKER).get("/api/customers/{id}", id).then();
    }

    private void remove(UUID userId) {
        organisation.as(Role.ADMIN).delete("/api/users/{id}", userId).then().statusCode(204);
    }

    private static ValidatableResponse accept(String token) {
        return Given.nobody()
                .body(Map.of("password", "a long enough password"))
                .post("/api/invitations/{token}", token)
                .then();
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
