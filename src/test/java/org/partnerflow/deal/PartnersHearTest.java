package org.partnerflow.deal;

import java.net.URI;
import java.util.Map;
import java.util.UUID;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.Given;
import org.partnerflow.Given.TestUser;
import org.partnerflow.audit.AuditAction;
import org.partnerflow.audit.AuditTrail;
import org.partnerflow.audit.LiveStream;
import org.partnerflow.shared.Role;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

/** Partners learn of their deals what they may see of them, and not even that something else has happened. */
@QuarkusTest
class PartnersHearTest {
    @TestHTTPResource
    URI product;

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
    @Tag("F6.1")
    @Tag("F11.5")
    void theirOpenPageIsNotToldOfWhatIsHiddenFromThem() throws Exception {
        var other = TestDeals.partnerOf(broker);
        try (var page = new LiveStream(product, partner)) {
            untilToldOfEverything(page);
            int before = page.toldOf(deal).size();

            var note = note("Internal", false);
            broker.api()
                    .body(Map.of("version", note.getInt("version"), "text", "Still internal", "shared", false))
                    .put("/api/deals/{id}/notes/{note}", deal, note.getString("id"))
                    .then()
                    .statusCode(200);
            file(false);
            share(other);
            happens(AuditAction.DEAL_EMAIL_SENT, Map.of("to", "BROKER", "subject", "Mind the margin"));
            happens(AuditAction.DEAL_NOTICE_GIVEN, Map.of("to", "BROKER", "text", "Mind the margin"));
            happens(AuditAction.DEAL_NOTICE_SKIPPED, Map.of("to", "PARTNER", "text", "Nobody is there"));
            untilToldOfEverything(page);
            assertThat(page.toldOf(deal)).hasSize(before);
            assertThat(page.told()).noneMatch(line -> line.contains("action"));
        }
    }

    @Test
    @Tag("F6.1")
    void theirOpenPageIsToldOfWhatAltersWhatTheySee() throws Exception {
        try (var page = new LiveStream(product, partner)) {
            untilToldOfEverything(page);
            var note = expectTold(page, () -> note("For you", true));
            expectTold(page, () -> edit(note, "For you, soon", true, 0));
            expectTold(page, () -> edit(note, "For you, soon", false, 1));
            expectTold(page, () -> file(true));
            expectTold(page, () -> happens(AuditAction.DEAL_NOTICE_GIVEN, Map.of("to", "PARTNER", "text", "Look")));
            expectTold(page, () -> happens(AuditAction.DEAL_MIGRATED, Map.of("to", 2)));
        }
    }

    @Test
    @Tag("F6.1")
    void whoSeesADealFromNowOnIsToldAndWhoDoesNotAnyMoreToo() throws Exception {
        var other = TestDeals.partnerOf(broker);
        try (var page = new LiveStream(product, other)) {
            share(other);
            await().until(() -> page.toldOf(deal).size() == 1);
            broker.api()
                    .delete("/api/deals/{id}/shares/{user}", deal, other.id())
                    .then()
                    .statusCode(204);
            await().until(() -> page.toldOf(deal).size() == 2);
        }
    }

    @Test
    @Tag("F6.1")
    void theReasonOfStaffForEndingADealIsForStaff() {
        happens(AuditAction.DEAL_LOST, Map.of("reason", "They never pay", "stage", "Offer"));
        var lost = "items.find { it.action == 'deal.lost' }.details";
        broker.api().get("/api/deals/{id}/activity", deal).then().body(lost + ".reason", is("They never pay"));
        partner.api()
                .get("/api/deals/{id}/activity", deal)
                .then()
                .body(lost + ".reason", nullValue())
                .body(lost, is(Map.of()));
    }

    private <T> T expectTold(LiveStream page, java.util.concurrent.Callable<T> change) throws Exception {
        untilToldOfEverything(page);
        int before = page.toldOf(deal).size();
        var result = change.call();
        await().until(() -> page.toldOf(deal).size() > before);
        return result;
    }

    /** A deal that the partner adds last is told of last. */
    private void untilToldOfEverything(LiveStream page) {
        var last = TestDeals.create(partner, TestDeals.body("Deal " + Given.unique(), Map.of()));
        await().until(() -> !page.toldOf(last).isEmpty());
    }

    private JsonPath note(String text, boolean shared) {
        return broker.api()
                .body(Map.of("text", text, "shared", shared))
                .post("/api/deals/{id}/notes", deal)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private boolean edit(JsonPath note, String text, boolean shared, int version) {
        broker.api()
                .body(Map.of("version", note.getInt("version") + version, "text", text, "shared", shared))
                .put("/api/deals/{id}/notes/{note}", deal, note.getString("id"))
                .then()
                .statusCode(200);
        return true;
    }

    private boolean file(boolean shared) {
        given().cookie("partnerflow_session", broker.session())
                .multiPart("file", "margin.txt", "the margin".getBytes(), "text/plain")
                .multiPart("shared", String.valueOf(shared))
                .post("/api/deals/{id}/files", deal)
                .then()
                .statusCode(201);
        return true;
    }

    private void share(TestUser user) {
        broker.api()
                .body(Map.of("partnerUserId", user.id()))
                .post("/api/deals/{id}/shares", deal)
                .then()
                .statusCode(201);
    }

    private boolean happens(AuditAction action, Map<String, ?> details) {
        return broker.organisation().as(() -> {
            QuarkusTransaction.requiringNew()
                    .run(() -> Given.bean(AuditTrail.class).record(action, UUID.fromString(deal), details));
            return true;
        });
    }
}
