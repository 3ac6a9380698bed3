package org.partnerflow.lead;

import java.time.Clock;
import java.util.List;
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
import org.partnerflow.lead.LeadOffer.Answer;
import org.partnerflow.lead.LeadOffer.Way;
import org.partnerflow.lead.people.LeadPeople;
import org.partnerflow.lead.people.LeadPerson;
import org.partnerflow.lead.queue.Queue;
import org.partnerflow.lead.queue.QueueService;
import org.partnerflow.rules.Decision;
import org.partnerflow.rules.Decisions;
import org.partnerflow.shared.Problems;
import org.partnerflow.shared.Texts;

/** Says who is asked to take a lead: by the rules, or by hand. */
@ApplicationScoped
public class LeadAssignments {
    private static final int LONGEST_NOTE = 1000;

    @Inject
    Leads leads;

    @Inject
    LeadOffers offers;

    @Inject
    LeadFactsReader factsReader;

    @Inject
    Decisions decisions;

    @Inject
    LeadService service;

    @Inject
    LeadPeople people;

    @Inject
    CanWork canWork;

    @Inject
    QueueService queues;

    @Inject
    LeadMails mails;

    @Inject
    LeadNews news;

    @Inject
    Processes processes;

    @Inject
    WorkGate gate;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /** What the process does next with a lead. */
    enum Assignment {
        OFFERED,
        QUEUED,
        NOBODY
    }

    /**
     * Decides by the rules where nothing was decided yet. What somebody did meanwhile stands; when the lead was accepted, the process
     * is told, so that it does not wait for an answer that was given.
     */
    @Transactional
    Assignment assign(UUID leadId) {
        gate.pass();
        var lead = leads.locked(leadId);
        if (lead.state() == LeadState.NEW) {
            decide(lead);
        } else if (lead.isAccepted()) {
            processes.publish("lead-offer.answered", leadId, Map.of("answer", "accepted"));
        }
        return switch (lead.state()) {
            case OFFERED, ACCEPTED, CONVERTED -> Assignment.OFFERED;
            case QUEUED -> Assignment.QUEUED;
            case NEW, UNASSIGNED -> Assignment.NOBODY;
        };
    }

    /** Lets the rules decide again about a lead that nobody has accepted. */
    @Transactional
    public Lead assignByRules(UUID leadId) {
        var lead = reassignable(leadId);
        var former = lead.ownerId();
        decide(lead);
        news.withdrawn(lead, former);
        processes.publish("lead-offer.assigned", leadId, Map.of());
        return lead;
    }

    /**
     * Offers the lead by hand; whoever let an offer of it run out can be asked again, and who declined it with a note.
     *
     * @param note what is written to the partner user
     */
    @Transactional
    public Lead assignToPartnerUser(UUID leadId, UUID partnerUserId, @Nullable String note) {
        var lead = reassignable(leadId);
        var former = lead.ownerId();
        var candidate = factsReader.judged(lead, partnerUserId);
        var text = Texts.optionalLines("note", note, LONGEST_NOTE);
        if (candidate.objection() != null) {
            throw Problems.refused("%s cannot be offered this lead. %s"
                    .formatted(candidate.person().name(), candidate.objection()));
        }
        if (candidate.declined() && text == null) {
            throw Problems.refused("%s has declined this lead. Say in a note why it is offered to them again."
                    .formatted(candidate.person().name()));
        }
        offer(lead, candidate.person(), Way.HAND, null, text);
        news.withdrawn(lead, former);
        processes.publish("lead-offer.assigned", leadId, Map.of());
        return lead;
    }

    @Transactional
    public Lead assignToQueue(UUID leadId, UUID queueId) {
        var lead = reassignable(leadId);
        var former = lead.ownerId();
        var queue = queues.held(queueId);
        if (queue.members().isEmpty()) {
            throw Problems.refused(
                    "The queue \"%s\" has no members: nobody could take the lead. Add somebody to it first."
                            .formatted(queue.name()));
        }
        putInto(lead, queue, Way.HAND);
        news.withdrawn(lead, former);
        processes.publish("lead-offer.assigned", leadId, Map.of());
        return lead;
    }

    /** Everybody to whom the lead could be offered by hand, and everybody to whom it could not. */
    @Transactional
    List<LeadCandidate> candidates(UUID leadId) {
        return factsReader.judged(service.read(leadId));
    }

    /** What the rules decided about a lead, the latest first. */
    @Transactional
    List<Decision> decisions(UUID leadId) {
        service.read(leadId);
        return decisions.about(leadId);
    }

    /** Ends an offer that nobody answered in time; one that was answered at the last moment stands. */
    @Transactional
    void withdrawExpired(UUID leadId) {
        var lead = leads.locked(leadId);
        if (lead.state() == LeadState.OFFERED) {
            offers.openOf(leadId).ifPresent(offer -> offer.answer(Answer.EXPIRED, null, clock.instant()));
            var former = lead.ownerId();
            lead.offerEnded(clock.instant());
            news.expired(lead, former);
            audit.record(AuditAction.LEAD_OFFER_EXPIRED, leadId, Map.of());
        }
    }

    private void decide(Lead lead) {
        var question = factsReader.question(lead);
        var decision = decisions.decide(question.table(), question.facts());
        var assignee = decision.ruling().assignee();
        switch (assignee.kind()) {
            case USER -> offer(lead, people.byId(assignee.id()), Way.RULES, decision, null);
            case QUEUE -> putIntoOrLeave(lead, queues.held(assignee.id()));
            case NOBODY, NEXT_LAYER -> leaveUnassigned(lead, Map.of());
        }
        if (assignee.groupId() != null) {
            question.giveTurn(assignee.groupId(), assignee.id());
        }
    }

    private Lead reassignable(UUID leadId) {
        gate.pass();
        var lead = leads.locked(leadId);
        if (lead.isAccepted()) {
            var owner = people.byId(lead.ownerId());
            throw Problems.conflict(
                    "%s has accepted this lead already.".formatted(owner.name()),
                    Map.of("owner", Map.of("id", owner.id(), "name", owner.name())));
        }
        offers.openOf(leadId).ifPresent(offer -> offer.answer(Answer.WITHDRAWN, null, clock.instant()));
        return lead;
    }

    private void offer(Lead lead, LeadPerson person, Way way, @Nullable Decision decision, @Nullable String note) {
        canWork.refuseUnlessAble(person.id(), Duty.TAKE_LEADS);
        lead.offerTo(person.id(), clock.instant());
        offers.persist(new LeadOffer(
                lead.id(), person.id(), way, decision == null ? null : decision.id(), note, clock.instant()));
        mails.offered(lead, person, note);
        audit.record(
                AuditAction.LEAD_OFFERED,
                lead.id(),
                Map.of(
                        "partnerUserId",
                        person.id(),
                        "to",
                        person.name(),
                        "way",
                        way,
                        "note",
                        note == null ? "" : note));
    }

    /** The rules name a queue; where nobody is in it, the staff is told, as of a lead that fits nobody. */
    private void putIntoOrLeave(Lead lead, Queue queue) {
        if (queue.members().isEmpty()) {
            leaveUnassigned(lead, Map.of("emptyQueue", queue.name()));
        } else {
            putInto(lead, queue, Way.RULES);
        }
    }

    private void putInto(Lead lead, Queue queue, Way way) {
        lead.putInto(queue.id(), clock.instant());
        audit.record(
                AuditAction.LEAD_QUEUED, lead.id(), Map.of("queueId", queue.id(), "queue", queue.name(), "way", way));
    }

    private void leaveUnassigned(Lead lead, Map<String, ?> details) {
        boolean isNews = lead.state() != LeadState.UNASSIGNED;
        lead.leaveUnassigned(clock.instant());
        if (isNews) {
            news.fitsNobody(lead);
        }
        audit.record(AuditAction.LEAD_UNASSIGNED, lead.id(), details);
    }
}
