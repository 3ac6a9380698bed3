package org.partnerflow.portal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.BrokerClock;
import org.partnerflow.CaughtMails;
import org.partnerflow.Given;
import org.partnerflow.Given.TestOrganisation;
import org.partnerflow.embedded.CaughtMail;
import org.partnerflow.engine.RunningProcesses;
import org.partnerflow.identity.UserService;
import org.partnerflow.shared.Role;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.partnerflow.partner.AccountBody.anAccount;
import static org.partnerflow.partner.AccountBody.anEmail;
import static org.partnerflow.partner.AccountBody.contactForm;
import static org.partnerflow.partner.AccountBody.contactIn;

/** The processes partner-onboarding and portal-invitation on the real broker, by path. */
@QuarkusTest
class PartnerOnboardingProcessTest {
    @BeforeAll
    static void leaveNothingThatWouldBeDue() {
        RunningProcesses.cancelAll();
    }

    private static final Pattern LINK = Pattern.compile("/invitation/([A-Za-z0-9_-]{43})");
    private static final String PASSWORD = "a password of the partner";

    private final TestOrganisation organisation = Given.organisation();
    private final String email = anEmail();

    @Test
    @DisplayName("happy path: allocated, invited once in the owner's name, accepted, active")
    @Tag("W1")
    @Tag("P4")
    @Tag("S15")
    @Tag("D2")
    void happyPath() {
        var owner = organisation.newUser(Role.ADMIN);
        organisation.as(() -> {
            Given.bean(UserService.class).setOwner(organisation.id(), owner.id());
            return true;
        });
        var id = enable(List.of(broker()));
        var mail = awaitMails(1).getFirst();
        assertThat(mail.from()).contains(owner.name()).contains("partnerflow@example.org");
        assertThat(mail.raw()).contains("Reply-To: " + owner.email());
        assertThat(mail.subject()).isEqualTo(organisation.name() + " invites you to the partner portal");
        awaitState(id, "INVITED");

        var session = accept(token(mail)).statusCode(204).extract().cookie("partnerflow_session");
        given().cookie("partnerflow_session", session)
                .get("/api/session")
                .then()
                .statusCode(200)
                .body("kind", equalTo("PARTNER"))
                .body("organisation.id", equalTo(organisation.id().toString()));
        var active = awaitState(id, "ACTIVE");
        assertThat(active.getString("acceptedAt")).isNotNull();
        organisation
                .as(Role.BROKER)
                .get("/api/partner-users/eligibility")
                .then()
                .body("[0].eligible", equalTo(true))
                .body("[0].reason", equalTo(null));
        organisation
                .as(Role.BROKER)
                .get("/api/partner-users/{id}/activity", id)
                .then()
                .body(
                        "items.action",
                        hasItems(
                                "partner-user.activated",
                                "partner-user.accepted",
                                "partner-user.invited",
                                "partner-user.enabled"));
        assertThat(CaughtMails.to(email)).hasSize(1);
    }

    @Test
    @DisplayName("not allocated: no mail until somebody is, then exactly one")
    @Tag("S11")
    @Tag("D1")
    void waitsForAllocation() {
        var id = enable(List.of());
        var other = new PartnerOnboardingProcessTest();
        other.enable(List.of(other.broker()));
        other.awaitMails(1); // what came after is through, and still there is none for the first
        assertThat(CaughtMails.to(email)).isEmpty();
        assertThat(read(id).getList("waitsFor")).containsExactly("ALLOCATION");

        allocate(id, broker());
        awaitMails(1);
        assertThat(awaitState(id, "INVITED").getList("waitsFor")).isEmpty();
        assertThat(CaughtMails.to(email)).hasSize(1);
    }

    @Test
    @DisplayName("mail \"partner added\" off: no mail until it is turned on")
    @Tag("D1")
    void waitsForTheOption() {
        settings(0, false);
        var id = enable(List.of(broker()));
        assertThat(read(id).getList("waitsFor")).containsExactly("MAIL_PARTNER_ADDED");
        var other = new PartnerOnboardingProcessTest();
        other.enable(List.of(other.broker()));
        other.awaitMails(1);
        assertThat(CaughtMails.to(email)).isEmpty();

        settings(1, true);
        awaitMails(1);
        awaitState(id, "INVITED");
    }

    @Test
    @DisplayName("unanswered: reminded every three days with the same link, expired after seven, invited again")
    @Tag("D3")
    void remindsAndExpires() {
        var id = enable(List.of(broker()));
        var first = awaitMails(1).getFirst();
        awaitState(id, "INVITED");
        BrokerClock.advance(Duration.ofDays(3).plusMinutes(1));
        var reminder = awaitMails(2).get(1);
        assertThat(reminder.subject()).startsWith("Reminder: ");
        assertThat(token(reminder)).isEqualTo(token(first));
        assertThat(read(id).getString("remindedAt")).isNotNull();
        BrokerClock.advance(Duration.ofDays(3).plusMinutes(1));
        awaitMails(3);
        BrokerClock.advance(Duration.ofDays(1).plusMinutes(1));
        awaitState(id, "EXPIRED");
        accept(token(first)).statusCode(404);

        organisation
                .as(Role.BROKER)
                .post("/api/partner-users/{id}/invitation", id)
                .then()
                .statusCode(202);
        var again = awaitMails(4).get(3);
        assertThat(token(again)).isNotEqualTo(token(first));
        awaitState(id, "INVITED");
        accept(token(again)).statusCode(204);
        awaitState(id, "ACTIVE");
    }

    @Test
    @DisplayName("25: sending again makes the old link useless")
    void sendsAgain() {
        var id = enable(List.of(broker()));
        var first = token(awaitMails(1).getFirst());
        awaitState(id, "INVITED");
        organisation
                .as(Role.BROKER)
                .post("/api/partner-users/{id}/invitation", id)
                .then()
                .statusCode(202)
                .body("state", equalTo("WAITING"));
        accept(first).statusCode(404);
        var second = token(awaitMails(2).get(1));
        assertThat(second).isNotEqualTo(first);
        accept(first).statusCode(404);
        accept(second).statusCode(204);
        awaitState(id, "ACTIVE");
        organisation
                .as(Role.BROKER)
                .post("/api/partner-users/{id}/invitation", id)
                .then()
                .statusCode(409);
    }

    @Test
    @DisplayName("25: a link works once, only looking changes nothing, and a guess is refused")
    void linkWorksOnce() {
        var id = enable(List.of(broker()));
        var token = token(awaitMails(1).getFirst());
        for (int scans = 0; scans < 3; scans++) {
            Given.nobody()
                    .get("/api/invitations/{token}", token)
                    .then()
                    .statusCode(200)
                    .body("email", equalTo(email));
        }
        accept(token.substring(1) + "A").statusCode(404);
        accept(UUID.randomUUID().toString()).statusCode(404);
        accept(token).statusCode(204);
        accept(token).statusCode(404);
        Given.nobody().get("/api/invitations/{token}", token).then().statusCode(404);
        awaitState(id, "ACTIVE");
    }

    @Test
    @DisplayName("25: when the contact's address changes, the link to the former address is useless")
    void linkToAFormerAddressIsUseless() {
        var account = anAccount().partnerIn(organisation);
        var contact = contactIn(organisation, account, email);
        var id = enable(contact, List.of(broker()));
        var first = token(awaitMails(1).getFirst());
        awaitState(id, "INVITED");
        var moved = anEmail();
        organisation
                .as(Role.BROKER)
                .body(Map.of("version", 0, "contact", contactForm(account, moved)))
                .put("/api/contacts/{id}", contact)
                .then()
                .statusCode(200);
        accept(first).statusCode(404);
        patiently().until(() -> CaughtMails.to(moved).size() == 1);
        var second = CaughtMails.to(moved).getFirst();
        Given.nobody()
                .get("/api/invitations/{token}", token(second))
                .then()
                .statusCode(200)
                .body("email", equalTo(moved));
        assertThat(CaughtMails.to(email)).hasSize(1);
    }

    @Test
    @DisplayName("27: removed while logged in, every session ends at once and the link is useless")
    void removedPartnerUserIsOut() {
        var id = enable(List.of(broker()));
        var session = accept(token(awaitMails(1).getFirst())).extract().cookie("partnerflow_session");
        awaitState(id, "ACTIVE");
        organisation
                .as(Role.BROKER)
                .delete("/api/partner-users/{id}", id)
                .then()
                .statusCode(204);
        given().cookie("partnerflow_session", session)
                .get("/api/session")
                .then()
                .statusCode(401);
        organisation
                .as(Role.BROKER)
                .delete("/api/partner-users/{id}", id)
                .then()
                .statusCode(409);
        organisation.as(Role.BROKER).get("/api/partner-users").then().body("items.id", not(hasItems(id.toString())));
        organisation
                .as(Role.BROKER)
                .queryParam("state", "REMOVED")
                .get("/api/partner-users")
                .then()
                .body("items.id", hasItems(id.toString()));
    }

    @Test
    @DisplayName("removed before the invitation: no mail goes out, and the contact can be enabled anew")
    void removedBeforeTheInvitation() {
        var account = anAccount().partnerIn(organisation);
        var contact = contactIn(organisation, account, email);
        var id = enable(contact, List.of());
        organisation
                .as(Role.BROKER)
                .delete("/api/partner-users/{id}", id)
                .then()
                .statusCode(204);
        organisation
                .as(Role.BROKER)
                .body(Map.of("version", 1, "userIds", List.of(broker())))
                .put("/api/partner-users/{id}/allocation", id)
                .then()
                .statusCode(409);
        var again = enable(contact, List.of(broker()));
        awaitState(again, "INVITED");
        assertThat(awaitMails(1)).hasSize(1);
    }

    @Test
    @DisplayName("5: every job of the invitation delivered twice leaves one mail and one state")
    void handlersCanRunTwice() {
        var id = enable(List.of(broker()));
        awaitMails(1);
        var invitations = Given.bean(InvitationService.class);
        organisation.as(() -> {
            invitations.send(id);
            invitations.send(id);
            return invitations.mayInvite(id);
        });
        assertThat(CaughtMails.to(email)).hasSize(1);
        accept(token(CaughtMails.to(email).getFirst())).statusCode(204);
        awaitState(id, "ACTIVE");
        organisation.as(() -> {
            invitations.remind(id);
            invitations.expire(id);
            invitations.activate(id);
            return true;
        });
        assertThat(read(id).getString("state")).isEqualTo("ACTIVE");
        assertThat(CaughtMails.to(email)).hasSize(1);
    }

    @Test
    @DisplayName("31: a hostile name of a contact or organisation's owner adds no receiver and no header")
    void hostileNamesStayInTheMail() {
        var account = anAccount().partnerIn(organisation);
        var form = contactForm(account, email);
        form.put("firstName", "Eve\" <eve@example.net>, \"");
        form.put("lastName", "{#include} ${x} Bcc: eve@example.net");
        var contact = organisation
                .as(Role.BROKER)
                .body(Map.of("contact", form))
                .post("/api/contacts")
                .jsonPath()
                .getUUID("id");
        enable(contact, List.of(broker()));
        var mail = awaitMails(1).getFirst();
        assertThat(mail.text()).contains("{#include} ${x} Bcc: eve@example.net");
        assertThat(mail.raw().lines().takeWhile(line -> !line.isBlank())).noneMatch(line -> line.startsWith("Bcc"));
        assertThat(CaughtMails.to("eve@example.net")).isEmpty();
    }

    @Test
    @Tag("F3.2")
    @DisplayName(
            "disabled before an answer: the link dies, nothing is mailed, and after enabling the invitation is sent again")
    void disablingEndsTheInvitation() {
        var id = enable(List.of(broker()));
        var first = token(awaitMails(1).getFirst());
        awaitState(id, "INVITED");
        active(id, false);

        assertThat(read(id).getString("state")).isEqualTo("EXPIRED");
        organisation
                .as(Role.BROKER)
                .post("/api/partner-users/{id}/invitation", id)
                .then()
                .statusCode(422)
                .body("detail", containsString("is disabled"));
        active(id, true);
        accept(first).statusCode(404);
        organisation
                .as(Role.BROKER)
                .post("/api/partner-users/{id}/invitation", id)
                .then()
                .statusCode(202);
        accept(token(awaitMails(2).getLast())).statusCode(204);
        awaitState(id, "ACTIVE");
    }

    private void active(UUID id, boolean active) {
        organisation
                .as(Role.ADMIN)
                .body(Map.of("active", active))
                .put("/api/users/{id}/active", read(id).getUUID("userId"))
                .then()
                .statusCode(200);
    }

    private UUID broker() {
        return organisation.user(Role.BROKER).id();
    }

    private UUID enable(List<UUID> allocatedTo) {
        return enable(contactIn(organisation, anAccount().partnerIn(organisation), email), allocatedTo);
    }

    private UUID enable(UUID contact, List<UUID> allocatedTo) {
        return organisation
                .as(Role.BROKER)
                .body(Map.of("contactId", contact, "allocatedTo", allocatedTo))
                .post("/api/partner-users")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getUUID("id");
    }

    private void allocate(UUID id, UUID user) {
        organisation
                .as(Role.BROKER)
                .body(Map.of("version", read(id).getInt("version"), "userIds", List.of(user)))
                .put("/api/partner-users/{id}/allocation", id)
                .then()
                .statusCode(200);
    }

    private void settings(int version, boolean mailPartnerAdded) {
        organisation
                .as(Role.ADMIN)
                .body(Map.of(
                        "version",
                        version,
                        "settings",
                        Map.of(
                                "mailPartnerAdded",
                                mailPartnerAdded,
                                "mailDealShared",
                                true,
                                "notifications",
                                Set.of())))
                .put("/api/portal-settings")
                .then()
                .statusCode(200);
    }

    private JsonPath read(UUID id) {
        return organisation.as(Role.BROKER).get("/api/partner-users/{id}", id).jsonPath();
    }

    private JsonPath awaitState(UUID id, String state) {
        return patiently().until(() -> read(id), found -> state.equals(found.getString("state")));
    }

    private List<CaughtMail> awaitMails(int number) {
        return patiently().until(() -> CaughtMails.to(email), mails -> mails.size() >= number);
    }

    private static ConditionFactory patiently() {
        return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(100));
    }

    private static ValidatableResponse accept(String token) {
        return Given.nobody()
                .body(Map.of("password", PASSWORD))
                .post("/api/invitations/{token}", token)
                .then();
    }

    private static String token(CaughtMail mail) {
        var matcher = LINK.matcher(mail.text());
        assertThat(matcher.find()).as("a link in: %s", mail.text()).isTrue();
        return matcher.group(1);
    }
}
