package org.partnerflow.identity.work;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.partnerflow.Given.TestUser;
import org.partnerflow.rules.table.OutcomeType;
import org.partnerflow.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

/** Whoever leaves, in whatever way, leaves no work behind. */
@QuarkusTest
@Tag("F3.1")
class LeavingTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final People people = new People();

    enum WayOfStaff {
        DISABLED,
        ROLES_TAKEN,
        REMOVED
    }

    enum WayOfPartners {
        DISABLED,
        PARTNER_USER_REMOVED,
        REMOVED_FROM_ORGANISATION
    }

    @Test
    @DisplayName(
            "every column that names somebody is history, or is given up by those who leave: a new one must be decided")
    void knowsEveryColumn() {
        assertThat(Traces.undecided())
                .as("columns to be added to Traces, and to a HoldsWork of their package if they are work")
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void leavesNothingOfStaff(WayOfStaff way) {
        var leaver = people.organisation.newUser(Role.ADMIN, Role.BROKER, Role.TECHNICIAN);
        var next = people.organisation.newUser(Role.ADMIN);
        var colleague = people.support.technician();
        var partner = people.leads.partnerUser("Pia Partner");
        var deal = people.deal(Map.of("ownerId", leaver.id()));
        var account = people.account(leaver.id());
        allocate(partner, leaver);
        var team = people.team(leaver.id());
        people.support.layer(team, leaver, colleague);
        var request = people.request(team, leaver.id());

        people.admin()
                .get("/api/users/{id}/work", leaver.id())
                .then()
                .statusCode(200)
                .body(
                        "work.words",
                        hasItems("1 open deal", "1 partner account", "1 open request", "1 team that they lead"))
                .body("successors.id", hasItem(next.id().toString()))
                .body("successors.id", not(hasItem(colleague.id().toString())));
        leave(way, leaver, null)
                .then()
                .statusCode(422)
                .body("detail", containsString("1 open deal"))
                .body("detail", containsString("handOver"));
        leave(way, leaver, colleague.id())
                .then()
                .statusCode(400)
                .body("violations.field", equalTo(List.of("handOver")));
        assertThat(Traces.of(leaver.id(), Set.of())).as("nothing has happened").isNotEmpty();

        leave(way, leaver, next.id()).then().statusCode(way == WayOfStaff.REMOVED ? 204 : 200);

        assertThat(Traces.of(leaver.id(), kept(way))).isEmpty();
        people.admin()
                .get("/api/deals/" + deal)
                .then()
                .body("owner.id", equalTo(next.id().toString()));
        people.admin()
                .get("/api/partner-accounts/" + account)
                .then()
                .body("owner.id", equalTo(next.id().toString()));
        people.admin()
                .get("/api/teams/" + team)
                .then()
                .body("lead.id", equalTo(next.id().toString()));
        people.admin()
                .get("/api/requests/" + request)
                .then()
                .body("summary.state", equalTo("NEW"))
                .body("summary.assignee", nullValue());
        if (way == WayOfStaff.DISABLED) {
            comesBackWithoutWork(leaver);
        }
    }

    @ParameterizedTest
    @EnumSource
    @Tag("O10")
    void leavesNothingOfPartners(WayOfPartners way) {
        var leaver = people.leads.partnerUser("Lea Leaver");
        var colleague = people.leads.partnerUser("Carl Colleague");
        var own = people.deal(Map.of("partnerUserId", leaver.id()));
        var shared = people.deal(Map.of());
        people.admin()
                .body(Map.of("partnerUserId", leaver.id()))
                .post("/api/deals/{id}/shares", shared)
                .then()
                .statusCode(201);
        people.leads.queue("Queue", List.of(leaver, colleague));
        var group = people.leads.group("Group", List.of(leaver, colleague));
        var offered = people.leads.unassignedLead("Offered");
        people.leads.assign(offered, leaver);
        var accepted = people.acceptedLead(leaver);
        var team = people.team(people.admin.id());
        people.support.layer(team, leaver, people.support.technician());
        people.request(team, leaver.id());
        people.leads.publish(OutcomeType.FEWEST_OPEN, null);

        leave(way, leaver, colleague.id()).then().statusCode(way == WayOfPartners.DISABLED ? 200 : 204);

        assertThat(Traces.of(leaver.id(), kept(way))).isEmpty();
        people.leads.awaitOffer(offered, colleague);
        people.leads.awaitOffer(accepted, colleague);
        people.admin()
                .get("/api/leads/{id}/offers", offered)
                .then()
                .body("findAll { it.partnerUser.id == '%s' }.answer".formatted(leaver.id()), hasItem("WITHDRAWN"));
        people.admin()
                .get("/api/deals/" + own)
                .then()
                .body("partner.userId", equalTo(colleague.id().toString()));
        people.admin()
                .get("/api/assignment-groups/" + group)
                .then()
                .body("members.id", equalTo(List.of(colleague.id().toString())))
                .body("next", equalTo(colleague.id().toString()));
        if (way == WayOfPartners.DISABLED) {
            comesBackWithoutWork(leaver);
        }
    }

    @Test
    @DisplayName("deals of a partner user whom nobody follows stay with the account and the owner")
    void dealsStayWithTheAccount() {
        var leaver = people.leads.partnerUser("Lea Leaver");
        var deal = people.deal(Map.of("partnerUserId", leaver.id()));

        people.admin()
                .delete("/api/partner-users/{id}", people.partnerUser(leaver))
                .then()
                .statusCode(204);

        people.admin()
                .get("/api/deals/" + deal)
                .then()
                .body("partner.userId", nullValue())
                .body("partner.accountId", not(nullValue()));
    }

    @Test
    @Tag("O10")
    @DisplayName("who is taken out of a layer loses the requests that they have there, and keeps those of other layers")
    void leavesALayer() {
        var leaver = people.support.technician();
        var team = people.team(people.admin.id());
        var first = people.support.layer(team, leaver, people.support.technician());
        var request = people.request(team, leaver.id());
        var other = people.team(people.admin.id());
        people.support.layer(other, leaver);
        var kept = people.request(other, leaver.id());
        var member = "/api/teams/%s/layers/%s/members/%s".formatted(team, first, leaver.id());

        people.admin()
                .get(member + "/work")
                .then()
                .statusCode(200)
                .body("work.words", equalTo(List.of("1 open request")));
        people.admin().delete(member).then().statusCode(200);

        people.admin().get("/api/requests/" + request).then().body("summary.assignee", nullValue());
        people.admin()
                .get("/api/requests/" + kept)
                .then()
                .body("summary.assignee.id", equalTo(leaver.id().toString()));
        people.admin().get(member + "/work").then().body("work", empty());
    }

    @Test
    @DisplayName("who keeps a role with which the work can be done keeps the work")
    void keepsWhatOneCanStillDo() {
        var broker = people.organisation.newUser(Role.BROKER, Role.TECHNICIAN);
        var deal = people.deal(Map.of("ownerId", broker.id()));

        people.admin()
                .body(Map.of("roles", List.of("BROKER")))
                .put("/api/users/{id}/roles", broker.id())
                .then()
                .statusCode(200);

        people.admin()
                .get("/api/deals/" + deal)
                .then()
                .body("owner.id", equalTo(broker.id().toString()));
    }

    private void comesBackWithoutWork(TestUser leaver) {
        people.admin()
                .body(Map.of("active", true))
                .put("/api/users/{id}/active", leaver.id())
                .then()
                .statusCode(200);
        people.admin().get("/api/users/{id}/work", leaver.id()).then().body("work", empty());
    }

    private io.restassured.response.Response leave(WayOfStaff way, TestUser leaver, UUID handOver) {
        return switch (way) {
            case DISABLED -> disable(leaver, handOver);
            case ROLES_TAKEN ->
                people.admin()
                        .body(
                                handOver == null
                                        ? Map.of("roles", List.of("OPS_MANAGER"))
                                        : Map.of("roles", List.of("OPS_MANAGER"), "handOver", handOver))
                        .put("/api/users/{id}/roles", leaver.id());
            case REMOVED -> remove("/api/users/" + leaver.id(), handOver);
        };
    }

    private io.restassured.response.Response leave(WayOfPartners way, TestUser leaver, UUID handOver) {
        return switch (way) {
            case DISABLED -> disable(leaver, handOver);
            case PARTNER_USER_REMOVED -> remove("/api/partner-users/" + people.partnerUser(leaver), handOver);
            case REMOVED_FROM_ORGANISATION -> remove("/api/users/" + leaver.id(), handOver);
        };
    }

    private io.restassured.response.Response disable(TestUser leaver, UUID handOver) {
        return people.admin()
                .body(handOver == null ? Map.of("active", false) : Map.of("active", false, "handOver", handOver))
                .put("/api/users/{id}/active", leaver.id());
    }

    private io.restassured.response.Response remove(String path, UUID handOver) {
        return handOver == null
                ? people.admin().delete(path)
                : people.admin().queryParam("handOver", handOver).delete(path);
    }

    /** Who is disabled is still a member, and who loses roles goes on with the others. */
    private static Set<String> kept(WayOfStaff way) {
        return switch (way) {
            case DISABLED -> Set.of("membership.user_id");
            case ROLES_TAKEN -> Set.of("membership.user_id", "user_session.user_id", "deal_notice.user_id");
            case REMOVED -> Set.of();
        };
    }

    private static Set<String> kept(WayOfPartners way) {
        return way == WayOfPartners.DISABLED ? Set.of("membership.user_id", "partner_user.present_user_id") : Set.of();
    }

    /** The onboarding process may be finishing at the same time. */
    private void allocate(TestUser partner, TestUser broker) {
        await().atMost(PATIENCE).untilAsserted(() -> people.admin()
                .body(Map.of("version", version(partner), "userIds", List.of(broker.id())))
                .put("/api/partner-users/{id}/allocation", people.partnerUser(partner))
                .then()
                .statusCode(200));
    }

    private int version(TestUser partner) {
        return people.admin()
                .queryParam("q", partner.email())
                .get("/api/partner-users")
                .jsonPath()
                .getInt("items[0].version");
    }
}
