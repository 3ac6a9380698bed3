package org.partnerflow.deal;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.partnerflow.Given;
import org.partnerflow.Given.TestUser;
import org.partnerflow.shared.Role;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;

@QuarkusTest
@Tag("F6.3")
class DealContactSearchTest {
    private static final Map<String, String> CORA =
            Map.of("firstName", "Cora", "lastName", "Contact", "email", "cora@example.org", "phone", "+1 303 555 0199");

    private TestUser broker;
    private TestUser partner;
    private String deal;

    @BeforeEach
    void givenAPartnersDeal() {
        broker = Given.organisation().user(Role.BROKER);
        partner = TestDeals.partnerOf(broker);
        deal = TestDeals.create(partner, TestDeals.body("Lamps", Map.of("contacts", java.util.List.of(CORA))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cora Contact",
                "cora",
                "CORA@example.org",
                "303-555-0199",
                "303\u2011555\u20110199",
                "(303) 555\u20130199",
                "\uFF0B\uFF11 303 555 0199"
            })
    @Tag("F4.5")
    void aDealIsFoundByItsContacts(String text) {
        for (var user : new TestUser[] {broker, partner}) {
            search(user, text).body("findAll { it.recordType == 'deal' }.recordId", contains(deal));
        }
        search(TestDeals.partnerOf(broker), text).body("", empty());
    }

    @Test
    void theSearchKnowsContactsAsTheyAreNow() {
        broker.api()
                .body(Map.of(
                        "firstName",
                        "Nadia",
                        "lastName",
                        "Newcomer",
                        "email",
                        "n@example.org",
                        "phone",
                        "+1 303 555 0177"))
                .post("/api/deals/{id}/contacts", deal)
                .then()
                .statusCode(201);
        search(broker, "Newcomer").body("recordId", contains(deal));

        var contacts = broker.api().get("/api/deals/{id}/contacts", deal).jsonPath();
        broker.api()
                .body(Map.of(
                        "version",
                        contacts.getInt("[1].version"),
                        "contact",
                        Map.of(
                                "firstName",
                                "Nadia",
                                "lastName",
                                "Renamed",
                                "email",
                                "n@example.org",
                                "phone",
                                "+1 303 555 0177")))
                .put("/api/deals/{id}/contacts/{contact}", deal, contacts.getString("[1].id"))
                .then()
                .statusCode(200);
        search(broker, "Newcomer").body("", empty());
        search(broker, "Renamed").body("recordId", contains(deal));

        broker.api()
                .delete("/api/deals/{id}/contacts/{contact}", deal, contacts.getString("[1].id"))
                .then()
                .statusCode(204);
        search(broker, "Renamed").body("", empty());
        search(broker, "Cora").body("recordId", contains(deal));
    }

    private static ValidatableResponse search(TestUser user, String text) {
        return user.api().queryParam("q", text).get("/api/search").then().statusCode(200);
    }
}
