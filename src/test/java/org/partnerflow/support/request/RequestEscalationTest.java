package org.partnerflow.support.request;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.BrokerClock;
import org.partnerflow.CaughtMails;
import org.partnerflow.Given;
import org.partnerflow.Given.TestOrganisation;
import org.partnerflow.Given.TestUser;
import org.partnerflow.engine.RunningProcesses;
import org.partnerflow.shared.Role;
import org.partnerflow.support.TestSupport;
import org.partnerflow.support.TestSupport.TestCustomer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

/** The process request-escalation on the real broker; each test is a path of the diagram. */
@QuarkusTest
class RequestEscalationTest {
    @BeforeAll
    static void leaveNothingThatWouldBeDue() {
        RunningProcesses.cancelAll();
    }

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration QUIET = Duration.ofSeconds(3);
    /** A little more than the layers of these tests may take for a response. */
    private static final Duration RESPONSE_TIME_OVER = Duration.ofMinutes(61);

    private static final Duration RESOLUTION_TIME_OVER = Duration.ofHours(25);

    private final TestSupport support = new TestSupport();
    private final TestOrganisation organisation = support.organisation();
    private UUID team;
    private TestUser partner;
    private TestUser technician;
    private TestCustomer customer;

    @BeforeEach
    void twoLayers() {
        var account = support.account("Northern Repairs");
        partner = support.partnerUser(account);
        technician = support.technician();
        team = support.team();
        support.layer(team, partner, support.technician());
        support.layer(team, technician);
        customer = support.customer(support.unit(account), null);
    }

    @Test
    @DisplayName("happy path: the partner user gets it, responds and resolves; everybody is told once")
    @Tag("W1")
    void partnerRespondsAndResolves() {
        var id = logged();
        awaitAssigned(id, partner);
        partner.api().get("/api/requests").then().body("items.id", equalTo(List.of(id.toString())));
        assertThat(mailsAbout("is yours", partner)).isEqualTo(1);

        reply(partner, id, "On it").then().statusCode(201);
        awaitMail("Answer to your request", customer.user());
        resolve(partner, id).then().statusCode(201);
        awaitMail("is resolved", customer.user());

        BrokerClock.advance(RESOLUTION_TIME_OVER);
        stays(id, "RESOLVED", partner);
        organisation.as(Role.ADMIN).get(path(id) + "/assignments").then().body("endedBy", equalTo(List.of("RESOLVED")));
    }

    @Test
    @DisplayName(
            "the response time runs out: a technician of the next layer gets it, and the partner user sees it no longer")
    @Tag("O11")
    void responseTimeRunsOut() {
        var id = logged();
        awaitAssigned(id, partner);

        BrokerClock.advance(RESPONSE_TIME_OVER);
        awaitAssigned(id, technician);
        partner.api().get(path(id)).then().statusCode(404);
        partner.api().get("/api/requests").then().body("items", empty());
        assertThat(mailsAbout("is yours", technician)).isEqualTo(1);
        organisation
                .as(Role.ADMIN)
                .get(path(id) + "/assignments")
                .then()
                .body("endedBy[0]", equalTo("RESPONSE_OVERDUE"))
                .body("[1].assignee.name", equalTo(technician.name()));
        organisation.as(Role.ADMIN).get(path(id)).then().body("path.passage", equalTo(List.of("PASSED", "CURRENT")));
    }

    @Test
    @DisplayName("the resolution time runs out after the response: the next layer gets it")
    @Tag("O11")
    void resolutionTimeRunsOut() {
        var id = logged();
        awaitAssigned(id, partner);
        reply(partner, id, "On it").then().statusCode(201);
        BrokerClock.advance(RESPONSE_TIME_OVER);
        stays(id, "RESPONDED", partner);

        BrokerClock.advance(RESOLUTION_TIME_OVER);
        awaitAssigned(id, technician);
        organisation
                .as(Role.ADMIN)
                .get(path(id) + "/assignments")
                .then()
                .body("endedBy[0]", equalTo("RESOLUTION_OVERDUE"));
    }

    @Test
    @DisplayName("escalated by hand, with the reason in the audit trail; twice at once is once")
    @Tag("O11")
    void escalatedByHand() {
        var id = logged();
        awaitAssigned(id, partner);
        support.layer(team, support.technician());

        partner.api()
                .body(Map.of("reason", "Needs a spare part"))
                .post(path(id) + "/escalation")
                .then()
                .statusCode(202);
        partner.api().body("{}").post(path(id) + "/escalation");
        awaitAssigned(id, technician);
        stays(id, "ASSIGNED", technician);
        organisation.as(Role.ADMIN).get(path(id) + "/assignments").then().body("endedBy[0]", equalTo("BY_HAND"));
        organisation
                .as(Role.ADMIN)
                .queryParam("recordId", id)
                .get("/api/audit-entries")
                .then()
                .body(
                        "items.findAll { it.action == 'request.escalation-asked' }.details.reason",
                        org.hamcrest.Matchers.hasItem("Needs a spare part"));
    }

    @Test
    @DisplayName("nobody in the first layer: the next one gets it, with a note")
    @Tag("D5")
    void nobodyInTheFirstLayer() {
        var other = new TestSupport();
        var second = other.technician();
        var teamOfTwo = other.team();
        other.layer(teamOfTwo);
        other.layer(teamOfTwo, second);
        var id = logged(other.customer());

        await().atMost(PATIENCE).untilAsserted(() -> other.organisation()
                .as(Role.ADMIN)
                .get(path(id))
                .then()
                .body("summary.assignee.name", equalTo(second.name())));
        other.organisation()
                .as(Role.ADMIN)
                .get(path(id) + "/assignments")
                .then()
                .body("endedBy[0]", equalTo("NOBODY"))
                .body("[0].assignee", nullValue());
    }

    @Test
    @DisplayName(
            "nobody in any layer: the lead is told by mail, the request waits in the list of unassigned ones, and is given to a member")
    @Tag("D5")
    @Tag("F4.3")
    void nobodyInAnyLayer() {
        var other = new TestSupport();
        var lead = other.organisation().user(Role.ADMIN);
        var empty = other.team();
        var layer = other.layer(empty);
        var id = logged(other.customer());

        awaitMail("needs you", lead);
        lead.api()
                .queryParam("view", "UNASSIGNED")
                .get("/api/requests")
                .then()
                .body("items.id", equalTo(List.of(id.toString())));
        var late = other.technician();
        lead.api()
                .put("/api/teams/%s/layers/%s/members/%s".formatted(empty, layer, late.id()))
                .then()
                .statusCode(200);
        lead.api()
                .body(Map.of("userId", late.id()))
                .post(path(id) + "/assignments")
                .then()
                .statusCode(201);
        awaitMail("is yours", late);
        lead.api()
                .get(path(id))
                .then()
                .body("summary.dueAt", nullValue())
                .body("responseDueAt", nullValue())
                .body("resolutionDueAt", nullValue());
        assertThat(CaughtMails.to(late.email())).noneMatch(mail -> mail.text().contains("Respond by"));
        resolve(late, id).then().statusCode(201).body("summary.state", equalTo("RESOLVED"));
    }

    @Test
    @DisplayName(
            "the last layer is late: the lead is told, who has it keeps it, and no time is shown at which nothing happens")
    @Tag("F4.3")
    void lastLayerIsLate() {
        var id = logged();
        awaitAssigned(id, partner);
        BrokerClock.advance(RESPONSE_TIME_OVER);
        awaitAssigned(id, technician);

        BrokerClock.advance(RESPONSE_TIME_OVER);
        awaitMail("needs you", organisation.user(Role.ADMIN));
        technician
                .api()
                .get(path(id))
                .then()
                .body("summary.assignee.name", equalTo(technician.name()))
                .body("actions", equalTo(List.of("REPLY", "RESOLVE", "ASSIGN")))
                .body("summary.dueAt", nullValue())
                .body("resolutionDueAt", nullValue());
        reply(technician, id, "Sorry, late").then().statusCode(201);
        technician.api().get(path(id)).then().body("summary.dueAt", nullValue());
        resolve(technician, id).then().statusCode(201);
        stays(id, "RESOLVED", technician);
    }

    @Test
    @DisplayName("resolved at once: resolving counts as responding, and the process ends")
    void resolvedWithoutAResponse() {
        var id = logged();
        awaitAssigned(id, partner);
        resolve(partner, id).then().statusCode(201);

        BrokerClock.advance(RESOLUTION_TIME_OVER);
        stays(id, "RESOLVED", partner);
    }

    @Test
    @DisplayName("12: a clock that jumps makes no storm: one layer for each response time that the broker has measured")
    void clockJumps() {
        support.layer(team, support.technician());
        var id = logged();
        awaitAssigned(id, partner);

        BrokerClock.advance(Duration.ofHours(20));
        awaitAssigned(id, technician);
        stays(id, "ASSIGNED", technician);

        organisation.as(() -> QuarkusTransaction.requiringNew().call(() -> Given.bean(SupportRequests.class)
                .getEntityManager()
                .createNativeQuery("update support_request set response_due_at = '2020-01-01' where id = :id")
                .setParameter("id", id)
                .executeUpdate()));
        stays(id, "ASSIGNED", technician);
        organisation
                .as(Role.ADMIN)
                .queryParam("view", "OVERDUE")
                .get("/api/requests")
                .then()
                .body("items.id", equalTo(List.of(id.toString())));
    }

    private UUID logged() {
        return logged(customer);
    }

    private static UUID logged(TestCustomer who) {
        return UUID.fromString(who.user()
                .api()
                .body(Map.of("subject", "Printer jams", "text", "On every page"))
                .post("/api/requests")
                .then()
                .statusCode(201)
                .extract()
                .path("summary.id"));
    }

    private void awaitAssigned(UUID id, TestUser user) {
        await().atMost(PATIENCE).untilAsserted(() -> organisation
                .as(Role.ADMIN)
                .get(path(id))
                .then()
                .body("summary.assignee.name", equalTo(user.name())));
        awaitMail("is yours", user);
    }

    /** Nothing more comes of it. */
    private void stays(UUID id, String state, TestUser user) {
        await().during(QUIET).atMost(PATIENCE).untilAsserted(() -> organisation
                .as(Role.ADMIN)
                .get(path(id))
                .then()
                .body("summary.state", equalTo(state))
                .body("summary.assignee.name", equalTo(user.name())));
    }

    private static void awaitMail(String words, TestUser user) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(mailsAbout(words, user)).isPositive());
    }

    private static long mailsAbout(String words, TestUser user) {
        return CaughtMails.to(user.email()).stream()
                .filter(mail -> mail.subject().contains(words))
                .count();
    }

    private static io.restassured.response.Response reply(TestUser user, UUID id, String text) {
        return user.api().body(Map.of("text", text)).post(path(id) + "/responses");
    }

    private static io.restassured.response.Response resolve(TestUser user, UUID id) {
        return user.api().body("{}").post(path(id) + "/resolution");
    }

    private static String path(UUID id) {
        return "/api/requests/" + id;
    }
}
