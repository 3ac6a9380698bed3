package org.partnerflow.portal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.CaughtMails;
import org.partnerflow.Given;
import org.partnerflow.Given.TestOrganisation;
import org.partnerflow.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.partnerflow.partner.AccountBody.anAccount;
import static org.partnerflow.partner.AccountBody.anEmail;
import static org.partnerflow.partner.AccountBody.contactForm;
import static org.partnerflow.partner.AccountBody.contactIn;

@QuarkusTest
class PartnerUserTest {
    private final TestOrganisation organisation = Given.organisation();

    @Test
    void contactOfAnAccountThatIsNoPartnerCannotBeEnabled() {
        var account = anAccount("Plain Account").in(organisation);
        var contact = contactIn(organisation, account, anEmail());
        organisation
                .as(Role.BROKER)
                .queryParam("contactId", contact)
                .get("/api/partner-users/preview")
                .then()
                .statusCode(200)
                .body(
                        "obstacles",
                        equalTo(List.of("Plain Account is not enabled as a partner yet. Enable the account first.")));
        enable(contact).statusCode(422).body("detail", containsString("not enabled as a partner"));
    }

    @Test
    void contactWithoutAddressCannotBeEnabled() {
        var contact = contactIn(organisation, anAccount().partnerIn(organisation), null);
        enable(contact).statusCode(422).body("detail", containsString("has no email address"));
    }

    @Test
    void logInOfStaffCannotBecomeAPartnerUser() {
        var contact = contactIn(
                organisation,
                anAccount().partnerIn(organisation),
                organisation.user(Role.ADMIN).email());
        enable(contact).statusCode(422).body("detail", containsString("log-in of staff"));
        organisation.as(Role.ADMIN).get("/api/portal-settings").then().statusCode(200);
    }

    @Test
    void contactIsAPartnerUserOnce() {
        var account = anAccount().partnerIn(organisation);
        var email = anEmail();
        var contact = contactIn(organisation, account, email);
        enable(contact).statusCode(201);
        enable(contact).statusCode(422).body("detail", containsString("is a partner user already"));
        var namesake = organisation
                .as(Role.BROKER)
                .body(Map.of("contact", contactForm(account, email), "seenDuplicates", List.of(contact)))
                .post("/api/contacts")
                .jsonPath()
                .getUUID("id");
        enable(namesake).statusCode(422).body("detail", containsString("log-in of another partner user"));
    }

    @Test
    @Tag("S8")
    void withoutAllocationTheListSaysWhatTheInvitationWaitsFor() {
        var email = anEmail();
        enable(contactIn(organisation, anAccount().partnerIn(organisation), email))
                .statusCode(201)
                .body("state", equalTo("WAITING"))
                .body("waitsFor", equalTo(List.of("ALLOCATION")));
        organisation
                .as(Role.TECHNICIAN)
                .queryParam("q", email)
                .get("/api/partner-users")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].waitsFor", equalTo(List.of("ALLOCATION")));
        assertThat(CaughtMails.to(email)).isEmpty();
    }

    @Test
    @Tag("S10")
    void allocationTakesActiveStaffOfTheOrganisationOnly() {
        var id = enabled();
        var disabled = organisation.newUser(Role.BROKER);
        organisation.as(Role.ADMIN).body(Map.of("active", false)).put("/api/users/{id}/active", disabled.id());
        for (var user : List.of(
                Given.organisation().user(Role.BROKER).id(),
                organisation.user(Role.PARTNER).id(),
                organisation.user(Role.CUSTOMER).id(),
                disabled.id(),
                UUID.randomUUID())) {
            allocate(id, 0, user).statusCode(400).body("violations[0].field", equalTo("userIds"));
        }
    }

    @Test
    @DisplayName("11: who allocates an older state is refused")
    void staleAllocationIsRefused() {
        var id = enabled();
        allocate(id, 0, organisation.user(Role.BROKER).id()).statusCode(200);
        allocate(id, 0, organisation.user(Role.ADMIN).id())
                .statusCode(409)
                .body("seenVersion", equalTo(0))
                .body("version", greaterThan(0)); // sending the invitation counts as well
    }

    @Test
    @Tag("P7")
    void whoCannotBeGivenALeadHasAReason() {
        var waiting = enabled();
        var name = organisation
                .as(Role.BROKER)
                .get("/api/partner-users/{id}", waiting)
                .jsonPath()
                .getString("name");
        organisation
                .as(Role.BROKER)
                .get("/api/partner-users/eligibility")
                .then()
                .statusCode(200)
                .body("eligible", equalTo(List.of(false)))
                .body("[0].reason", equalTo(name + " is allocated to nobody and has not been invited yet."));
    }

    @Test
    @DisplayName("22: partner users of another organisation are not there")
    void keepsOrganisationsApart() {
        var id = enabled();
        var contact = contactIn(organisation, anAccount().partnerIn(organisation), anEmail());
        var stranger = Given.organisation();
        stranger.as(Role.ADMIN).get("/api/partner-users").then().body("items", empty());
        stranger.as(Role.ADMIN).get("/api/partner-users/eligibility").then().body("", empty());
        stranger.as(Role.ADMIN).get("/api/partner-users/{id}", id).then().statusCode(404);
        stranger.as(Role.ADMIN)
                .get("/api/partner-users/{id}/activity", id)
                .then()
                .statusCode(404);
        stranger.as(Role.ADMIN).delete("/api/partner-users/{id}", id).then().statusCode(404);
        stranger.as(Role.ADMIN)
                .post("/api/partner-users/{id}/invitation", id)
                .then()
                .statusCode(404);
        stranger.as(Role.ADMIN)
                .queryParam("contactId", contact)
                .get("/api/partner-users/preview")
                .then()
                .statusCode(404);
        stranger.as(Role.ADMIN)
                .body(Map.of("contactId", contact, "allocatedTo", List.of()))
                .post("/api/partner-users")
                .then()
                .statusCode(404);
        stranger.as(Role.ADMIN)
                .body(Map.of("version", 0, "userIds", List.of()))
                .put("/api/partner-users/{id}/allocation", id)
                .then()
                .statusCode(404);
    }

    @Test
    void settingsAreChangedByAnAdminAndAStaleChangeIsRefused() {
        organisation
                .as(Role.ADMIN)
                .get("/api/portal-settings")
                .then()
                .statusCode(200)
                .body("mailPartnerAdded", equalTo(true))
                .body("notifications", hasItem("DEAL_MOVED"));
        var off = Map.of("mailPartnerAdded", false, "mailDealShared", true, "notifications", Set.of("DEAL_CLOSED"));
        organisation
                .as(Role.ADMIN)
                .body(Map.of("version", 0, "settings", off))
                .put("/api/portal-settings")
                .then()
                .statusCode(200)
                .body("version", equalTo(1))
                .body("mailPartnerAdded", equalTo(false))
                .body("notifications", equalTo(List.of("DEAL_CLOSED")));
        organisation
                .as(Role.ADMIN)
                .body(Map.of("version", 0, "settings", off))
                .put("/api/portal-settings")
                .then()
                .statusCode(409);
        organisation
                .as(Role.ADMIN)
                .body(Map.of("version", 1, "settings", Map.of("mailPartnerAdded", true)))
                .put("/api/portal-settings")
                .then()
                .statusCode(400);
    }

    private UUID enabled() {
        return enable(contactIn(organisation, anAccount().partnerIn(organisation), anEmail()))
                .statusCode(201)
                .extract()
                .jsonPath()
                .getUUID("id");
    }

    private ValidatableResponse enable(UUID contact) {
        return organisation
                .as(Role.BROKER)
                .body(Map.of("contactId", contact, "allocatedTo", List.of()))
                .post("/api/partner-users")
                .then();
    }

    private ValidatableResponse allocate(UUID id, int version, UUID user) {
        return organisation
                .as(Role.BROKER)
                .body(Map.of("version", version, "userIds", List.of(user)))
                .put("/api/partner-users/{id}/allocation", id)
                .then();
    }
}
