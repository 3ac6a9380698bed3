package org.partnerflow.deal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.Given;
import org.partnerflow.Given.TestUser;
import org.partnerflow.shared.Actor;
import org.partnerflow.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.partnerflow.deal.TestDeals.body;
import static org.partnerflow.deal.TestDeals.create;
import static org.partnerflow.deal.TestDeals.move;
import static org.partnerflow.deal.TestDeals.standing;

@QuarkusTest
class DealNoticeTest {
    private TestUser broker;
    private TestUser partner;

    @BeforeEach
    void givenAPartnerOfABroker() {
        broker = Given.organisation().user(Role.BROKER);
        partner = TestDeals.partnerOf(broker);
    }

    @Test
    @Tag("S21")
    void tellsTheOwnerWhatThePartnerDoes() {
        var id = standing(partner);
        move(partner, id, Map.of("outcome", "Qualified")).statusCode(200);
        write(partner, id, "Please call me", true);

        assertThat(told(broker))
                .containsExactly(
                        partner.name() + " wrote a note.",
                        partner.name() + " moved it to Needs analysis.",
                        partner.name() + " added this deal.");
        assertThat(told(partner)).isEmpty();
    }

    @Test
    @DisplayName("22: a partner is told of what they may see, and of nothing else")
    @Tag("S24")
    void tellsPartnersOfWhatTheySee() {
        var reader = TestDeals.partnerOf(broker);
        var id = create(broker, body("Chairs", Map.of("partnerUserId", partner.id())));
        share(id, reader).statusCode(201);
        write(broker, id, "Be careful with them", false);
        var note = write(broker, id, "They ask for a discount", true);
        edit(id, note, true);
        edit(id, note, false);
        edit(id, note, true);

        assertThat(told(partner))
                .containsExactly(
                        broker.name() + " shared a note.",
                        broker.name() + " wrote a note.",
                        broker.name() + " added this deal.");
        assertThat(told(reader))
                .containsExactly(
                        broker.name() + " shared a note.",
                        broker.name() + " wrote a note.",
                        broker.name() + " shared this deal with you.");
    }

    @Test
    @Tag("S17")
    void forgetsWhatItToldWhenADealIsNotSharedAnyMore() {
        var id = create(broker, body("Chairs", Map.of()));
        share(id, partner).statusCode(201);
        assertThat(told(partner)).containsExactly(broker.name() + " shared this deal with you.");
        broker.api()
                .delete("/api/deals/{id}/shares/{user}", id, partner.id())
                .then()
                .statusCode(204);

        assertThat(told(partner)).isEmpty();
    }

    @Test
    void showsInOneLineWhatADiagramNamesAtLength() {
        var id = UUID.fromString(create(broker, body("Chairs", Map.of())));
        broker.organisation().as(() -> {
            Given.bean(DealNotices.class).give(id, broker.id(), "moved it to Needs\nanalysis " + "x".repeat(500));
            return true;
        });

        assertThat(told(broker))
                .singleElement()
                .asString()
                .startsWith("moved it to Needs analysis xx")
                .hasSize(500);
    }

    @Test
    void tellsTheNewOwner() {
        var other = broker.organisation().newUser(Role.BROKER);
        var id = create(broker, body("Chairs", Map.of()));
        int version = TestDeals.read(broker, id).extract().path("version");
        broker.api()
                .body(Map.of("version", version, "name", "Chairs", "ownerId", other.id()))
                .put("/api/deals/{id}", id)
                .then()
                .log()
                .all()
                .statusCode(200);

        assertThat(told(other)).containsExactly(broker.name() + " gave you this deal.");
        assertThat(told(broker)).isEmpty();
    }

    @Test
    @DisplayName("21: ticking all off ticks off one's own in this organisation only")
    void ticksAllOff() {
        var id = create(broker, body("Chairs", Map.of("partnerUserId", partner.id())));
        write(broker, id, "They ask for a discount", true);
        write(partner, id, "They do", true);
        var elsewhere = Given.organisation().user(Role.BROKER);
        var foreign = UUID.fromString(create(elsewhere, body("Tables", Map.of())));
        var there = new Actor(
                Actor.Kind.STAFF, partner.id(), elsewhere.organisation().id(), partner.name(), Set.of(), null);
        var notices = Given.bean(DealNotices.class);
        elsewhere.organisation().as(there, () -> {
            notices.give(foreign, partner.id(), "told elsewhere");
            return true;
        });

        partner.api().put("/api/deal-notices/read").then().statusCode(204);

        partner.api().get("/api/deal-notices").then().body("size()", is(2)).body("read", everyItem(is(true)));
        broker.api().get("/api/deal-notices").then().body("size()", is(1)).body("read", everyItem(is(false)));
        assertThat(elsewhere.organisation().as(there, () -> notices.mine(10)))
                .singleElement()
                .satisfies(notice -> assertThat(notice.read()).isFalse());
    }

    @Test
    void ticksOffWhatIsAboutOneDeal() {
        var opened = create(broker, body("Chairs", Map.of("partnerUserId", partner.id())));
        var other = create(broker, body("Tables", Map.of("partnerUserId", partner.id())));
        write(broker, opened, "They ask for a discount", true);

        partner.api()
                .queryParam("dealId", opened)
                .put("/api/deal-notices/read")
                .then()
                .statusCode(204);

        partner.api()
                .get("/api/deal-notices")
                .then()
                .body("dealId", contains(other, opened, opened))
                .body("read", contains(false, true, true));
    }

    @Test
    void showsUnreadOnesFirstThenThoseThatWereReadLast() {
        var id = create(broker, body("Chairs", Map.of("partnerUserId", partner.id())));
        List.of("one", "two", "three").forEach(text -> write(broker, id, text, true));
        List<String> ids = partner.api().get("/api/deal-notices").path("id");
        read(ids.get(2));
        read(ids.get(0));

        partner.api()
                .get("/api/deal-notices")
                .then()
                .body("id", contains(ids.get(1), ids.get(3), ids.get(0), ids.get(2)))
                .body("read", contains(false, false, true, true));
        partner.api()
                .queryParam("limit", 3)
                .get("/api/deal-notices")
                .then()
                .body("id", contains(ids.get(1), ids.get(3), ids.get(0)));
    }

    private void read(String notice) {
        partner.api().put("/api/deal-notices/{id}/read", notice).then().statusCode(204);
    }

    private static List<String> told(TestUser user) {
        return user.api()
                .get("/api/deal-notices")
                .then()
                .statusCode(200)
                .extract()
                .path("message");
    }

    private static String write(TestUser user, String deal, String text, boolean shared) {
        return user.api()
                .body(Map.of("text", text, "shared", shared))
                .post("/api/deals/{id}/notes", deal)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void edit(String deal, String note, boolean shared) {
        int version = broker.api()
                .get("/api/deals/{id}/notes", deal)
                .then()
                .extract()
                .path("find { it.id == '" + note + "' }.version");
        broker.api()
                .body(Map.of("text", "They ask for a discount", "shared", shared, "version", version))
                .put("/api/deals/{id}/notes/{note}", deal, note)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse share(String deal, TestUser with) {
        return broker.api()
                .body(Map.of("partnerUserId", with.id()))
                .post("/api/deals/{id}/shares", deal)
                .then();
    }
}
