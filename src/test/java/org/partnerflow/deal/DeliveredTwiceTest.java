package org.partnerflow.deal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.CaughtMails;
import org.partnerflow.Given;
import org.partnerflow.engine.ForgetfulReplies;
import org.partnerflow.engine.TwiceRunner;
import org.partnerflow.lead.LeadWorld;
import org.partnerflow.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Every job of every process is delivered twice at once, and then, as its answer was lost, twice again. */
@QuarkusTest
@TestProfile(DeliveredTwiceTest.Unreliable.class)
@Tag("F11.11")
class DeliveredTwiceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    public static class Unreliable implements QuarkusTestProfile {
        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(TwiceRunner.class, ForgetfulReplies.class);
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("partnerflow.engine.job-timeout", "2s");
        }
    }

    @Test
    @DisplayName("2, 5: a deal is sent its proposal once, enters each stage once and is closed once")
    void dealsHaveEachEffectOnce() {
        var organisation = Given.organisation();
        var broker = organisation.user(Role.BROKER);
        var email = "cora." + Given.unique() + "@example.org";
        var contact = Map.of("firstName", "Cora", "lastName", "Contact", "email", email, "phone", "+1 303 555 0100");
        var id = TestDeals.create(broker, TestDeals.body("Chairs", Map.of("contacts", List.of(contact))));
        TestDeals.awaitStage(broker, id, "Qualification");
        TestDeals.moveTo(broker, id, "Qualified", "Needs analysis");
        TestDeals.moveTo(broker, id, only(id, broker), "Proposal");
        TestDeals.moveTo(broker, id, only(id, broker), "Negotiation");
        TestDeals.moveTo(broker, id, "Agreed", "Contract");
        TestDeals.move(broker, id, Map.of("outcome", "Signed")).statusCode(200);
        TestDeals.awaitState(broker, id, "WON");

        assertThat(actions(organisation, id, "deal.stage-entered")).isEqualTo(5);
        assertThat(actions(organisation, id, "deal.won")).isEqualTo(1);
        await().atMost(PATIENCE).until(() -> CaughtMails.to(email).size() == 1);
    }

    @Test
    @DisplayName("2, 5: a lead that is accepted becomes one deal, and an invitation is mailed once")
    void leadsHaveEachEffectOnce() {
        var world = LeadWorld.create();
        var partner = world.partnerUser("Pat Partner");
        var lead = world.lead("Acme " + Given.unique());
        world.assign(lead, partner);
        partner.api().body(Map.of()).post("/api/leads/{id}/accept", lead).then().statusCode(200);

        assertThat(world.awaitDeal(lead)).isNotNull();
        assertThat(actions(world.organisation(), lead.toString(), "lead.offered"))
                .isEqualTo(1);
        List<String> deals = world.broker().get("/api/deals").jsonPath().getList("items.id");
        assertThat(deals).hasSize(1);

        var invited = world.invitedPartnerUser("Ina Invited");
        await().atMost(PATIENCE).until(() -> !CaughtMails.to(invited.email()).isEmpty());
        assertThat(CaughtMails.to(invited.email())).hasSize(1);
    }

    private static long actions(Given.TestOrganisation organisation, String record, String action) {
        return organisation
                .as(Role.ADMIN)
                .get("/api/audit-entries?recordId={id}&limit=100", record)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.action", String.class)
                .stream()
                .filter(action::equals)
                .count();
    }

    private static String only(String id, Given.TestUser broker) {
        return TestDeals.read(broker, id).extract().path("place.position.moves[0].outcome");
    }
}
