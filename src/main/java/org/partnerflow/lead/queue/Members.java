package org.partnerflow.lead.queue;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.partnerflow.lead.people.LeadPeople;
import org.partnerflow.lead.queue.AssignmentGroup.Kind;
import org.partnerflow.shared.Problems;

/** Checks that members of queues and groups are of the organisation. */
@ApplicationScoped
class Members {
    @Inject
    Queues queues;

    @Inject
    LeadPeople people;

    void expect(Kind kind, Set<UUID> ids) {
        switch (kind) {
            case PARTNER_USERS -> expectPartnerUsers(ids);
            case QUEUES -> expectQueues(ids);
        }
    }

    void expectPartnerUsers(Set<UUID> ids) {
        if (!people.arePresent(ids)) {
            throw Problems.invalid("members", "Expected partner users of this organisation.");
        }
    }

    private void expectQueues(Set<UUID> ids) {
        var known = queues.byName().stream().map(Queue::id).collect(Collectors.toSet());
        if (!known.containsAll(ids)) {
            throw Problems.invalid("members", "Expected queues of this organisation.");
        }
    }
}
