package org.partnerflow.engine;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.partnerflow.CaughtMails;
import org.partnerflow.Given.TestUser;
import org.partnerflow.Parallel;
import org.partnerflow.shared.Ids;
import org.partnerflow.shared.Role;
import org.partnerflow.support.TestSupport;
import org.partnerflow.support.request.RequestWithoutProcess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

/** The jobs of request-escalation as the engine delivers them when it goes wrong: twice at once. */
@QuarkusTest
class SupportJobsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    JobRunner runner;

    @Inject
    JobWorkers workers;

    @Inject
    ProcessBindings bindings;

    @Inject
    ObjectMapper json;

    private final TestSupport support = new TestSupport();
    private final UUID start = Ids.next();
    private final long instance = ThreadLocalRandom.current().nextLong(1L << 40, 1L << 50);
    private long lastKey = instance;

    @Test
    @DisplayName(
            "5: assigning, escalating and telling the lead, each delivered twice at once: one state, one mail each")
    void haveOneEffectWhenDeliveredTwiceAtOnce() {
        var technician = support.technician();
        var second = support.technician();
        var lead = support.organisation().user(Role.ADMIN);
        var team = support.team();
        support.layer(team, technician);
        support.layer(team, second);
        var id = RequestWithoutProcess.of(support.organisation(), support.customer(), team);
        QuarkusTransaction.requiringNew()
                .run(() -> bindings.begin(
                        id, "request-escalation", support.organisation().id(), start, null));

        twice(id, "partnerflow.assign-request", Map.of());
        twice(id, "partnerflow.escalate-request", Map.of("cause", "response-overdue"));
        twice(id, "partnerflow.assign-request", Map.of());
        twice(id, "partnerflow.tell-team-lead", Map.of());

        support.organisation()
                .as(Role.ADMIN)
                .get("/api/requests/%s/assignments".formatted(id))
                .then()
                .body("assignee.name", equalTo(List.of(technician.name(), second.name())));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(List.of(mailsTo(technician), mailsTo(second), mailsTo(lead)))
                        .as("the first one is told that it is theirs, and that it is so no longer")
                        .containsExactly(2L, 1L, 1L));
        await().during(Duration.ofSeconds(2))
                .atMost(PATIENCE)
                .until(() -> mailsTo(lead) == 1 && mailsTo(technician) == 2);
    }

    private void twice(UUID record, String type, Map<String, Object> variables) {
        var delivery = delivery(record, type, variables);
        assertThat(Parallel.times(2, () -> runner.run(workers.handler(type), delivery)))
                .containsOnly(true);
    }

    private Delivery delivery(UUID record, String type, Map<String, Object> variables) {
        var all = new java.util.HashMap<String, Object>(variables);
        all.put(EngineVariables.RECORD_ID, record);
        all.put(EngineVariables.ORGANISATION_ID, support.organisation().id());
        all.put(EngineVariables.START_ID, start);
        return new Delivery(
                ++lastKey, type, "request-escalation", 1, "Task", instance, Map.of(), json.valueToTree(all));
    }

    private static long mailsTo(TestUser user) {
        return CaughtMails.to(user.email()).size();
    }
}
