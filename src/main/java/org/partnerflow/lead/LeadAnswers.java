package org.partnerflow.lead;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.partnerflow.audit.AuditAction;
import org.partnerflow.audit.AuditTrail;
import org.partnerflow.engine.Processes;
import org.partnerflow.identity.work.CanWork;
import org.partnerflow.identity.work.Duty;
import org.partnerflow.identity.work.WorkGate;
import org.partnerflow.lead.LeadForm.LeadContactForm;
import org.partnerflow.lead.LeadOffer.Answer;
import org.partnerflow.lead.LeadOffer.Way;
import org.partnerflow.lead.people.LeadPeople;
import org.partnerflow.shared.Problems;

/** What partner users do with leads: accept, decline, take from a queue. Each lead is locked, so that two never both get it. */
@ApplicationScoped
public class LeadAnswers {
    private static final String ANSWERED = "lead-offer.answered";

    @Inject
    Leads leads;

    @Inject
    LeadOffers offers;

    @Inject
    LeadAccess access;

    @Inject
    LeadPeople people;

    @Inject
    CanWork canWork;

    @Inject
    LeadNews news;

    @Inject
    LeadService service;

    @Inject
    LeadConversions conversions;

    @Inject
    Processes processes;

    @Inject
    WorkGate gate;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /**
     * The lead becomes a deal of the partner user. What a deal needs is asked now, naming the fields (400).
     *
     * @param completed the contact with what was missing; null to take it as it is
     */
    @Transactional
    public Lead accept(UUID leadId, @Nullable LeadContactForm completed) {
        var lead = offeredToMe(leadId);
        complete(lead, completed);
        lead.accepted(clock.instant());
        answer(lead, Answer.ACCEPTED, null);
        processes.publish(ANSWERED, leadId, Map.of("answer", "accepted"));
        return lead;
    }

    /** @param reason what the staff is told */
    @Transactional
    public Lead decline(UUID leadId, String reason) {
        var lead = offeredToMe(leadId);
        lead.offerEnded(clock.instant());
        answer(lead, Answer.DECLINED, reason.strip());
        news.declined(lead, people.byId(access.viewer().userIdOrNobody()), reason.strip());
        processes.publish(ANSWERED, leadId, Map.of("answer", "declined"));
        return lead;
    }

    /** A member of its queue takes the lead. Who comes too late is told who has it (409). */
    @Transactional
    public Lead take(UUID leadId, @Nullable LeadContactForm completed) {
        gate.pass();
        var lead = leads.locked(leadId);
        var viewer = access.viewer();
        if (!viewer.isOfItsQueue(lead)) {
            access.expectVisible(lead);
            throw Problems.conflict("Expected a lead that waits in one of your queues, but this one %s."
                    .formatted(lead.state().words()));
        }
        if (lead.isAccepted()) {
            throw taken(lead);
        }
        var me = people.byId(viewer.userIdOrNobody());
        canWork.refuseUnlessAble(me.id(), Duty.TAKE_LEADS);
        var now = clock.instant();
        complete(lead, completed);
        lead.takenBy(me.id(), now);
        var offer = new LeadOffer(leadId, me.id(), Way.QUEUE, null, null, now);
        offer.answer(Answer.ACCEPTED, null, now);
        offers.persist(offer);
        audit.record(AuditAction.LEAD_TAKEN, leadId, Map.of("by", me.name()));
        processes.publish("lead-offer.assigned", leadId, Map.of());
        return lead;
    }

    private void complete(Lead lead, @Nullable LeadContactForm completed) {
        if (completed != null) {
            var known = lead.details();
            service.change(lead, known.with(completed.contact(known.country())));
        }
        conversions.expectComplete(lead.details(), access.viewer().userIdOrNobody());
    }

    private RuntimeException taken(Lead lead) {
        var winner = people.byId(lead.ownerId());
        return Problems.conflict(
                "%s has taken this lead already.".formatted(winner.name()),
                Map.of("owner", Map.of("id", winner.id(), "name", winner.name())));
    }

    private Lead offeredToMe(UUID leadId) {
        var lead = leads.locked(leadId);
        var viewer = access.viewer();
        if (viewer.isOwner(lead)) {
            return lead;
        }
        if (offers.wasOfferedTo(leadId, viewer.userIdOrNobody())) {
            throw Problems.conflict("Your offer of this lead has ended: it was answered, withdrawn or has expired.");
        }
        access.expectVisible(lead);
        throw Problems.conflict("Expected a lead that is offered to you, but this one %s."
                .formatted(lead.state().words()));
    }

    private void answer(Lead lead, Answer answer, @Nullable String reason) {
        offers.openOf(lead.id())
                .orElseThrow(() -> new IllegalStateException("Expected an open offer of lead " + lead.id()))
                .answer(answer, reason, clock.instant());
        audit.record(
                answer == Answer.ACCEPTED ? AuditAction.LEAD_ACCEPTED : AuditAction.LEAD_DECLINED,
                lead.id(),
                reason == null ? Map.of() : Map.of("reason", reason));
    }
}
