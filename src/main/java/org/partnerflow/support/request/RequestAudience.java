package org.partnerflow.support.request;

import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.partnerflow.audit.Audience;
import org.partnerflow.shared.record.RecordType;

/** Partner users hear of the requests that are theirs to answer, customers of their own. */
@ApplicationScoped
class RequestAudience implements Audience {
    @Inject
    SupportRequests requests;

    @Override
    public RecordType recordType() {
        return RecordType.REQUEST;
    }

    @Override
    public Set<UUID> visible(Set<UUID> records) {
        return requests.visible(records);
    }
}
