package org.partnerflow.lead;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.junit.jupiter.api.Test;

import org.partnerflow.shared.PhoneNumber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LeadTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private final UUID anna = UUID.randomUUID();
    private final UUID ben = UUID.randomUUID();

    @Test
    void offeredLeadIsAcceptedAndBecomesDeal() {
        var lead = aLead();
        lead.offerTo(anna, NOW);
        lead.accepted(NOW);
        var deal = UUID.randomUUID();
        lead.becameDeal(deal, NOW);
        assertThat(lead.state()).isEqualTo(LeadState.CONVERTED);
        assertThat(lead.ownerId()).isEqualTo(anna);
        assertThat(lead.dealId()).isEqualTo(deal);
    }

    @Test
    void declinedLeadBelongsToNobodyAndIsDecidedAnew() {
        var lead = aLead();
        lead.offerTo(anna, NOW);
        lead.offerEnded(NOW);
        assertThat(lead.state()).isEqualTo(LeadState.NEW);
        assertThat(lead.ownerId()).isNull();
    }

    @Test
    void takenLeadKeepsItsQueueSoThatTheOthersCanBeTold() {
        var queue = UUID.randomUUID();
        var lead = aLead();
        lead.putInto(queue, NOW);
        lead.takenBy(ben, NOW);
        assertThat(lead.state()).isEqualTo(LeadState.ACCEPTED);
        assertThat(lead.ownerId()).isEqualTo(ben);
        assertThat(lead.queueId()).isEqualTo(queue);
    }

    @Test
    void refusesToOfferAcceptedLeadToAnother() {
        var lead = aLead();
        lead.offerTo(anna, NOW);
        lead.accepted(NOW);
        assertThatThrownBy(() -> lead.offerTo(ben, NOW))
                .isInstanceOf(HttpProblem.class)
                .hasMessageContaining("was accepted");
    }

    @Test
    void refusesToTakeLeadThatWaitsInNoQueue() {
        var lead = aLead();
        assertThatThrownBy(() -> lead.takenBy(ben, NOW)).hasMessageContaining("waiting for a decision");
    }

    @Test
    void detailsAreTrimmedAndBlankOnesAreNone() {
        var details = new LeadDetails(
                "  Acme ",
                new LeadDetails.LeadContact(
                        "Ada ", " Hill", "ada@example.org", PhoneNumber.orText("+1 555 0100", null)),
                " ",
                null,
                " Energy ",
                "",
                null,
                new BigDecimal("12500.5"),
                "USD",
                null);
        assertThat(details.company()).isEqualTo("Acme");
        assertThat(details.contact().name()).isEqualTo("Ada Hill");
        assertThat(details.region()).isNull();
        assertThat(details.industry()).isEqualTo("Energy");
        assertThat(details.value()).isEqualByComparingTo("12500.50");
    }

    private static Lead aLead() {
        var contact =
                new LeadDetails.LeadContact("Ada", "Hill", "ada@example.org", PhoneNumber.orText("+1 555 0100", null));
        return new Lead(
                new LeadDetails("Acme", contact, "West", null, null, null, null, null, null, null), null, null, NOW);
    }
}
