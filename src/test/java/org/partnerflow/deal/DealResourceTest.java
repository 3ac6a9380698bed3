package org.partnerflow.deal;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.partnerflow.CaughtMails;
import org.partnerflow.Given;
import org.partnerflow.Given.TestOrganisation;
import org.partnerflow.Given.TestUser;
import org.partnerflow.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.partnerflow.deal.TestDeals.CONTACT;
import static org.partnerflow.deal.TestDeals.body;
import static org.partnerflow.deal.TestDeals.create;
import static org.partnerflow.deal.TestDeals.read;
import static org.partnerflow.partner.AccountBody.anAccount;
import static org.partnerflow.partner.AccountBody.contactIn;

/** Deals over REST: what is accepted, what is refused, and who sees what. */
@QuarkusTest
class DealResourceTest {
    private TestOrganisation organisation;
    private TestUser broker;

    @BeforeEach
    void givenABroker() {
        organisation = Given.organisation();
        broker = organisation.user(Role.BROKER);
    }

    @Test
    @Tag("S3")
    void beginsADealInTheDefaultWorkflow() {
        broker.api()
                .body(body("Chairs for Acme", Map.of("value", Map.of("amount", 1500.5, "currency", "USD"))))
                .post("/api/deals")
                .then()
                .statusCode(201)
                .body("name", is("Chairs for Acme"))
                .body("value.amount", is(1500.5f))
                .body("value.currency", is("USD"))
                .body("state", is("OPEN"))
                .body("place.moving", is(true))
                .body("place.name", is("Qualification"))
                .body("place.position", nullValue())
                .body("owner.id", is(broker.id().toString()))
                .body("partner", nullValue())
                .body("contacts.email", contains("cora@example.org"))
                .body("workflow.versionNumber", is(1))
                .body("mayEdit", is(true));
    }

    @Test
    @Tag("S21")
    void givesAPartnersDealToTheirBrokerWithTheFewestOpenDeals() {
        var idle = organisation.newUser(Role.BROKER);
        create(broker, body("Busy", Map.of()));
        var partner = TestDeals.partnerOf(broker, idle);
        var id = create(partner, body("Chairs", Map.of()));
        read(partner, id)
                .body("owner.id", is(idle.id().toString()))
                .body("partner.userId", is(partner.id().toString()))
                .body("partner.accountName", startsWith("Supplies"));
    }

    @Test
    void refusesADealOfAPartnerWithoutABroker() {
        var partner = organisation.user(Role.PARTNER);
        partner.api().body(body("Chairs", Map.of())).post("/api/deals").then().statusCode(400);
    }

    @Test
    @DisplayName("24: owner, partner, organisation, state and workflow in a partner's body are refused")
    void refusesForeignFieldsOfPartners() {
        var partner = TestDeals.partnerOf(broker);
        var other = organisation.newUser(Role.BROKER);
        for (var field : List.of("ownerId", "partnerUserId", "partnerAccountId", "workflowId")) {
            partner.api()
                    .body(body("Chairs", Map.of(field, other.id())))
                    .post("/api/deals")
                    .then()
                    .statusCode(400)
                    .body("violations[0].field", is(field));
        }
        for (var field : List.of("organisationId", "state", "role", "createdAt", "id", "boardColumn")) {
            partner.api()
                    .body(body("Chairs", Map.of(field, "WON")))
                    .post("/api/deals")
                    .then()
                    .statusCode(400);
        }
        var id = create(partner, body("Chairs", Map.of()));
        partner.api()
                .body(Map.of("version", 0, "name", "Chairs", "ownerId", other.id()))
                .put("/api/deals/{id}", id)
                .then()
                .statusCode(400);
        read(broker, id).body("owner.id", is(broker.id().toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\":\"\"}",
                "[]",
                "null",
                "{\"name\":\"x\",\"contacts\":[]}",
                "{\"name\":\"x\",\"contacts\":[null]}",
                "{\"name\":\"x\",\"contacts\":\"none\"}",
                "{\"name\":\"x\",\"contacts\":[{\"firstName\":\"A\",\"lastName\":\"B\",\"email\":\"a@example.org\"}]}",
                "{\"name\":\"x\",\"contacts\":[{\"firstName\":\"A\",\"lastName\":\"B\",\"email\":\"no address\",\"phone\":\"12345\"}]}",
                "{\"name\":\"x\",\"contacts\":[{\"firstName\":\"A\",\"lastName\":\"B\",\"email\":\"a@example.org\",\"phone\":\"call me\"}]}",
                "{\"name\":{},\"contacts\":[{\"firstName\":\"A\",\"lastName\":\"B\",\"email\":\"a@example.org\",\"phone\":\"12345\"}]}"
            })
    @Tag("S20")
    void refusesFormsThatAreWrong(String form) {
        broker.api().body(form).post("/api/deals").then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "\"much\"", "1.234", "1e300", "1000000000000000"})
    void refusesAValueThatIsNone(String amount) {
        broker.api().body("""
                        {"name":"x","value":{"amount":%s,"currency":"USD"},
                         "contacts":[{"firstName":"A","lastName":"B","email":"a@example.org","phone":"+13035550100"}]}""".formatted(amount)).post("/api/deals").then().statusCode(400);
    }

    @Test
    void refusesNamesOfFiveMegabytesAndUnknownIds() {
        broker.api()
                .body(body("x".repeat(5_000_000), Map.of()))
                .post("/api/deals")
                .then()
                .statusCode(400);
        broker.api()
                .body(body("Chairs", Map.of("ownerId", UUID.randomUUID())))
                .post("/api/deals")
                .then()
                .statusCode(400)
                .body("violations[0].field", is("ownerId"));
        broker.api()
                .body(body("Chairs", Map.of("partnerUserId", UUID.randomUUID())))
                .post("/api/deals")
                .then()
                .statusCode(400);
        broker.api()
                .body(body("Chairs", Map.of("workflowId", UUID.randomUUID())))
                .post("/api/deals")
                .then()
                .statusCode(400);
        broker.api().get("/api/deals/nonsense").then().statusCode(400);
        broker.api().get("/api/deals/{id}", UUID.randomUUID()).then().statusCode(404);
        broker.api().get("/api/deals?state=SOLD").then().statusCode(400);
        broker.api().get("/api/deals?after=nonsense").then().statusCode(400);
        broker.api().get("/api/deals?limit=100000").then().statusCode(400);
        broker.api().queryParam("q", "x".repeat(300)).get("/api/deals").then().statusCode(400);
    }

    @Test
    @DisplayName("11: of two who edit one deal the second gets 409 with the difference")
    void refusesAStaleEdit() {
        var id = create(broker, body("Chairs", Map.of()));
        var edit = new HashMap<String, Object>(Map.of("version", 0, "name", "Chairs and desks"));
        broker.api()
                .body(edit)
                .put("/api/deals/{id}", id)
                .then()
                .statusCode(200)
                .body("version", is(1));
        edit.put("name", "Chairs and lamps");
        broker.api()
                .body(edit)
                .put("/api/deals/{id}", id)
                .then()
                .statusCode(409)
                .body("differences.field", contains("name"))
                .body("differences.before", contains("Chairs and desks"))
                .body("differences.after", contains("Chairs and lamps"));
        read(broker, id).body("name", is("Chairs and desks"));
    }

    @Test
    void aMoveInBetweenMakesNoEditStale() {
        var id = TestDeals.standing(broker);
        TestDeals.moveTo(broker, id, "Qualified", "Needs analysis");
        broker.api()
                .body(Map.of("version", 0, "name", "Another name"))
                .put("/api/deals/{id}", id)
                .then()
                .statusCode(200);
    }

    @Test
    @Tag("S20")
    void keepsAtLeastOneContact() {
        var id = create(broker, body("Chairs", Map.of()));
        String first = read(broker, id).extract().path("contacts[0].id");
        broker.api()
                .delete("/api/deals/{id}/contacts/{contact}", id, first)
                .then()
                .statusCode(422)
                .body("detail", containsString("at least one contact"));
        var second = new HashMap<>(CONTACT);
        second.put("firstName", "Dora");
        String added = broker.api()
                .body(second)
                .post("/api/deals/{id}/contacts", id)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        broker.api()
                .delete("/api/deals/{id}/contacts/{contact}", id, first)
                .then()
                .statusCode(204);
        second.put("lastName", "Changed");
        broker.api()
                .body(Map.of("version", 0, "contact", second))
                .put("/api/deals/{id}/contacts/{contact}", id, added)
                .then()
                .statusCode(200)
                .body("lastName", is("Changed"));
        broker.api()
                .get("/api/deals/{id}/contacts", id)
                .then()
                .body("firstName", contains("Dora"))
                .body("lastName", contains("Changed"));
    }

    @Test
    void filtersLists() {
        var unique = Given.unique();
        var id = create(broker, body("100% wool " + unique, Map.of()));
        create(broker, body("Something else", Map.of()));
        broker.api()
                .queryParam("q", "100% wool")
                .queryParam("state", "OPEN")
                .queryParam("ownerId", broker.id())
                .queryParam("workflowId", TestDeals.defaultWorkflow(organisation))
                .get("/api/deals")
                .then()
                .statusCode(200)
                .body("items.id", contains(id))
                .body("items.stageName", contains("Qualification"));
        broker.api().queryParam("q", "%").get("/api/deals").then().body("items.id", contains(id));
        broker.api().queryParam("state", "WON").get("/api/deals").then().body("items", empty());
        broker.api()
                .queryParam("ownerId", UUID.randomUUID())
                .get("/api/deals")
                .then()
                .body("items", empty());
        broker.api().queryParam("stuck", true).get("/api/deals").then().body("items", empty());
    }

    @Test
    void pagesListsByKey() {
        for (int i = 0; i < 5; i++) {
            create(broker, body("Deal " + i, Map.of()));
        }
        String next = broker.api()
                .queryParam("limit", 3)
                .get("/api/deals")
                .then()
                .body("items.name", contains("Deal 4", "Deal 3", "Deal 2"))
                .extract()
                .path("next");
        broker.api()
                .queryParam("limit", 3)
                .queryParam("after", next)
                .get("/api/deals")
                .then()
                .body("items.name", contains("Deal 1", "Deal 0"))
                .body("next", nullValue());
    }

    @Test
    @Tag("S24")
    void showsABrokersNoteToThePartnerOnlyWhenItIsShared() {
        var partner = TestDeals.partnerOf(broker);
        var id = create(partner, body("Chairs", Map.of()));
        String note = broker.api()
                .body(Map.of("text", "They would pay more", "shared", false))
                .post("/api/deals/{id}/notes", id)
                .then()
                .statusCode(201)
                .body("shared", is(false))
                .extract()
                .path("id");
        partner.api().get("/api/deals/{id}/notes", id).then().body("$", empty());
        partner.api()
                .body(Map.of("version", 0, "text", "Read it", "shared", true))
                .put("/api/deals/{id}/notes/{note}", id, note)
                .then()
                .statusCode(404);
        broker.api()
                .body(Map.of("version", 0, "text", "They would pay more", "shared", true))
                .put("/api/deals/{id}/notes/{note}", id, note)
                .then()
                .statusCode(200)
                .body("shared", is(true))
                .body("version", is(1));
        partner.api().get("/api/deals/{id}/notes", id).then().body("text", contains("They would pay more"));
        broker.api()
                .body(Map.of("version", 0, "text", "Stale", "shared", true))
                .put("/api/deals/{id}/notes/{note}", id, note)
                .then()
                .statusCode(409);
        broker.api()
                .body(Map.of("text", " ", "shared", true))
                .post("/api/deals/{id}/notes", id)
                .then()
                .statusCode(400);
    }

    @Test
    @Tag("S22")
    void sharesWhatAPartnerWritesWithTheBroker() {
        var partner = TestDeals.partnerOf(broker);
        var id = create(partner, body("Chairs", Map.of()));
        partner.api()
                .body(Map.of("text", "Please call me", "shared", false))
                .post("/api/deals/{id}/notes", id)
                .then()
                .statusCode(201)
                .body("shared", is(true))
                .body("authorKind", is("PARTNER"));
        broker.api()
                .get("/api/deals/{id}/notes", id)
                .then()
                .body("text", contains("Please call me"))
                .body("authorName", contains(partner.name()));
    }

    @Test
    @Tag("F1.1")
    void showsWhomTheOrganisationHasInvitedAndNotWhoseLogInThatIs() {
        var somebody = Given.organisation().newUser(Role.ADMIN);
        var contact = contactIn(organisation, anAccount().partnerIn(organisation), somebody.email());
        var invited = broker.api()
                .body(Map.of("contactId", contact, "allocatedTo", List.of()))
                .post("/api/partner-users")
                .jsonPath();
        var id = create(broker, body("Chairs", Map.of()));

        broker.api().body(Map.of("partnerUserId", invited.getString("userId"))).post("/api/deals/{id}/shares", id);

        broker.api()
                .get("/api/deals/{id}/shares", id)
                .then()
                .body("name", contains(startsWith("Grace Hopper")))
                .body("name", not(hasItem(somebody.name())));
    }

    @Test
    void sharesADealWithAPartnerUser() {
        var partner = TestDeals.partnerOf(broker);
        var id = create(broker, body("Chairs", Map.of()));
        partner.api().get("/api/deals/{id}", id).then().statusCode(404);
        broker.api()
                .body(Map.of("partnerUserId", partner.id()))
                .post("/api/deals/{id}/shares", id)
                .then()
                .statusCode(201)
                .body("email", contains(partner.email()));
        broker.api()
                .body(Map.of("partnerUserId", partner.id()))
                .post("/api/deals/{id}/shares", id)
                .then()
                .statusCode(201)
                .body("email", contains(partner.email()));
        read(partner, id).body("mayEdit", is(false));
        partner.api().get("/api/deals").then().body("items.id", contains(id));
        partner.api()
                .body(Map.of("version", 0, "name", "Mine now"))
                .put("/api/deals/{id}", id)
                .then()
                .statusCode(403);
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(CaughtMails.to(partner.email()))
                .filteredOn(mail -> mail.subject().equals("A deal was shared with you"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains("/deals/" + id)));
        broker.api()
                .delete("/api/deals/{id}/shares/{user}", id, partner.id())
                .then()
                .statusCode(204);
        partner.api().get("/api/deals/{id}", id).then().statusCode(404);
        broker.api()
                .delete("/api/deals/{id}/shares/{user}", id, partner.id())
                .then()
                .statusCode(404);
        broker.api()
                .body(Map.of("partnerUserId", broker.id()))
                .post("/api/deals/{id}/shares", id)
                .then()
                .statusCode(400);
    }

    @Test
    @DisplayName("22: a partner finds nothing of others: not by id, list, filter, board, count, note, activity or move")
    @Tag("S16")
    @Tag("X1")
    void hidesDealsOfOthers() {
        var mine = TestDeals.partnerOf(broker);
        var other = TestDeals.partnerOf(broker);
        var theirs = TestDeals.standing(other);
        String visit = read(other, theirs).extract().path("place.visitId");
        var own = create(mine, body("Mine", Map.of()));
        for (var path : List.of("", "/contacts", "/notes", "/activity")) {
            mine.api().get("/api/deals/{id}" + path, theirs).then().statusCode(404);
        }
        TestDeals.moveFrom(mine, theirs, visit, Map.of("outcome", "Qualified")).statusCode(404);
        TestDeals.moveFrom(mine, own, visit, Map.of("outcome", "Qualified")).statusCode(404);
        mine.api()
                .body(Map.of("text", "Hi", "shared", true))
                .post("/api/deals/{id}/notes", theirs)
                .then()
                .statusCode(404);
        mine.api().body(CONTACT).post("/api/deals/{id}/contacts", theirs).then().statusCode(404);
        mine.api()
                .body(Map.of("version", 0, "name", "Mine"))
                .put("/api/deals/{id}", theirs)
                .then()
                .statusCode(404);
        mine.api().get("/api/deals").then().body("items.id", contains(own));
        mine.api().queryParam("ownerId", broker.id()).get("/api/deals").then().body("items.id", contains(own));
        var board = TestDeals.defaultWorkflow(organisation);
        mine.api()
                .get("/api/boards/{id}", board)
                .then()
                .statusCode(200)
                .body("columns.total.sum()", is(1))
                .body("columns.cards.flatten().id", contains(own))
                .body("columns.cards.flatten().id", not(hasItem(theirs)));
    }

    @Test
    @DisplayName("22: another organisation finds nothing, and cannot name our records")
    @Tag("X1")
    void hidesDealsOfOtherOrganisations() {
        var id = TestDeals.standing(broker);
        var stranger = Given.organisation().user(Role.ADMIN);
        stranger.api().get("/api/deals/{id}", id).then().statusCode(404);
        stranger.api().get("/api/deals/{id}/activity", id).then().statusCode(404);
        stranger.api().get("/api/deals/{id}/migration?version=1", id).then().statusCode(404);
        stranger.api()
                .get("/api/boards/{id}", TestDeals.defaultWorkflow(organisation))
                .then()
                .statusCode(404);
        stranger.api().get("/api/deals").then().body("items", empty());
        stranger.api()
                .body(body("Chairs", Map.of("workflowId", TestDeals.defaultWorkflow(organisation))))
                .post("/api/deals")
                .then()
                .statusCode(400);
        stranger.api()
                .body(body("Chairs", Map.of("ownerId", broker.id())))
                .post("/api/deals")
                .then()
                .statusCode(400);
    }

    @Test
    void keepsInternalThingsFromPartners() {
        var partner = TestDeals.partnerOf(broker);
        var id = TestDeals.standing(partner);
        broker.api().body(Map.of("text", "Internal", "shared", false)).post("/api/deals/{id}/notes", id);
        broker.api().body(Map.of("text", "Shared", "shared", true)).post("/api/deals/{id}/notes", id);
        partner.api()
                .get("/api/deals/{id}/activity", id)
                .then()
                .body("items.action", hasItems("deal.created", "deal.stage-entered", "deal.note-added"))
                .body("items.findAll { it.action == 'deal.note-added' }.details.shared", everyItem(is(true)));
        partner.api().get("/api/deals/{id}/shares", id).then().statusCode(403);
        partner.api().get("/api/deals/{id}/migration?version=1", id).then().statusCode(403);
    }

    @Test
    void showsTheBoardWithWhatEachCardMayDo() {
        var id = TestDeals.standing(broker);
        broker.api()
                .get("/api/boards/{id}", TestDeals.defaultWorkflow(organisation))
                .then()
                .statusCode(200)
                .body(
                        "columns.name",
                        contains(
                                "Qualification",
                                "Needs analysis",
                                "Proposal",
                                "Negotiation",
                                "Contract",
                                "Won",
                                "Lost"))
                .body("columns[0].cards[0].id", is(id))
                .body("columns[0].cards[0].dueAt", notNullValue())
                .body("columns[0].total", is(1))
                .body("positions.values()[0].moves.outcome", contains("Qualified", "Not a fit"))
                .body("positions.values()[0].moves.column", contains("Stage_NeedsAnalysis", "LOST"))
                .body(
                        "positions.values()[0].elsewhere",
                        is("From Qualification a deal goes on to Needs analysis (Qualified) or Lost (Not a fit)."));
    }

    @Test
    void pagesTheColumnsOfABoard() {
        for (int i = 0; i < 4; i++) {
            TestDeals.standing(broker);
        }
        var board = TestDeals.defaultWorkflow(organisation);
        var first = broker.api()
                .queryParam("limit", 3)
                .get("/api/boards/{id}", board)
                .then();
        first.body("columns[0].cards.size()", is(3)).body("columns[0].total", is(4));
        List<String> shown = first.extract().path("columns[0].cards.id");
        broker.api()
                .queryParam("limit", 3)
                .queryParam("after", first.extract().<String>path("columns[0].next"))
                .get("/api/boards/{id}/columns/Stage_Qualification", board)
                .then()
                .statusCode(200)
                .body("cards.size()", is(1))
                .body("cards.id", not(hasItem(shown.get(0))))
                .body("next", nullValue());
        broker.api()
                .queryParam("after", "nonsense")
                .get("/api/boards/{id}/columns/Stage_Qualification", board)
                .then()
                .statusCode(400);
    }

    @Test
    void opensToPartnersTheDefaultBoardAndThoseWithTheirDeals() {
        var ops = organisation.user(Role.OPS_MANAGER);
        TestDeals.defaultWorkflow(organisation);
        String second = ops.api()
                .body(Map.of("name", "Renewals"))
                .post("/api/workflows")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        var partner = TestDeals.partnerOf(broker);
        partner.api().get("/api/boards").then().body("newDeals", contains(true));
        partner.api().get("/api/boards/{id}", second).then().statusCode(404);
        var id = create(broker, body("Renewal", Map.of("workflowId", second)));
        broker.api()
                .body(Map.of("partnerUserId", partner.id()))
                .post("/api/deals/{id}/shares", id)
                .then()
                .statusCode(201);
        partner.api().get("/api/boards").then().body("id", hasItem(second));
        partner.api()
                .get("/api/boards/{id}", second)
                .then()
                .statusCode(200)
                .body("columns.cards.flatten().id", contains(id));
    }
}
