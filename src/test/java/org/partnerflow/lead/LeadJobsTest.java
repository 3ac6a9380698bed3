package org.partnerflow.lead;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.partnerflow.CaughtMails;
import org.partnerflow.Parallel;
import org.partnerflow.engine.Job;
import org.partnerflow.engine.JobResult;
import org.partnerflow.rules.table.OutcomeType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

/** The jobs of a lead, each done at the same moment by several workers, besides the one that the broker has asked. */
@QuarkusTest
@DisplayName("5: jobs of a lead delivered twice at once")
class LeadJobsTest {
    @Inject
    AssignLead assignLead;

    @Inject
    WithdrawOffer withdrawOffer;

    @Inject
    MakeDeal makeDeal;

    private LeadWorld world;

    @BeforeEach
    void newOrganisation() {
        world = LeadWorld.create();
    }

    @Test
    @DisplayName("assign lead: one decision, one offer, one mail")
    void assignsOnce() {
        var anna = world.partnerUser("Anna Berg");
        var ben = world.partnerUser("Ben Cole");
        world.group("Round", List.of(anna, ben));
        world.publish(OutcomeType.ROUND_ROBIN, "Round");
        var lead = world.lead("Acme");

        atOnce(lead, job -> assignLead.handle(job, new AssignLead.Input()));

        world.broker().get("/api/leads/" + lead + "/decisions").then().body("", hasSize(1));
        world.broker().get("/api/leads/" + lead + "/offers").then().body("partnerUser.name", contains("Anna Berg"));
        await().untilAsserted(() -> assertThat(leadMails(anna.email())).isEqualTo(1));
        var next = world.lead("Next");
        world.awaitOffer(next, ben);
        assertThat(leadMails(anna.email())).isEqualTo(1);
    }

    @Test
    @DisplayName("withdraw offer: the offer ends once, and an answer that came first stands")
    void withdrawsOnce() {
        var anna = world.partnerUser("Anna Berg");
        var lead = world.unassignedLead("Acme");
        world.assign(lead, anna);
        anna.api().post("/api/leads/" + lead + "/accept").then().statusCode(200);

        atOnce(lead, job -> withdrawOffer.handle(job, new WithdrawOffer.Input()));

        world.broker().get("/api/leads/" + lead + "/offers").then().body("answer", contains("ACCEPTED"));
        world.awaitDeal(lead);
    }

    @Test
    @DisplayName("make deal: one deal")
    void makesOneDeal() {
        var anna = world.partnerUser("Anna Berg");
        var lead = world.unassignedLead("Acme");
        world.assign(lead, anna);
        anna.api().post("/api/leads/" + lead + "/accept").then().statusCode(200);

        var results = atOnce(lead, job -> makeDeal.handle(job, new MakeDeal.Input()));

        assertThat(results.stream().distinct()).hasSize(1);
        world.broker()
                .get("/api/leads/" + lead)
                .then()
                .body("state", is("CONVERTED"))
                .body("dealId", notNullValue());
        anna.api().get("/api/deals").then().statusCode(200).body("items", hasSize(1));
    }

    private List<JobResult> atOnce(UUID lead, Function<Job, JobResult> handler) {
        var job = new Job(1, world.organisation().id(), lead, "lead-offer", 1, "Task", 1, Map.of());
        return Parallel.times(4, () -> world.organisation()
                .as(() -> QuarkusTransaction.requiringNew().call(() -> handler.apply(job))));
    }

    private static long leadMails(String email) {
        return CaughtMails.to(email).stream()
                .filter(mail -> mail.subject().startsWith("New lead"))
                .count();
    }
}
