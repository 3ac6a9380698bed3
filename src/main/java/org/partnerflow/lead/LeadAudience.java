package org.partnerflow.lead;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.partnerflow.audit.Audience;
import org.partnerflow.shared.record.RecordType;

/** Partner users hear of the leads that they see. */
@ApplicationScoped
class LeadAudience implements Audience {
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
}
