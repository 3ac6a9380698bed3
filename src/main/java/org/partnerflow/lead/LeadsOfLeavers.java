package org.partnerflow.lead;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.partnerflow.audit.AuditAction;
import org.partnerflow.audit.AuditTrail;
import org.partnerflow.engine.Processes;
import org.partnerflow.identity.work.Duty;
import org.partnerflow.identity.work.HoldsWork;
import org.partnerflow.identity.work.Leaver;
import org.partnerflow.identity.work.Work;
import org.partnerflow.lead.LeadOffer.Answer;
import org.partnerflow.lead.queue.Queue;
import org.partnerflow.lead.queue.QueueService.QueueEmptied;
import org.partnerflow.lead.queue.Queues;

/** Leads of those who leave are decided anew: those that they were asked to take, and those that are no deal yet. */
@ApplicationScoped
class LeadsOfLeavers implements HoldsWork {
    private static final String OWNED = "ownerId = ?1 and state in ?2";
    private static final String ANEW = "are decided anew by the rules";

    @Inject
    Leads leads;

    @Inject
    LeadOffers offers;

    @Inject
    Queues queues;

    @Inject
    Processes processes;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    @Override
    public List<Work> of(Leaver leaver) {
        if (!leaver.gives(Duty.TAKE_LEADS)) {
            return List.of();
        }
        return List.of(
                Work.without("offers", count(leaver, LeadState.OFFERED), "offer of a lead", "offers of leads", ANEW),
                Work.without(
                        "leads",
                        count(leaver, LeadState.ACCEPTED),
                        "accepted lead that is no deal yet",
                        "accepted leads that are no deals yet",
                        ANEW),
                Work.without(
                        "queued-leads",
                        queuedForNobodyElse(leaver),
                        "lead in a queue that nobody else is in",
                        "leads in queues that nobody else is in",
                        ANEW));
    }

    @Override
    public void handOver(Leaver leaver, @Nullable UUID successor) {
        if (leaver.gives(Duty.TAKE_LEADS)) {
            leads.find(OWNED + " order by id", leaver.userId(), EnumSet.of(LeadState.OFFERED, LeadState.ACCEPTED))
                    .withLock(LockModeType.PESSIMISTIC_WRITE)
                    .list()
                    .forEach(lead -> takeBack(lead, leaver));
        }
    }

    /** A lead in a queue that nobody is in would wait for ever. */
    @Transactional
    void decideAnew(@Observes QueueEmptied event) {
        leads.find("state = ?1 and queueId = ?2 order by id", LeadState.QUEUED, event.queueId())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list()
                .forEach(lead -> {
                    lead.queueEmptied(clock.instant());
                    audit.record(AuditAction.LEAD_QUEUE_EMPTIED, lead.id(), Map.of("queueId", event.queueId()));
                    processes.publish("lead-offer.assigned", lead.id(), Map.of());
                });
    }

    private long queuedForNobodyElse(Leaver leaver) {
        var alone = queues.ofMember(leaver.userId()).stream()
                .filter(queue -> queue.members().size() == 1)
                .map(Queue::id)
                .toList();
        return alone.isEmpty() ? 0 : leads.count("state = ?1 and queueId in ?2", LeadState.QUEUED, alone);
    }

    private void takeBack(Lead lead, Leaver leaver) {
        boolean accepted = lead.isAccepted();
        lead.ownerLeft(clock.instant());
        offers.openOf(lead.id()).ifPresent(offer -> offer.answer(Answer.WITHDRAWN, null, clock.instant()));
        audit.record(AuditAction.LEAD_OWNER_LEFT, lead.id(), Map.of("from", leaver.userId(), "name", leaver.name()));
        if (accepted) { // the process is about to make a deal of it
            processes.cancel(LeadService.PROCESS, lead.id());
            processes.start(LeadService.PROCESS, lead.id(), Map.of());
        } else {
            processes.publish("lead-offer.assigned", lead.id(), Map.of());
        }
    }

    private long count(Leaver leaver, LeadState state) {
        return leads.count(OWNED, leaver.userId(), Set.of(state));
    }
}
