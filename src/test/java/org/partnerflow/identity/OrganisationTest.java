package org.partnerflow.identity;

import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.CaughtMails;
import org.partnerflow.Given;
import org.partnerflow.Given.TestOrganisation;
import org.partnerflow.Given.TestUser;
import org.partnerflow.MailedLinks;
import org.partnerflow.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
class OrganisationTest {
    private final TestOrganisation organisation = Given.organisation();

    @Test
    @Tag("F1.4")
    @DisplayName("an organisation is handed over to another administrator; then the former owner can leave")
    void isHandedOver() {
        var former = organisation.newUser(Role.ADMIN);
        var next = organisation.newUser(Role.ADMIN);
        owner(former).statusCode(200).body("ownerUserId", equalTo(former.id().toString()));
        disable(former).statusCode(422);

        owner(organisation.newUser(Role.BROKER)).statusCode(422).body("detail", containsString("active administrator"));
        owner(Given.organisation().newUser(Role.ADMIN)).statusCode(404);
        owner(next).statusCode(200).body("ownerUserId", equalTo(next.id().toString()));

        disable(former).statusCode(200);
        disable(next).statusCode(422);
    }

    @Test
    @Tag("F10.14")
    @DisplayName("an organisation with a name of 200 characters invites")
    void longNameDoesNotKeepInvitationsBack() {
        var name = "N".repeat(200);
        var created = Given.bean(UserService.class).createOrganisation(name, null);
        var large = new TestOrganisation(created.id(), name, new java.util.concurrent.ConcurrentHashMap<>());
        var email = "invited-" + Given.unique() + "@example.org";

        large.as(Role.ADMIN)
                .body(Map.of("email", email, "name", "Invited", "roles", List.of("BROKER")))
                .post("/api/users")
                .then()
                .statusCode(201);

        MailedLinks.awaitInvitation(email);
        assertThat(CaughtMails.to(email).getFirst().subject())
                .startsWith("Your account at NNN")
                .endsWith("…")
                .hasSize(200);
    }

    private ValidatableResponse owner(TestUser user) {
        return organisation
                .as(Role.ADMIN)
                .body(Map.of("userId", user.id()))
                .put("/api/organisation/owner")
                .then();
    }

    private ValidatableResponse disable(TestUser user) {
        return organisation
                .as(Role.ADMIN)
                .body(Map.of("active", false))
                .put("/api/users/{id}/active", user.id())
                .then();
    }
}
