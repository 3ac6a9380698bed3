package org.partnerflow.lead;

import java.time.Duration;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.CaughtMails;
import org.partnerflow.Given;
import org.partnerflow.Given.TestUser;
import org.partnerflow.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Who is told what becomes of a lead. */
@QuarkusTest
@Tag("F6.4")
class LeadNewsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final LeadWorld world = LeadWorld.create();
    private final TestUser submitter = world.organisation().user(Role.BROKER);
    private final String company = "Company " + Given.unique();

    @Test
    @DisplayName("who loses an offer to somebody else is told, once; who gets it is told too")
    void tellsWhoLosesAnOffer() {
        var first = world.partnerUser("Fay First");
        var second = world.partnerUser("Sam Second");
        var lead = world.unassignedLead(company);
        world.assign(lead, first);

        world.assign(lead, second);

        awaitMail("No longer offered to you: " + company, first);
        awaitMail("New lead: " + company, second);
        assertThat(mails("No longer offered", second)).isZero();
    }

    @Test
    @DisplayName("whoever entered a lead is told who declined it, and why")
    void tellsThatItWasDeclined() {
        var partner = world.partnerUser("Dee Decliner");
        var lead = world.unassignedLead(company);
        world.assign(lead, partner);

        world.decline(lead, partner, "No capacity before spring");

        awaitMail("Lead was declined: " + company, submitter);
        assertThat(CaughtMails.to(submitter.email()).toString()).contains("No capacity before spring");
    }

    @Test
    @DisplayName("who did not answer in time, and whoever entered the lead, are told")
    void tellsThatItHasExpired() {
        var partner = world.partnerUser("Lee Late");
        var lead = world.unassignedLead(company);
        world.assign(lead, partner);

        world.organisation().as(() -> {
            Given.bean(LeadAssignments.class).withdrawExpired(lead);
            return true;
        });

        awaitMail("No longer offered to you: " + company, partner);
        awaitMail("Lead was not answered: " + company, submitter);
    }

    @Test
    @DisplayName("whoever entered a lead that fits nobody is told")
    void tellsThatItFitsNobody() {
        world.unassignedLead(company);
        awaitMail("Lead fits nobody: " + company, submitter);
    }

    @Test
    @DisplayName("there is no switch for offered leads: they are always told; the others do what they say")
    void offersNoSwitchThatDoesNothing() {
        var names = world.as(Role.ADMIN)
                .get("/api/portal-settings")
                .then()
                .extract()
                .path("notifications")
                .toString();
        assertThat(names).contains("NOTE_SHARED").doesNotContain("LEAD_OFFERED");
    }

    @Test
    @DisplayName("a shared note is mailed to whoever turned that on, also where the deal is only shared with them")
    void mailsSharedNotes() {
        var partner = world.partnerUser("Pia Partner");
        partner.api()
                .body(Map.of("on", java.util.List.of("NOTE_SHARED")))
                .put("/api/portal-notifications")
                .then()
                .statusCode(200);
        var deal = world.broker()
                .body(Map.of("name", company, "contacts", java.util.List.of(LeadWorld.aContact())))
                .post("/api/deals")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        world.broker().body(Map.of("partnerUserId", partner.id())).post("/api/deals/{id}/shares", deal);

        world.broker()
                .body(Map.of("text", "Prices are attached", "shared", false))
                .post("/api/deals/{id}/notes", deal)
                .then()
                .statusCode(201);
        assertThat(mails("A note was shared", partner)).isZero();
        world.broker()
                .body(Map.of("text", "Prices are attached", "shared", true))
                .post("/api/deals/{id}/notes", deal)
                .then()
                .statusCode(201);

        awaitMail("A note was shared with you", partner);
    }

    private static void awaitMail(String words, TestUser user) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(mails(words, user)).isPositive());
    }

    private static long mails(String words, TestUser user) {
        return CaughtMails.to(user.email()).stream()
                .filter(mail -> mail.subject().contains(words))
                .count();
    }
}
