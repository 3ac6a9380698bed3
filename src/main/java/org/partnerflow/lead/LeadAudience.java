package org.partnerflow.lead;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.partnerflow.audit.Audience;
import org.partnerflow.audit.AuditAction;
import org.partnerflow.shared.record.RecordType;

/** Partner users hear of the leads that they see. */
@ApplicationScoped
class LeadAudience implements Audience {
    private static final Set<String> TELLING = Set.of(
            AuditAction.LEAD_RECEIVED.word(),
            AuditAction.LEAD_KEPT.word(),
            AuditAction.LEAD_EDITED.word(),
            AuditAction.LEAD_OFFERED.word(),
            AuditAction.LEAD_QUEUED.word(),
            AuditAction.LEAD_UNASSIGNED.word(),
            AuditAction.LEAD_TAKEN.word(),
            AuditAction.LEAD_ACCEPTED.word(),
            AuditAction.LEAD_DECLINED.word(),
            AuditAction.LEAD_OFFER_EXPIRED.word(),
            AuditAction.LEAD_OWNER_LEFT.word(),
            AuditAction.LEAD_CONVERTED.word());

    @Inject
    Leads leads;

    @Inject
    LeadAccess access;

    @Override
    public RecordType recordType() {
        return RecordType.LEAD;
    }

    @Override
    public Set<UUID> visible(Set<UUID> records) {
        var parameters = new HashMap<String, Object>(Map.of("records", records));
        var condition = access.viewer().condition(parameters);
        return leads.list("id in :records and " + condition, parameters).stream()
                .map(Lead::id)
                .collect(Collectors.toSet());
    }

    /** All of it changes the state that their page shows, or what is known of the lead. */
    @Override
    public boolean tells(UUID lead, String action, Map<String, Object> details) {
        return TELLING.contains(action);
    }
}
