package org.partnerflow.lead;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.partnerflow.audit.AuditAction;
import org.partnerflow.audit.AuditTrail;
import org.partnerflow.deal.DealService;
import org.partnerflow.deal.Money;
import org.partnerflow.deal.NewDeal;
import org.partnerflow.deal.Person;
import org.partnerflow.identity.work.WorkGate;
import org.partnerflow.shared.Problems;
import org.partnerflow.shared.Problems.Violation;

/** Makes deals of accepted leads, and knows beforehand what a lead lacks for it. */
@ApplicationScoped
class LeadConversions {
    @Inject
    Leads leads;

    @Inject
    DealService deals;

    @Inject
    WorkGate gate;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /** Makes the deal in the default workflow; one of the brokers allocated to the partner owns it. A lead becomes one deal. */
    @Transactional
    UUID makeDeal(UUID leadId) {
        gate.pass();
        var lead = leads.locked(leadId);
        if (lead.dealId() != null) {
            return lead.dealId();
        }
        var form = dealOf(lead.details(), Objects.requireNonNull(lead.ownerId()));
        var missing = missing(form);
        if (!missing.isEmpty()) {
            throw Problems.refused("The lead %s cannot become a deal. %s Edit the lead, then retry."
                    .formatted(
                            lead.details().company(),
                            missing.stream()
                                    .map(one -> one.field() + ": " + one.message())
                                    .collect(Collectors.joining(" "))));
        }
        var dealId = deals.create(form);
        lead.becameDeal(dealId, clock.instant());
        audit.record(AuditAction.LEAD_CONVERTED, leadId, Map.of("dealId", dealId));
        return dealId;
    }

    /** What the lead lacks to become a deal, by the fields of the lead. */
    List<Violation> missing(LeadDetails details) {
        return missing(dealOf(details, null));
    }

    /** Refuses what could never become a deal of this partner user: naming the fields (400), or that nobody would own it (422). */
    @Transactional
    void expectComplete(LeadDetails details, UUID partnerUserId) {
        var missing = missing(details);
        if (!missing.isEmpty()) {
            throw Problems.invalid(missing);
        }
        deals.expectOwnerFor(partnerUserId);
    }

    private List<Violation> missing(NewDeal form) {
        return deals.missing(form).stream()
                .map(found -> new Violation(fieldOfLead(found.field()), found.message()))
                .toList();
    }

    private static String fieldOfLead(String fieldOfDeal) {
        return fieldOfDeal.equals("name")
                ? "company"
                : fieldOfDeal.replace("contacts[0].", "contact.").replace("value.amount", "value");
    }

    private static NewDeal dealOf(LeadDetails details, @Nullable UUID partnerUserId) {
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
                partnerUserId,
                null);
    }
}
