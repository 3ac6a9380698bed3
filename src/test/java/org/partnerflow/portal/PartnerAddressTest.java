package org.partnerflow.portal;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.CaughtMails;
import org.partnerflow.Given;
import org.partnerflow.Given.TestUser;
import org.partnerflow.MailedLinks;
import org.partnerflow.lead.LeadWorld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

/** Mails go where the partner user reads them now: whoever has the former mailbox learns nothing any more. */
@QuarkusTest
@Tag("F1.1")
class PartnerAddressTest {
    private final LeadWorld world = LeadWorld.create();
    private final String moved = "moved-" + Given.unique() + "@example.org";
    private TestUser partner;
    private int mailsToTheFormer;

    @BeforeEach
    void partnerUserWhoHasMoved() {
        partner = world.partnerUser("Mona Mover");
        partner.api()
                .body(Map.of("email", moved, "password", Given.PASSWORD))
                .put("/api/profile/email-change")
                .then()
                .statusCode(200);
        for (var email : List.of(partner.email(), moved)) {
            Given.nobody()
                    .post("/api/email-changes/{token}", MailedLinks.awaitToken("email-change", email, 1))
                    .then()
                    .statusCode(200);
        }
        mailsToTheFormer = CaughtMails.to(partner.email()).size();
    }

    @Test
    @DisplayName("a lead that is offered, and a deal that is shared, are told to the present address alone")
    void mailsThePresentAddress() {
        world.assign(world.unassignedLead("Moved Works"), partner);
        var deal = world.broker()
                .body(Map.of("name", "Deal " + Given.unique(), "contacts", List.of(LeadWorld.aContact())))
                .post("/api/deals")
                .then()
                .statusCode(anyOf(is(200), is(201)))
                .extract()
                .<String>path("id");
        world.broker()
                .body(Map.of("partnerUserId", partner.id()))
                .post("/api/deals/{id}/shares", deal)
                .then()
                .statusCode(201);

        await().atMost(Duration.ofSeconds(60))
                .until(() -> CaughtMails.to(moved).stream()
                                .anyMatch(mail -> mail.text().contains("Moved Works"))
                        && CaughtMails.to(moved).stream()
                                .anyMatch(mail -> mail.text().contains("/deals/" + deal)));
        assertThat(CaughtMails.to(partner.email())).hasSize(mailsToTheFormer);
    }

    @Test
    @DisplayName("the list, the search in it and the export know the present address")
    void showsThePresentAddress() {
        world.broker()
                .queryParam("q", moved)
                .get("/api/partner-users")
                .then()
                .body("items.email", equalTo(List.of(moved)));
        world.broker()
                .queryParam("q", partner.email())
                .get("/api/partner-users")
                .then()
                .body("items.size()", equalTo(0));
        var csv = world.broker().get("/api/partner-users/export").asString();
        assertThat(csv).contains(moved);
        assertThat(csv).doesNotContain(partner.email());
    }
}
