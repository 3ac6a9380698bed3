package org.partnerflow.deal;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.restassured.response.ValidatableResponse;
import org.awaitility.Awaitility;

import org.partnerflow.Given;
import org.partnerflow.Given.TestOrganisation;
import org.partnerflow.Given.TestUser;
import org.partnerflow.identity.UserService;
import org.partnerflow.partner.AccountForm;
import org.partnerflow.partner.ContactForm;
import org.partnerflow.partner.ContactService;
import org.partnerflow.partner.PartnerAccountService;
import org.partnerflow.portal.PartnerUserService;
import org.partnerflow.portal.PartnerUsers;
import org.partnerflow.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;

/** Partner users with brokers, and deals over REST, as tests of deals need them. */
final class TestDeals {
    static final Map<String, String> CONTACT =
            Map.of("firstName", "Cora", "lastName", "Contact", "email", "cora@example.org", "phone", "+1 303 555 0100");

    private TestDeals() {}

    /** A partner user of an account of their own, allocated to {@code brokers}, with a password. */
    static TestUser partnerOf(TestUser... brokers) {
        var organisation = brokers[0].organisation();
        var unique = Given.unique();
        var email = "partner." + unique + "@example.org";
        var userId = organisation.as(brokers[0].actor(), () -> {
            var accounts = Given.bean(PartnerAccountService.class);
            var account = accounts.create(accountForm("Supplies " + unique), Set.of());
            accounts.enableAsPartner(account);
            var contact = Given.bean(ContactService.class)
                    .create(ContactForm.of(account, "Pat", "Partner " + unique, email, null), Set.of());
            Given.bean(PartnerUserService.class)
                    .enable(contact, List.of(brokers).stream().map(TestUser::id).toList());
            var user = Given.bean(PartnerUsers.class).all().stream()
                    .filter(partner -> partner.email().equals(email))
                    .findFirst()
                    .orElseThrow()
                    .userId();
            Given.bean(UserService.class).setPassword(user, Given.PASSWORD);
            return user;
        });
        return new TestUser(userId, "Pat Partner " + unique, email, organisation, Set.of(Role.PARTNER));
    }

    private static AccountForm accountForm(String name) {
        return new AccountForm(name, null, null, false, null, null, null, null, null, null, null, null, null);
    }

    /** A body for a new deal; {@code more} adds to it or replaces. */
    static Map<String, Object> body(String name, Map<String, ?> more) {
        var body = new HashMap<String, Object>();
        body.put("name", name);
        body.put("contacts", List.of(CONTACT));
        body.putAll(more);
        return body;
    }

    static String create(TestUser user, Map<String, Object> body) {
        return user.api()
                .body(body)
                .post("/api/deals")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** A new deal that has come to its first stage. */
    static String standing(TestUser user) {
        var id = create(user, body("Deal " + Given.unique(), Map.of()));
        awaitStage(user, id, "Qualification");
        return id;
    }

    static ValidatableResponse read(TestUser user, String id) {
        return user.api().get("/api/deals/{id}", id).then().statusCode(200);
    }

    static void awaitStage(TestUser user, String id, String stage) {
        Awaitility.await(id + " at " + stage)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> {
                    var place = read(user, id).extract().jsonPath();
                    assertThat(place.getString("place.name")).isEqualTo(stage);
                    assertThat(place.getBoolean("place.moving")).isFalse();
                });
    }

    static void awaitState(TestUser user, String id, String state) {
        Awaitility.await(id + " is " + state)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> assertThat(read(user, id).extract().<String>path("state"))
                        .isEqualTo(state));
    }

    /** Tries to move the deal on from where it stands now. */
    static ValidatableResponse move(TestUser user, String id, Map<String, ?> wish) {
        return moveFrom(user, id, read(user, id).extract().path("place.visitId"), wish);
    }

    static ValidatableResponse moveFrom(TestUser user, String id, String visitId, Map<String, ?> wish) {
        var body = new HashMap<String, Object>(wish);
        body.put("visitId", visitId);
        return user.api().body(body).post("/api/deals/{id}/moves", id).then();
    }

    /** Moves the deal by its outcome and waits until it stands on the stage. */
    static void moveTo(TestUser user, String id, String outcome, String stage) {
        move(user, id, Map.of("outcome", outcome)).statusCode(200);
        awaitStage(user, id, stage);
    }

    /** The default workflow, known to the process engine. */
    static UUID defaultWorkflow(TestOrganisation organisation) {
        UUID id = organisation.as(
                () -> Given.bean(Workflows.class).defaultWorkflow().id());
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> organisation.as(
                        () -> Given.bean(Workflows.class).workflow(id).current().published()));
        return id;
    }
}
