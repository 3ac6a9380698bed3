package org.partnerflow.portal;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.Given;
import org.partnerflow.Given.TestOrganisation;
import org.partnerflow.Given.TestUser;
import org.partnerflow.MailedLinks;
import org.partnerflow.shared.Role;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.partnerflow.partner.AccountBody.anAccount;
import static org.partnerflow.partner.AccountBody.anEmail;
import static org.partnerflow.partner.AccountBody.contactForm;
import static org.partnerflow.partner.AccountBody.contactIn;

/** Whoever edits contacts gets into nobody's log-in by it. */
@QuarkusTest
@Tag("F1.1")
class LogInTakeOverTest {
    private final TestOrganisation organisation = Given.organisation();
    private final String mine = anEmail();
    private TestUser victim;
    private UUID account;

    @BeforeEach
    void someAdminElsewhere() {
        victim = Given.organisation().newUser(Role.ADMIN);
        account = anAccount().partnerIn(organisation);
    }

    @Test
    @DisplayName(
            "contact with the victim's address, enabled, then the address changed to the attacker's: a log-in of their own")
    void enabledThenChanged() {
        var contact = contactIn(organisation, account, victim.email());
        var partner = enable(contact, List.of());
        changeEmail(contact, mine);
        allocate(partner);

        setsPasswordAsAnotherPerson(MailedLinks.awaitInvitation(mine));
    }

    @Test
    @DisplayName("as before, but invited before the address is changed: the link to the victim dies")
    void invitedThenChanged() {
        var contact = contactIn(organisation, account, victim.email());
        enable(contact, List.of(organisation.user(Role.BROKER).id()));
        var first = MailedLinks.awaitInvitation(victim.email());
        changeEmail(contact, mine);

        accept(victim.logIn(), first, Map.of()).statusCode(404);
        setsPasswordAsAnotherPerson(MailedLinks.awaitInvitation(mine));
    }

    @Test
    @DisplayName("enabled with the attacker's address, then changed to the victim's: no password is set there")
    void changedToTheVictims() {
        var contact = contactIn(organisation, account, mine);
        enable(contact, List.of(organisation.user(Role.BROKER).id()));
        var first = MailedLinks.awaitInvitation(mine);
        changeEmail(contact, victim.email());

        accept(null, first, Map.of("password", "a password of the attacker")).statusCode(404);
        var token = MailedLinks.awaitInvitation(victim.email());
        accept(null, token, Map.of("password", "a password of the attacker"))
                .statusCode(403)
                .body("detail", containsString("Log in as usual"));
        victim.logIn();
    }

    @Test
    @DisplayName(
            "contact with the victim's address, enabled: the link shows the contact, and only the owner of the log-in accepts")
    void ownerOfTheLogInAccepts() {
        enable(
                contactIn(organisation, account, victim.email()),
                List.of(organisation.user(Role.BROKER).id()));
        var token = MailedLinks.awaitInvitation(victim.email());

        accept(organisation.user(Role.BROKER).logIn(), token, Map.of()).statusCode(403);
        var session = victim.logIn();
        accept(session, token, Map.of()).statusCode(204);
        Given.nobody()
                .cookie("partnerflow_session", session)
                .get("/api/session")
                .then()
                .body("kind", equalTo("PARTNER"))
                .body("organisation.id", equalTo(organisation.id().toString()));
    }

    @Test
    @DisplayName("after acceptance the contact's address is only the contact's")
    void acceptedLogInStaysAsItIs() {
        var contact = contactIn(organisation, account, victim.email());
        enable(contact, List.of(organisation.user(Role.BROKER).id()));
        accept(victim.logIn(), MailedLinks.awaitInvitation(victim.email()), Map.of())
                .statusCode(204);

        changeEmail(contact, mine);

        victim.logIn();
        Given.nobody()
                .body(Map.of("email", mine, "password", Given.PASSWORD))
                .post("/api/session")
                .then()
                .statusCode(403);
    }

    @Test
    @DisplayName("who belongs to nobody any more accepts with the password of their log-in, and with no other")
    void ownerWithoutAnOrganisationAccepts() {
        var contact = contactIn(organisation, account, mine);
        var broker = organisation.user(Role.BROKER).id();
        var partner = enable(contact, List.of(broker));
        accept(null, MailedLinks.awaitInvitation(mine), Map.of("password", Given.PASSWORD))
                .statusCode(204);
        organisation
                .as(Role.BROKER)
                .delete("/api/partner-users/{id}", partner)
                .then()
                .statusCode(204);

        enable(contact, List.of(broker));
        var token = MailedLinks.awaitToken("invitation", mine, 2);

        accept(null, token, Map.of("password", "a password of the attacker")).statusCode(403);
        accept(null, token, Map.of("password", Given.PASSWORD)).statusCode(204);
    }

    @Test
    @DisplayName("while the invitation is open, the address does not become one of the organisation's own staff")
    void refusesTheAddressOfStaff() {
        var contact = contactIn(organisation, account, mine);
        enable(contact, List.of());

        edit(contact, organisation.user(Role.ADMIN).email())
                .statusCode(422)
                .body("detail", containsString("log-in of staff"));
    }

    private void setsPasswordAsAnotherPerson(String token) {
        Given.nobody()
                .get("/api/invitations/{token}", token)
                .then()
                .body("email", equalTo(mine))
                .body("hasLogIn", equalTo(false));
        var session = accept(null, token, Map.of("password", "a password of the attacker"))
                .statusCode(204)
                .extract()
                .cookie("partnerflow_session");
        Given.nobody()
                .cookie("partnerflow_session", session)
                .get("/api/session")
                .then()
                .body("user.email", equalTo(mine))
                .body("kind", equalTo("PARTNER"))
                .body("organisations.id", equalTo(List.of(organisation.id().toString())));
        victim.logIn();
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

    private void allocate(UUID partner) {
        int version = organisation
                .as(Role.BROKER)
                .get("/api/partner-users/{id}", partner)
                .path("version");
        organisation
                .as(Role.BROKER)
                .body(Map.of(
                        "version",
                        version,
                        "userIds",
                        List.of(organisation.user(Role.BROKER).id())))
                .put("/api/partner-users/{id}/allocation", partner)
                .then()
                .statusCode(200);
    }

    private void changeEmail(UUID contact, String email) {
        edit(contact, email).statusCode(200);
    }

    private ValidatableResponse edit(UUID contact, String email) {
        return organisation
                .as(Role.BROKER)
                .body(Map.of("version", 0, "contact", contactForm(account, email)))
                .put("/api/contacts/{id}", contact)
                .then();
    }

    private static ValidatableResponse accept(String session, String token, Map<String, ?> body) {
        var request = session == null ? Given.nobody() : Given.nobody().cookie("partnerflow_session", session);
        return request.body(body).post("/api/invitations/{token}", token).then();
    }
}
