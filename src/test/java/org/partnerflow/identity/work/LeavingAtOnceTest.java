package org.partnerflow.identity.work;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.Given;
import org.partnerflow.Parallel;
import org.partnerflow.Rival;
import org.partnerflow.identity.UserService;
import org.partnerflow.shared.Role;
import org.partnerflow.support.request.RequestService;
import org.partnerflow.support.request.RequestWithoutProcess;

import static org.assertj.core.api.Assertions.assertThat;

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
    @DisplayName("many give deals to somebody who is just removed: each is refused, or handed on")
    void leavesNothingWhateverTheOrder() {
        var broker = people.organisation.newUser(Role.BROKER);
        var next = people.organisation.newUser(Role.BROKER);
        people.deal(Map.of()); // makes the default workflow, which is made once under the lock of the organisation
        Callable<Response> give = () -> people.admin()
                .body(People.dealBody(Map.of("ownerId", broker.id())))
                .post("/api/deals");
        Callable<Response> remove =
                () -> people.admin().queryParam("handOver", next.id()).delete("/api/users/" + broker.id());

        var answers = Parallel.each(List.of(give, give, remove, give, give), LeavingAtOnceTest::call);

        assertThat(answers).extracting(Response::statusCode).allMatch(status -> Set.of(201, 204, 400)
                .contains(status));
        assertThat(Traces.of(broker.id(), Set.of())).isEmpty();
    }

    private Callable<Response> disabling(java.util.UUID userId) {
        return () -> people.admin().body(Map.of("active", false)).put("/api/users/{id}/active", userId);
    }

    /** Does it as a client does: whoever is told to come back, because the database saw a deadlock, comes back. */
    private static Response call(Callable<Response> work) {
        try {
            var answer = work.call();
            for (int i = 0; i < 5 && answer.statusCode() == 503; i++) {
                assertThat(answer.header("Retry-After")).isNotNull();
                answer = work.call();
            }
            return answer;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
