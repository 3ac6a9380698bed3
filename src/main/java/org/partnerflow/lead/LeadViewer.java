package org.partnerflow.lead;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Which leads somebody sees. Staff see all; a partner user sees those that they are asked for or own, those that wait in their
 * queues, and those that they entered.
 *
 * @param userId null for the system only
 */
record LeadViewer(boolean staff, @Nullable UUID userId, Set<UUID> queueIds) {
    private static final UUID NOBODY = new UUID(0, 0);

    boolean sees(Lead lead) {
        return staff
                || isOwner(lead)
                || lead.state() == LeadState.QUEUED && isOfItsQueue(lead)
                || userId != null && userId.equals(lead.submittedBy());
    }

    boolean isOwner(Lead lead) {
        return userId != null && userId.equals(lead.ownerId());
    }

    boolean isOfItsQueue(Lead lead) {
        return lead.queueId() != null && queueIds.contains(lead.queueId());
    }

    UUID userIdOrNobody() {
        return userId == null ? NOBODY : userId;
    }

    /** The same as {@link #sees} as a condition of a query. */
    String condition(Map<String, Object> parameters) {
        if (staff) {
            return "1 = 1";
        }
        parameters.put("viewer", userIdOrNobody());
        parameters.put("queued", LeadState.QUEUED);
        parameters.put("queues", queueIds.isEmpty() ? Set.of(NOBODY) : queueIds);
        return "(ownerId = :viewer or submittedBy = :viewer or (state = :queued and queueId in :queues))";
    }
}
