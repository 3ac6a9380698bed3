package org.partnerflow.support.request;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.partnerflow.audit.Audience;
import org.partnerflow.audit.AuditAction;
import org.partnerflow.shared.Actor;
import org.partnerflow.shared.Actors;
import org.partnerflow.shared.record.RecordType;

/** Partner users hear of the requests that are theirs to answer, customers of their own. */
@ApplicationScoped
class RequestAudience implements Audience {
    private static final Set<String> SEEN_BY_ALL = Set.of(
            AuditAction.REQUEST_LOGGED.word(),
            AuditAction.REQUEST_REPLIED.word(),
            AuditAction.REQUEST_RESPONDED.word(),
            AuditAction.REQUEST_ASSIGNED.word(),
            AuditAction.REQUEST_TAKEN_BACK.word(),
            AuditAction.REQUEST_RESOLVED.word());

    /** Somebody has it no longer, unless nobody had it. */
    private static final String ESCALATED = AuditAction.REQUEST_ESCALATED.word();

    /** How it goes through the layers of its team is nothing that customers see. */
    private static final Set<String> SEEN_BY_WORKERS = Set.of(
            AuditAction.REQUEST_ESCALATION_ASKED.word(),
            AuditAction.REQUEST_NOT_ASSIGNED.word(),
            AuditAction.REQUEST_LAST_LAYER_LEFT.word(),
            AuditAction.REQUEST_LEAD_TOLD.word());

    @Inject
    SupportRequests requests;

    @Inject
    Actors actors;

    @Override
    public RecordType recordType() {
        return RecordType.REQUEST;
    }

    @Override
    public Set<UUID> visible(Set<UUID> records) {
        return requests.visible(records);
    }

    @Override
    public boolean tells(UUID request, String action, Map<String, Object> details) {
        boolean isCustomer = actors.current().kind() == Actor.Kind.CUSTOMER;
        return SEEN_BY_ALL.contains(action)
                || !isCustomer && SEEN_BY_WORKERS.contains(action)
                || action.equals(ESCALATED) && !AssignmentEnd.NOBODY.cause().equals(details.get("cause"));
    }
}
