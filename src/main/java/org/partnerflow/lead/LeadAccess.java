package org.partnerflow.lead;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.partnerflow.lead.queue.Queue;
import org.partnerflow.lead.queue.Queues;
import org.partnerflow.shared.Actors;
import org.partnerflow.shared.Problems;

/** Knows which leads the current actor sees. A lead that they do not see is not there for them. */
@ApplicationScoped
class LeadAccess {
    @Inject
    Actors actors;

    @Inject
    Queues queues;

    LeadViewer viewer() {
        var actor = actors.current();
        return actor.isStaff()
                ? new LeadViewer(true, actor.userId(), Set.of())
                : new LeadViewer(false, actor.user(), queuesOf(actor.user()));
    }

    void expectVisible(Lead lead) {
        if (!viewer().sees(lead)) {
            throw Problems.notFound("Lead");
        }
    }

    private Set<UUID> queuesOf(UUID partnerUserId) {
        return queues.ofMember(partnerUserId).stream().map(Queue::id).collect(Collectors.toSet());
    }
}
