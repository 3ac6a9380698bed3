package org.partnerflow.deal;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.partnerflow.audit.Audience;
import org.partnerflow.shared.record.RecordType;

/** Partner users hear of their own deals and of those that are shared with them. */
@ApplicationScoped
class DealAudience implements Audience {
    @Inject
    Deals deals;

    @Inject
    DealAccess access;

    @Override
    public RecordType recordType() {
        return RecordType.DEAL;
    }

    @Inject
    DealAdditions additions;

    @Override
    public Set<UUID> visible(Set<UUID> records) {
        return deals.visibleTo(access.viewer(), records);
    }

    @Override
    public boolean tells(UUID deal, String action, Map<String, Object> details) {
        return DealForPartners.isOfAnAddition(action)
                ? DealForPartners.altersWhatIsShared(details, additions.shared(deal))
                : DealForPartners.isSeen(action, details, access.viewer());
    }
}
