package org.partnerflow.lead;

import java.util.List;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.Given;
import org.partnerflow.Given.TestUser;
import org.partnerflow.Statements;
import org.partnerflow.rules.RuleSetService;
import org.partnerflow.rules.table.OutcomeType;
import org.partnerflow.rules.table.RuleSet;

import static org.assertj.core.api.Assertions.assertThat;

/** Lists ask the database as often for one row as for many. */
@QuarkusTest
@Tag("F10.9")
class LeadListTest {
    private LeadWorld world;

    @BeforeEach
    void newOrganisation() {
        world = LeadWorld.create();
    }

    @Test
    void offersOfALead() {
        var anna = world.partnerUser("Anna Berg");
        var lead = world.unassignedLead("Acme");
        world.assign(lead, anna);
        long few = offers(lead, anna);
        for (int i = 0; i < 10; i++) {
            world.assign(lead, anna);
        }
        assertThat(offers(lead, anna)).isEqualTo(few);
    }

    @Test
    void versionsOfATable() {
        long few = versions();
        for (int i = 0; i < 5; i++) {
            world.publish(OutcomeType.FEWEST_OPEN, null);
        }
        assertThat(versions()).isEqualTo(few);
    }

    @Test
    @Tag("F10.11")
    void aLeadWaitsForNoGroupThatItsRowsDoNotName() {
        var anna = world.partnerUser("Anna Berg");
        world.group("Round", List.of(anna));
        world.publish(OutcomeType.PARTNER_USER, "Anna Berg");
        var lead = world.lead("Acme");
        world.whileTheGroupsAreLocked(() -> world.decide(lead));
        world.awaitOffer(lead, anna);
    }

    private long offers(UUID lead, TestUser partner) {
        return Statements.of(() -> world.organisation().as(partner.actor(), () -> Given.bean(LeadViews.class)
                .ofOffers(Given.bean(LeadService.class).offers(lead))));
    }

    private long versions() {
        return Statements.of(() ->
                world.organisation().as(() -> Given.bean(RuleSetService.class).versions(RuleSet.LEAD_ASSIGNMENT)));
    }
}
