package org.partnerflow.support.customer;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.partnerflow.search.SearchSource;
import org.partnerflow.shared.Permissions;
import org.partnerflow.shared.record.RecordType;

/** Finds org units of customers. */
@ApplicationScoped
class OrgUnitSearch implements SearchSource {
    @Inject
    OrgUnitService units;

    @Override
    public RecordType recordType() {
        return RecordType.ORG_UNIT;
    }

    @Override
    public String permission() {
        return Permissions.CUSTOMER_VIEW;
    }

    @Override
    @Transactional
    public List<Found> find(String text, int limit) {
        return units.list(text, null, limit).items().stream()
                .map(unit -> new Found(unit.id(), unit.name(), null))
                .toList();
    }
}
