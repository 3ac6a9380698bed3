package org.partnerflow.identity;

import java.util.List;
import java.util.Map;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.Given;
import org.partnerflow.Given.TestOrganisation;
import org.partnerflow.Given.TestUser;
import org.partnerflow.MailedLinks;
import org.partnerflow.Parallel;
import org.partnerflow.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

/** A person is a member of several organisations: what one of them does stays there, and nobody is one without wanting to. */
@QuarkusTest
class MembershipTest {
    private final TestOrganisation organisation = Given.organisation();

    @Test
    @Tag("F1.2")
    void disabledInOneOrganisationStaysActiveInTheOthers() {
        var child = Given.organisation(organisation);
        var member = organisation.newUser(Role.BROKER);
        joins(child, member, Role.BROKER);
        var here = member.logIn();

        active(child, member, false).statusCode(200).body("active", equalTo(false));

        as(here).get("/api/session").then().statusCode(200);
        as(member.logIn()).get("/api/session").then().statusCode(200);
        organisation.as(Role.ADMIN).get("/api/users/{id}", member.id()).then().body("active", equalTo(true));
        child.as(Role.ADMIN).get("/api/users/{id}", member.id()).then().body("active", equalTo(false));
    }

    @Test
    @Tag("F1.2")
    void disabledPersonCannotEnterThatOrganisationAny() {
        var other = Given.organisation();
        var member = organisation.newUser(Role.BROKER);
        joins(other, member, Role.BROKER);
        var there = member.logIn();
        switchTo(there, other).statusCode(204);

        active(other, member, false).statusCode(200);

        as(there).get("/api/session").then().statusCode(401);
        var again = member.logIn();
        switchTo(again, other).statusCode(404);
        as(again)
                .get("/api/session")
                .then()
                .body("organisations.id", not(hasItem(other.id().toString())));
    }

    @Test
    @Tag("F1.3")
    void whoIsOnlyInvitedCannotSwitchInBeforeAccepting() {
        var other = Given.organisation();
        var member = organisation.newUser(Role.BROKER);
        invite(other, member.email(), Role.ADMIN).statusCode(201);
        var session = member.logIn();

        as(session)
                .get("/api/session")
                .then()
                .body("organisations.id", not(hasItem(other.id().toString())));
        switchTo(session, other).statusCode(404);
    }

    @Test
    @Tag("F1.3")
    void secondInvitationLeavesThePasswordAndLandsWhereOneWasInvited() {
        var other = Given.organisation();
        var member = organisation.newUser(Role.BROKER);
        invite(other, member.email(), Role.TECHNICIAN).statusCode(201);
        var token = MailedLinks.awaitInvitation(member.email());
        var session = member.logIn();

        accept(null, token, "taken over by the link").statusCode(403).body("detail", containsString("Log in as usual"));
        as(session)
                .body(Map.of())
                .post("/api/invitations/{token}", token)
                .then()
                .statusCode(204);

        as(session)
                .get("/api/session")
                .then()
                .body("organisation.id", equalTo(other.id().toString()))
                .body("roles", equalTo(List.of("TECHNICIAN")));
        member.logIn();
        accept(session, token, null).statusCode(404);
    }

    @Test
    @Tag("F1.3")
    void invitationOfAnotherPersonCannotBeAccepted() {
        var member = organisation.newUser(Role.BROKER);
        invite(Given.organisation(), member.email(), Role.ADMIN).statusCode(201);
        var token = MailedLinks.awaitInvitation(member.email());

        accept(organisation.newUser(Role.BROKER).session(), token, null)
                .statusCode(403)
                .body("detail", containsString("another person"));
    }

    @Test
    @Tag("F1.1")
    void invitationNeverShowsWhoseLogInAnAddressIs() {
        var member = organisation.newUser(Role.BROKER);
        var other = Given.organisation();
        var id = invite(other, member.email(), Role.BROKER)
                .statusCode(201)
                .body("name", equalTo("Somebody"))
                .body("accepted", equalTo(false))
                .extract()
                .<String>path("id");
        var token = MailedLinks.awaitInvitation(member.email());

        Given.nobody()
                .get("/api/invitations/{token}", token)
                .then()
                .statusCode(200)
                .body("name", equalTo("Somebody"))
                .body("hasLogIn", equalTo(true))
                .body("mine", equalTo(false));
        other.as(Role.ADMIN).get("/api/users/{id}", id).then().body("name", equalTo("Somebody"));
        other.as(Role.ADMIN).get("/api/users").then().body("items.name", not(hasItem(member.name())));
        accept(member.logIn(), token, null).statusCode(204);
        other.as(Role.ADMIN).get("/api/users/{id}", id).then().body("name", equalTo(member.name()));
    }

    @Test
    @Tag("F1.4")
    void lastAdministratorStaysOne() {
        var admin = organisation.user(Role.ADMIN);

        roles(organisation, admin, "BROKER").statusCode(422).body("detail", startsWith("The last administrator of"));
        active(organisation, admin, false).statusCode(422).body("detail", startsWith("The last administrator of"));

        var invitedOnly = invite(organisation, Given.unique() + "@example.org", Role.ADMIN);
        invitedOnly.statusCode(201);
        roles(organisation, admin, "BROKER").statusCode(422);
        organisation.newUser(Role.ADMIN);
        roles(organisation, admin, "BROKER").statusCode(200);
    }

    @Test
    @Tag("F1.4")
    void ownerOfTheOrganisationStaysAnAdministrator() {
        var owner = organisation.newUser(Role.ADMIN);
        organisation.as(() -> {
            Given.bean(UserService.class).setOwner(organisation.id(), owner.id());
            return true;
        });

        roles(organisation, owner, "BROKER").statusCode(422).body("detail", startsWith("The owner of"));
        active(organisation, owner, false).statusCode(422).body("detail", startsWith("The owner of"));
    }

    @Test
    @Tag("F1.4")
    @DisplayName("two administrators who take the role from each other at once leave one")
    void oneAdministratorIsLeftOfTwo() {
        var one = organisation.newUser(Role.ADMIN);
        var other = organisation.newUser(Role.ADMIN);
        one.session();
        other.session();

        var answers = Parallel.each(List.of(List.of(one, other), List.of(other, one)), pair -> pair.get(0)
                .api()
                .body(Map.of("roles", List.of("BROKER")))
                .put("/api/users/{id}/roles", pair.get(1).id())
                .statusCode());

        assertThat(answers).contains(200).doesNotContain(500).containsAnyOf(422, 403);
        assertThat(QuarkusTransaction.requiringNew().call(() -> Given.bean(Users.class)
                        .otherAdmins(organisation.id(), java.util.UUID.randomUUID())))
                .isEqualTo(1);
    }

    @Test
    @Tag("F1.5")
    void whoWorksHereAlreadyGetsNoRolesByAnInvitation() {
        var broker = organisation.newUser(Role.BROKER);

        invite(organisation, broker.email(), Role.ADMIN)
                .statusCode(409)
                .body("detail", containsString("works here already"));
        organisation
                .as(Role.ADMIN)
                .get("/api/users/{id}", broker.id())
                .then()
                .body("roles", equalTo(List.of("BROKER")));
    }

    @Test
    @Tag("F1.5")
    void customerDoesNotBecomeStaff() {
        var customer = organisation.user(Role.CUSTOMER);

        invite(organisation, customer.email(), Role.TECHNICIAN)
                .statusCode(422)
                .body("detail", containsString("is a customer here"));
        roles(organisation, customer, "TECHNICIAN")
                .statusCode(422)
                .body("detail", containsString("is a customer here"));
        organisation
                .as(Role.ADMIN)
                .get("/api/users/{id}", customer.id())
                .then()
                .body("roles", equalTo(List.of("CUSTOMER")));
    }

    @Test
    @Tag("F1.5")
    void partnerDoesNotBecomeStaffEither() {
        var partner = organisation.user(Role.PARTNER);

        invite(organisation, partner.email(), Role.ADMIN)
                .statusCode(422)
                .body("detail", containsString("a partner user"));
        roles(organisation, partner, "ADMIN").statusCode(422).body("detail", containsString("a partner user"));
    }

    @Test
    @Tag("F1.5")
    void rolesThatNeedARecordCannotBeSetByHand() {
        var broker = organisation.newUser(Role.BROKER);

        for (var role : List.of("PARTNER", "CUSTOMER")) {
            roles(organisation, broker, role).statusCode(400).body("violations[0].message", containsString(role));
            roles(organisation, broker, "BROKER", role).statusCode(400);
        }
        organisation
                .as(Role.ADMIN)
                .get("/api/users/{id}", broker.id())
                .then()
                .body("roles", equalTo(List.of("BROKER")));
    }

    private static void joins(TestOrganisation organisation, TestUser user, Role role) {
        invite(organisation, user.email(), role).statusCode(201);
        accept(user.logIn(), MailedLinks.awaitInvitation(user.email()), null).statusCode(204);
    }

    private static ValidatableResponse invite(TestOrganisation organisation, String email, Role role) {
        return organisation
                .as(Role.ADMIN)
                .body(Map.of("email", email, "name", "Somebody", "roles", List.of(role)))
                .post("/api/users")
                .then();
    }

    private static ValidatableResponse accept(String session, String token, String password) {
        var request = session == null ? Given.nobody() : as(session);
        return request.body(password == null ? Map.of() : Map.of("password", password))
                .post("/api/invitations/{token}", token)
                .then();
    }

    private static ValidatableResponse roles(TestOrganisation organisation, TestUser user, String... roles) {
        return organisation
                .as(Role.ADMIN)
                .body(Map.of("roles", roles))
                .put("/api/users/{id}/roles", user.id())
                .then();
    }

    private static ValidatableResponse active(TestOrganisation organisation, TestUser user, boolean active) {
        return organisation
                .as(Role.ADMIN)
                .body(Map.of("active", active))
                .put("/api/users/{id}/active", user.id())
                .then();
    }

    private static ValidatableResponse switchTo(String session, TestOrganisation organisation) {
        return as(session)
                .body(Map.of("organisationId", organisation.id()))
                .put("/api/session/organisation")
                .then();
    }

    private static io.restassured.specification.RequestSpecification as(String session) {
        return Given.nobody().cookie("partnerflow_session", session);
    }
}
