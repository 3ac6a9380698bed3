package org.partnerflow.deal;

import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.Given;
import org.partnerflow.Given.TestUser;
import org.partnerflow.Rival;
import org.partnerflow.identity.UserService;
import org.partnerflow.shared.Role;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

/** What was shared by mistake is gone for partners wherever they look, as soon as it is not shared any more. */
@QuarkusTest
class SharingTest {
    private final String word = "confidential-" + Given.unique();
    private TestUser broker;
    private TestUser partner;
    private String deal;

    @BeforeEach
    void givenAPartnersDeal() {
        broker = Given.organisation().user(Role.BROKER);
        partner = TestDeals.partnerOf(broker);
        deal = TestDeals.standing(partner);
    }

    @Test
    @Tag("F3.2")
    void whoIsDisabledIsSharedNothing() {
        var other = TestDeals.partnerOf(broker);
        var organisation = broker.organisation();
        organisation
                .as(Role.ADMIN)
                .body(Map.of("active", false))
                .put("/api/users/{id}/active", other.id())
                .then()
                .statusCode(200);

        broker.api()
                .body(Map.of("partnerUserId", other.id()))
                .post("/api/deals/{id}/shares", deal)
                .then()
                .statusCode(422)
                .body("detail", containsString(other.name() + " is disabled"));
        broker.api().get("/api/deals/{id}/shares", deal).then().body("size()", is(0));
    }

    @Test
    @Tag("F3.2")
    void whoIsLeavingIsSharedNothing() throws Exception {
        var other = TestDeals.partnerOf(broker);
        var organisation = broker.organisation();
        broker.session();

        var answer = Rival.of(
                () -> broker.api().body(Map.of("partnerUserId", other.id())).post("/api/deals/{id}/shares", deal),
                () -> organisation.as(() -> {
                    Given.bean(UserService.class).removeMember(other.id(), null);
                    return true;
                }),
                () -> {});

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        broker.api().get("/api/deals/{id}/shares", deal).then().body("size()", is(0));
    }

    @Test
    @Tag("F3.2")
    void staffOfTheOrganisationAboveIsAskedForAnOwner() {
        var organisation = broker.organisation();
        var child = Given.organisation(organisation);
        var session = broker.logIn();
        given().cookie("partnerflow_session", session)
                .contentType("application/json")
                .body(Map.of("organisationId", child.id()))
                .put("/api/session/organisation")
                .then()
                .statusCode(204);

        given().cookie("partnerflow_session", session)
                .contentType("application/json")
                .body(TestDeals.body("From above", Map.of()))
                .post("/api/deals")
                .then()
                .statusCode(400)
                .body("violations[0].field", is("ownerId"))
                .body("violations[0].message", containsString("you work here from another organisation"));
    }

    @Test
    @Tag("F6.1")
    void noReadingOperationTellsAPartnerOfAnAdditionThatIsNotSharedAnyMore() {
        var file = given().cookie("partnerflow_session", broker.session())
                .multiPart("file", word + ".txt", "the margin".getBytes(), "text/plain")
                .multiPart("shared", "true")
                .post("/api/deals/{id}/files", deal)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        var note = broker.api()
                .body(Map.of("text", word, "shared", true))
                .post("/api/deals/{id}/notes", deal)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        assertThat(everythingThatThePartnerReads(file.getString("id"))).contains(word);
        partner.api().get("/api/deal-notices").then().body("message", hasItem(broker.name() + " wrote a note."));

        broker.api()
                .body(Map.of("version", file.getInt("version"), "shared", false))
                .put("/api/deals/{id}/files/{file}", deal, file.getString("id"))
                .then()
                .statusCode(200);
        broker.api()
                .body(Map.of("version", note.getInt("version"), "text", word, "shared", false))
                .put("/api/deals/{id}/notes/{note}", deal, note.getString("id"))
                .then()
                .statusCode(200);
        assertThat(everythingThatThePartnerReads(file.getString("id"))).doesNotContain(word);
        partner.api().get("/api/deal-notices").then().body("size()", is(0));
        partner.api()
                .get("/api/deals/{id}/activity", deal)
                .then()
                .body("items.findAll { it.action in ['deal.note-added', 'deal.file-added'] }.size()", is(0));
    }

    @Test
    @Tag("F6.2")
    void theTrailSaysWhatAContactAndANoteWereBeforeAndAreAfter() {
        var contact = broker.api().get("/api/deals/{id}/contacts", deal).jsonPath();
        var changed = Map.of(
                "firstName", "Cora", "lastName", "Contact", "email", "new@example.org", "phone", "+1 303 555 0100");
        broker.api()
                .body(Map.of("version", contact.getInt("[0].version"), "contact", changed))
                .put("/api/deals/{id}/contacts/{contact}", deal, contact.getString("[0].id"))
                .then()
                .statusCode(200);
        var note = broker.api()
                .body(Map.of("text", "They pay 5", "shared", false))
                .post("/api/deals/{id}/notes", deal)
                .jsonPath();
        broker.api()
                .body(Map.of("version", note.getInt("version"), "text", "They pay 6", "shared", false))
                .put("/api/deals/{id}/notes/{note}", deal, note.getString("id"))
                .then()
                .statusCode(200);

        var trail = trail();
        assertThat(trail.getString("items.find { it.action == 'deal.contact-edited' }.details.email.from"))
                .isEqualTo("cora@example.org");
        assertThat(trail.getString("items.find { it.action == 'deal.contact-edited' }.details.email.to"))
                .isEqualTo("new@example.org");
        assertThat(trail.getString("items.find { it.action == 'deal.note-edited' }.details.text.from"))
                .isEqualTo("They pay 5");
        assertThat(trail.getString(
                        "items.find { it.action == 'deal.note-edited' }.changes.find { it.field == 'text' }.after"))
                .isEqualTo("They pay 6");
    }

    @Test
    @Tag("F6.2")
    void theTrailKeepsEveryFieldOfARecordThatIsRemoved() {
        broker.api()
                .body(Map.of(
                        "firstName",
                        "Rita",
                        "lastName",
                        "Removed",
                        "email",
                        "r@example.org",
                        "phone",
                        "+1 303 555 0101"))
                .post("/api/deals/{id}/contacts", deal)
                .then()
                .statusCode(201);
        var contacts = broker.api().get("/api/deals/{id}/contacts", deal).jsonPath();
        broker.api()
                .delete("/api/deals/{id}/contacts/{contact}", deal, contacts.getString("[1].id"))
                .then()
                .statusCode(204);
        assertThat(
                        trail().getString(
                                        "items.find { it.action == 'deal.contact-removed' }.changes.find { it.field == 'email' }.before"))
                .isEqualTo("r@example.org");
    }

    @Test
    @Tag("F10.12")
    void saysWithWhomADealIsNotSharedAnyMore() {
        var other = sharedWithAnother();
        other.api()
                .body(TestDeals.CONTACT)
                .post("/api/deals/{id}/contacts", deal)
                .then()
                .statusCode(403);
        broker.api()
                .delete("/api/deals/{id}/shares/{user}", deal, other.id())
                .then()
                .statusCode(204);
        assertThat(trail().getString("items.find { it.action == 'deal.unshared' }.details.with"))
                .isEqualTo(other.name());
    }

    @Test
    @Tag("F6.2")
    void theTrailSaysThatADealIsNotSharedAnyMoreWithWhoeverLeaves() {
        var other = sharedWithAnother();
        broker.organisation()
                .as(Role.ADMIN)
                .body(Map.of("active", false))
                .put("/api/users/{id}/active", other.id())
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200);
        assertThat(trail().getString("items.find { it.action == 'deal.unshared' }.details.with"))
                .isEqualTo(other.name());
        broker.api().get("/api/deals/{id}/shares", deal).then().body("", empty());
    }

    private JsonPath trail() {
        return broker.organisation()
                .as(Role.ADMIN)
                .get("/api/audit-entries?limit=200&recordId=" + deal)
                .jsonPath();
    }

    /** Every reading operation that the OpenAPI document names, with the ids of the deal and of what was added. */
    private String everythingThatThePartnerReads(String file) {
        var document =
                given().accept(ContentType.JSON).get("/api/openapi?format=json").jsonPath();
        Map<String, Map<String, ?>> paths = document.getMap("paths");
        var read = new StringBuilder();
        paths.entrySet().stream()
                .filter(path -> path.getValue().containsKey("get"))
                .map(Map.Entry::getKey)
                .filter(path -> !path.equals("/api/events"))
                .forEach(path -> {
                    var url = path.replace("{fileId}", file).replaceAll("\\{[^}]+}", deal);
                    for (var query : List.of("", "?q=" + word, "?recordId=" + deal)) {
                        read.append(partner.api().get(url + query).asString());
                    }
                });
        return read.toString();
    }

    private TestUser sharedWithAnother() {
        var other = TestDeals.partnerOf(broker);
        broker.api()
                .body(Map.of("partnerUserId", other.id()))
                .post("/api/deals/{id}/shares", deal)
                .then()
                .statusCode(201);
        return other;
    }
}
