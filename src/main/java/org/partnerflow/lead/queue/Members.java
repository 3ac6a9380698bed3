package org.partnerflow.lead.queue;

import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.partnerflow.identity.work.CanWork;
import org.partnerflow.identity.work.Duty;
import org.partnerflow.lead.people.LeadPeople;
import org.partnerflow.lead.people.LeadPerson;
import org.partnerflow.lead.queue.AssignmentGroup.Kind;
import org.partnerflow.shared.Problems;

/** Checks that members of queues and groups are of the organisation. */
@ApplicationScoped
class Members {
    @Inject
    Queues queues;

    @Inject
    LeadPeople people;

    @Inject
    CanWork canWork;

    void expect(Kind kind, Set<UUID> ids) {
        switch (kind) {
            case PARTNER_USERS -> expectPartnerUsers(ids);
            case QUEUES -> expectQueues(ids);
        }
    }

    /** Partner users who can take leads, and do not leave before the members are stored. */
    void expectPartnerUsers(Set<UUID> ids) {
        canWork.expectAll("members", ids, Duty.TAKE_LEADS);
    }

    /** Partner users who can take no lead at present: turns pass them by. */
    Set<UUID> absent() {
        return people.all().stream()
                .filter(Predicate.not(LeadPerson::isPresent))
                .map(LeadPerson::id)
                .collect(Collectors.toSet());
    }

    private void expectQueues(Set<UUID> ids) {
        var known = queues.byName().stream().map(Queue::id).collect(Collectors.toSet());
        if (!known.containsAll(ids)) {
            throw Problems.invalid("members", "Expected queues of this organisation.");
        }
    }
}
