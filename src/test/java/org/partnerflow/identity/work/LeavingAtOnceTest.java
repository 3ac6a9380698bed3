package org.partnerflow.identity.work;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.Given;
import org.partnerflow.Parallel;
import org.partnerflow.Rival;
import org.partnerflow.deal.Deal;
import org.partnerflow.identity.UserService;
import org.partnerflow.shared.Role;
import org.partnerflow.support.request.RequestService;
import org.partnerflow.support.request.RequestWithoutProcess;
import org.partnerflow.support.request.SupportRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Somebody leaves at the moment in which they are given work. */
@QuarkusTest
@Tag("F3.1")
class LeavingAtOnceTest {
    private final People people = new People();

    @Test
    @DisplayName("what is being given while somebody leaves is taken from them again")
    void takesBackWhatWasJustGiven() throws Exception {
        var technician = people.support.technician();
        var team = people.team(people.admin.id());
        people.support.layer(team, technician, people.support.technician());
        var request = RequestWithoutProcess.of(people.organisation, people.support.customer(), team);
        technician.session();

        var answer = Rival.of(
                disabling(technician.id()),
                () -> people.organisation.as(people.admin.actor(), () -> {
                    Given.bean(RequestService.class).assign(request, technician.id(), null);
                    return true;
                }),
                () -> {});

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(Traces.of(technician.id(), Set.of("membership.user_id"))).isEmpty();
    }

    @Test
    @DisplayName("who is leaving is given nothing: whoever tries waits, and is told why not")
    void givesNothingToWhoIsLeaving() throws Exception {
        var technician = people.support.technician();
        var team = people.team(people.admin.id());
        people.support.layer(team, technician);
        var request = RequestWithoutProcess.of(people.organisation, people.support.customer(), team);
        people.admin.session();

        var answer = Rival.of(
                () -> people.admin()
                        .body(Map.of("userId", technician.id()))
                        .post("/api/requests/{id}/assignments", request),
                () -> people.organisation.as(people.admin.actor(), () -> {
                    Given.bean(UserService.class).setActive(technician.id(), false, null);
                    return true;
                }),
                () -> {});

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat(answer.asString()).contains("is disabled");
        assertThat(Traces.of(technician.id(), Set.of("membership.user_id"))).isEmpty();
    }

    @Test
    @DisplayName("who gives a deal to somebody who is leaving holds no record meanwhile: nobody waits in a circle")
    void waitsWithEmptyHands() throws Exception {
        var broker = people.organisation.newUser(Role.BROKER);
        var next = people.organisation.newUser(Role.BROKER);
        var own = people.deal(Map.of("ownerId", broker.id()));
        people.admin.session();

        var answer = Rival.of(
                () -> people.admin()
                        .body(Map.of("edition", 0, "name", "Renamed", "ownerId", broker.id()))
                        .put("/api/deals/{id}", own),
                () -> people.organisation.as(people.admin.actor(), () -> {
                    Given.bean(WorkGate.class).close();
                    return true;
                }),
                () -> people.organisation.as(people.admin.actor(), () -> {
                    Given.bean(UserService.class).setActive(broker.id(), false, next.id());
                    return true;
                }));

        assertThat(answer.statusCode()).as(answer.asString()).isIn(400, 409);
        assertThat(Traces.of(broker.id(), Set.of("membership.user_id"))).isEmpty();
    }

    @Test
    @DisplayName("who stores a record of the organisation while somebody leaves is not waited for in a circle either")
    void keepsTheOrganisationFree() throws Exception {
        var technician = people.support.technician();
        var team = people.team(people.admin.id());
        people.support.layer(team, technician);
        var request = RequestWithoutProcess.of(people.organisation, people.support.customer(), team);
        people.organisation.as(people.admin.actor(), () -> {
            Given.bean(RequestService.class).assign(request, technician.id(), null);
            return true;
        });
        people.admin.session();

        var answer = Rival.of(
                disabling(technician.id()),
                () -> people.organisation.as(people.admin.actor(), () -> {
                    Given.bean(EntityManager.class).find(SupportRequest.class, request, LockModeType.PESSIMISTIC_WRITE);
                    return true;
                }),
                () -> people.organisation.as(people.admin.actor(), () -> {
                    Given.bean(RequestService.class).respond(request, "A message is a record of the organisation");
                    return true;
                }));

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(Traces.of(technician.id(), Set.of("membership.user_id"))).isEmpty();
    }

    @Test
    @DisplayName("a service that locks or stores a record before it comes to the gate is told so")
    void refusesWhoComesToTheGateWithALock() {
        var deal = people.deal(Map.of());
        for (var come : List.<Runnable>of(() -> Given.bean(WorkGate.class).pass(), () -> Given.bean(WorkGate.class)
                .close())) {
            assertThatThrownBy(() -> people.organisation.as(
                            people.admin.actor(),
                            () -> QuarkusTransaction.requiringNew().call(() -> {
                                Given.bean(EntityManager.class).find(Deal.class, deal, LockModeType.PESSIMISTIC_WRITE);
                                come.run();
                                return true;
                            })))
                    .hasMessageContaining("before a record is locked or stored, but org.partnerflow.deal.Deal is");
        }
    }

    @Test
    @DisplayName("many give deals to somebody who is just removed: each is refused, or handed on")
    void leavesNothingWhateverTheOrder() {
        var broker = people.organisation.newUser(Role.BROKER);
        var next = people.organisation.newUser(Role.BROKER);
        Callable<Response> give = () -> people.admin()
                .body(People.dealBody(Map.of("ownerId", broker.id())))
                .post("/api/deals");
        Callable<Response> remove =
                () -> people.admin().queryParam("handOver", next.id()).delete("/api/users/" + broker.id());

        var answers = Parallel.each(List.of(give, give, remove, give, give), Parallel::call);

        assertThat(answers).extracting(Response::statusCode).allMatch(status -> Set.of(201, 204, 400)
                .contains(status));
        assertThat(Traces.of(broker.id(), Set.of())).isEmpty();
    }

    private Callable<Response> disabling(UUID userId) {
        return () -> people.admin().body(Map.of("active", false)).put("/api/users/{id}/active", userId);
    }
}
