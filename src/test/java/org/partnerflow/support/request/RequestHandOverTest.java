package org.partnerflow.support.request;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.BrokerClock;
import org.partnerflow.CaughtMails;
import org.partnerflow.Given;
import org.partnerflow.Given.TestOrganisation;
import org.partnerflow.Given.TestUser;
import org.partnerflow.identity.UserService;
import org.partnerflow.shared.Role;
import org.partnerflow.support.TestSupport;
import org.partnerflow.support.TestSupport.TestCustomer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** A request changes hands: because somebody left, or because somebody gives it to another. */
@QuarkusTest
class RequestHandOverTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final TestSupport support = new TestSupport();
    private final TestOrganisation organisation = support.organisation();
    private final TestUser lead = organisation.user(Role.ADMIN);
    private TestUser first;
    private TestUser second;
    private TestCustomer customer;
    private UUID team;

    @BeforeEach
    void twoTechniciansInOneLayer() {
        first = support.technician();
        second = support.technician();
        team = support.team();
        support.layer(team, first, second);
        customer = support.customer();
    }

    @Test
    @Tag("F3.3")
    @DisplayName("in the last layer, with the lead told: whoever has it leaves, and another of the layer gets it")
    void findsAnotherAfterTheLeadWasTold() {
        var id = assignedTo(first);
        tellLead(id);

        disable(first);

        request(id)
                .body("summary.assignee.id", equalTo(second.id().toString()))
                .body("summary.state", equalTo("ASSIGNED"));
    }

    @Test
    @Tag("F3.3")
    @DisplayName("in the last layer, with nobody left: it waits unassigned, the lead is told again and can take it")
    void goesToTheLeadWhenNobodyIsLeft() {
        var id = assignedTo(first);
        tellLead(id);
        disable(second);

        disable(first);

        request(id).body("summary.state", equalTo("UNASSIGNED")).body("actions", hasItem("ASSIGN"));
        awaitMail("needs you", lead);
        lead.api()
                .get("/api/requests/{id}/candidates", id)
                .then()
                .statusCode(200)
                .body("find { it.userId == '%s' }.refusal".formatted(lead.id()), nullValue())
                .body("find { it.userId == '%s' }.layer".formatted(lead.id()), equalTo("Lead of the team"));
        give(id, lead, null)
                .then()
                .statusCode(201)
                .body("summary.assignee.id", equalTo(lead.id().toString()));
    }

    @Test
    @Tag("F3.3")
    @DisplayName("staff give any open request to any member of the team, in any layer, in any state, with a reason")
    void isGivenAtAnyTime() {
        var other = support.technician();
        support.layer(team, other);
        var id = RequestWithoutProcess.of(organisation, customer, team);

        give(id, first, null).then().statusCode(201).body("summary.state", equalTo("ASSIGNED"));
        give(id, other, "Knows the printer")
                .then()
                .statusCode(201)
                .body("handedOver.reason", equalTo("Knows the printer"));
        other.api()
                .body(Map.of("text", "On it"))
                .post(path(id) + "/responses")
                .then()
                .statusCode(201);
        tellLead(id);
        give(id, second, null).then().statusCode(201).body("summary.assignee.name", equalTo(second.name()));
        give(id, second, null).then().statusCode(409).body("detail", containsString("already"));
        give(id, support.technician(), null)
                .then()
                .statusCode(422)
                .body("detail", containsString("in none of its layers"));
        lead.api().body("{}").post(path(id) + "/resolution").then().statusCode(201);
        give(id, first, null).then().statusCode(409);
        lead.api()
                .get(path(id) + "/assignments")
                .then()
                .body("endedBy", equalTo(List.of("HANDED_OVER", "HANDED_OVER", "RESOLVED")))
                .body("askedBy[0]", equalTo(lead.name()));
    }

    @Test
    @Tag("F3.3")
    @DisplayName("a partner user gives nothing away by hand")
    void isNotGivenByPartners() {
        var partner = support.partnerUser(support.account("Northern Repairs"));
        support.layer(team, partner);
        var id = assignedTo(partner);
        partner.api()
                .body(Map.of("userId", first.id()))
                .post(path(id) + "/assignments")
                .then()
                .statusCode(403);
    }

    @Test
    @Tag("F3.1")
    @DisplayName("with its process: whoever has it leaves, another of the layer gets it, and its times begin again")
    void isAssignedAnewByTheProcess() {
        var id = logged();
        var former = awaitAssignee(id);
        var next = former.equals(first) ? second : first;

        disable(former);

        await().atMost(PATIENCE).untilAsserted(() -> request(id)
                .body("summary.assignee.id", equalTo(next.id().toString())));
        lead.api()
                .get(path(id) + "/assignments")
                .then()
                .body("endedBy[0]", equalTo("LEFT"))
                .body("layerNumber", equalTo(List.of(1, 1)));
        BrokerClock.advance(Duration.ofMinutes(61));
        awaitMail("needs you", lead);
    }

    @Test
    @Tag("F6.4")
    @DisplayName("who loses a request is told, with what was written")
    void tellsWhoLosesIt() {
        var id = assignedTo(first);
        give(id, second, "Knows the printer").then().statusCode(201);
        awaitMail("is not yours any more", first);
        assertThat(CaughtMails.to(first.email()).toString()).contains("Knows the printer");
    }

    @Test
    @Tag("F6.4")
    @DisplayName("who loses a request to a namesake is told too: people are not their names")
    void tellsWhoLosesItToANamesake() {
        var namesake = organisation.as(() -> {
            var users = Given.bean(UserService.class);
            var email = "namesake-" + Given.unique() + "@example.org";
            var user = users.createMember(email, first.name(), Set.of(Role.ADMIN));
            users.setPassword(user.id(), Given.PASSWORD);
            return new TestUser(user.id(), first.name(), email, organisation, Set.of(Role.ADMIN));
        });
        var id = assignedTo(first);

        namesake.api()
                .body(Map.of("userId", second.id()))
                .post(path(id) + "/assignments")
                .then()
                .statusCode(201);

        awaitMail("is not yours any more", first);
    }

    @Test
    @Tag("F6.5")
    @DisplayName("the reason of an escalation is shown to whoever gets the request, and to staff")
    void showsTheReason() {
        var expert = support.technician();
        support.layer(team, expert);
        var id = logged();
        var former = awaitAssignee(id);

        former.api()
                .body(Map.of("reason", "Needs a spare part"))
                .post(path(id) + "/escalation")
                .then()
                .statusCode(202);

        await().atMost(PATIENCE).untilAsserted(() -> request(id)
                .body("summary.assignee.id", equalTo(expert.id().toString())));
        expert.api()
                .get(path(id))
                .then()
                .body("handedOver.reason", equalTo("Needs a spare part"))
                .body("handedOver.askedBy", equalTo(former.name()))
                .body("handedOver.cause", equalTo("BY_HAND"));
        customer.user().api().get(path(id)).then().body("handedOver", nullValue());
        lead.api().get(path(id) + "/assignments").then().body("[0].reason", equalTo("Needs a spare part"));
        awaitMail("is yours", expert);
        assertThat(CaughtMails.to(expert.email()).toString()).contains("Needs a spare part");
    }

    @Test
    @Tag("F6.5")
    @DisplayName("a partner user who had the request is told that it was handed over; a stranger that it is not there")
    void saysThatItWasHandedOver() {
        var partner = support.partnerUser(support.account("Northern Repairs"));
        var stranger = support.partnerUser(support.account("Southern Repairs"));
        support.layer(team, partner);
        var id = assignedTo(partner);
        give(id, first, null).then().statusCode(201);

        partner.api()
                .get(path(id))
                .then()
                .statusCode(404)
                .body("handedOver", equalTo(true))
                .body("detail", containsString("handed over"));
        partner.api().get(path(id) + "/responses").then().statusCode(404).body("handedOver", equalTo(true));
        stranger.api().get(path(id)).then().statusCode(404).body("handedOver", nullValue());
    }

    @Test
    @Tag("F6.5")
    @DisplayName("an answered request stays answered, whoever gets it next, and whoever has answered")
    void staysAnswered() {
        var id = RequestWithoutProcess.of(organisation, customer, team);
        tellLead(id);
        request(id).body("summary.answered", equalTo(false));
        lead.api()
                .body(Map.of("text", "We look for somebody"))
                .post(path(id) + "/responses")
                .then()
                .statusCode(201);
        request(id).body("summary.state", equalTo("UNASSIGNED")).body("summary.answered", equalTo(true));

        give(id, first, null).then().statusCode(201);

        customer.user()
                .api()
                .get(path(id))
                .then()
                .body("summary.answered", equalTo(true))
                .body("respondedAt", notNullValue());
        request(id).body("summary.assignee", not(nullValue())).body("summary.answered", equalTo(true));
    }

    private UUID assignedTo(TestUser user) {
        var id = RequestWithoutProcess.of(organisation, customer, team);
        give(id, user, null).then().statusCode(201);
        return id;
    }

    private io.restassured.response.Response give(UUID id, TestUser user, String reason) {
        return lead.api()
                .body(reason == null ? Map.of("userId", user.id()) : Map.of("userId", user.id(), "reason", reason))
                .post(path(id) + "/assignments");
    }

    private void disable(TestUser user) {
        lead.api()
                .body(Map.of("active", false))
                .put("/api/users/{id}/active", user.id())
                .then()
                .statusCode(200);
    }

    private void tellLead(UUID id) {
        organisation.as(() -> {
            Given.bean(RequestAssigner.class).tellLead(id);
            return id;
        });
    }

    private UUID logged() {
        return UUID.fromString(customer.user()
                .api()
                .body(Map.of("subject", "Printer jams", "text", "On every page"))
                .post("/api/requests")
                .then()
                .statusCode(201)
                .extract()
                .path("summary.id"));
    }

    private TestUser awaitAssignee(UUID id) {
        await().atMost(PATIENCE).untilAsserted(() -> request(id).body("summary.assignee", notNullValue()));
        String assignee = lead.api().get(path(id)).path("summary.assignee.id");
        return assignee.equals(first.id().toString()) ? first : second;
    }

    private io.restassured.response.ValidatableResponse request(UUID id) {
        return lead.api().get(path(id)).then();
    }

    private static void awaitMail(String words, TestUser user) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(CaughtMails.to(user.email()))
                .anyMatch(mail -> mail.subject().contains(words)));
    }

    private static String path(UUID id) {
        return "/api/requests/" + id;
    }
}
