package org.partnerflow.support.customer;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.partnerflow.search.SearchSource;
import org.partnerflow.shared.Permissions;
import org.partnerflow.shared.record.RecordType;

/** Finds customers. */
@ApplicationScoped
class CustomerSearch implements SearchSource {
    @Inject
    CustomerService customers;

    @Override
    public RecordType recordType() {
        return RecordType.CUSTOMER;
    }

    @Override
    public String permission() {
        return Permissions.CUSTOMER_VIEW;
    }

    @Override
    @Transactional
    public List<Found> find(String text, int limit) {
        return customers.list(text, null, null, limit).items().stream()
                .map(line ->
                        new Found(line.customer().id(), line.name(), line.unit().name()))
                .toList();
    }
}
