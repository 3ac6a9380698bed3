package org.partnerflow.lead;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.partnerflow.audit.AuditTrail;
import org.partnerflow.deal.DealService;
import org.partnerflow.deal.Money;
import org.partnerflow.deal.NewDeal;
import org.partnerflow.deal.Person;

/** Makes deals of accepted leads. */
@ApplicationScoped
class LeadConversions {
    @Inject
    Leads leads;

    @Inject
    DealService deals;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /** Makes the deal in the default workflow; one of the brokers allocated to the partner owns it. A lead becomes one deal. */
    @Transactional
    UUID makeDeal(UUID leadId) {
        var lead = leads.locked(leadId);
        if (lead.dealId() != null) {
            return lead.dealId();
        }
        var dealId = deals.create(dealOf(lead));
        lead.becameDeal(dealId, clock.instant());
        audit.record("lead.converted", LeadService.RECORD_TYPE, leadId, Map.of("dealId", dealId));
        return dealId;
    }

    private NewDeal dealOf(Lead lead) {
        var details = lead.details();
        var contact = details.contact();
        return new NewDeal(
                details.company(),
                details.value() == null ? null : new Money(details.value(), details.currency()),
                null,
                List.of(new Person(
                        contact.firstName(),
                        contact.lastName(),
                        contact.email(),
                        contact.phone().toString())),
                null,
                lead.ownerId(),
                null);
    }
}
