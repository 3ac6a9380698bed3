package org.partnerflow.deal;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.Given;
import org.partnerflow.engine.feed.Tokens;
import org.partnerflow.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

/** What the engine asks of deals. */
@QuarkusTest
class DealProcessesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Inject
    DealProcesses processes;

    @Inject
    Tokens tokens;

    private final Given.TestOrganisation organisation = Given.organisation();

    @Test
    @DisplayName("a deal whose process cannot go on is ended: closed as lost with the reason, and its instance is over")
    @Tag("F5.3")
    @Tag("W12")
    void endsADeal() {
        var broker = organisation.user(Role.BROKER);
        var id = TestDeals.standing(broker);
        var dealId = UUID.fromString(id);
        await().atMost(PATIENCE).until(() -> places(dealId) == 1);

        organisation.as(organisation.user(Role.OPS_MANAGER).actor(), () -> QuarkusTransaction.requiringNew()
                .call(() -> {
                    processes.end(dealId, "The diagram cannot be mended");
                    return true;
                }));

        TestDeals.read(broker, id).body("state", is("LOST"));
        await().atMost(PATIENCE).until(() -> places(dealId) == 0);
        broker.api()
                .get("/api/deals/{id}/activity", id)
                .then()
                .body(
                        "items.find { it.action == 'deal.lost' }.details",
                        is(Map.of("reason", "The diagram cannot be mended")));
    }

    private int places(UUID dealId) {
        return QuarkusTransaction.requiringNew().call(() -> tokens.of(dealId)).size();
    }

    @Test
    void knowsTheDiagramOfADefinition() {
        var broker = organisation.user(Role.BROKER);
        TestDeals.standing(broker);
        var workflow = organisation.as(() -> Given.bean(Workflows.class).defaultWorkflow());
        var found = organisation.as(() -> QuarkusTransaction.requiringNew()
                .call(() -> processes.diagram(
                        workflow.processId(), workflow.current().definitionKey())));
        assertThat(found).isPresent();
        assertThat(organisation.as(
                        () -> QuarkusTransaction.requiringNew().call(() -> processes.diagram(workflow.processId(), 7))))
                .isEmpty();
    }
}
