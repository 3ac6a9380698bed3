package org.partnerflow.support.request;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.partnerflow.search.SearchSource;
import org.partnerflow.shared.Permissions;
import org.partnerflow.shared.record.RecordType;

/** Finds requests that the caller sees. */
@ApplicationScoped
class RequestSearch implements SearchSource {
    @Inject
    RequestDirectory requests;

    @Override
    public RecordType recordType() {
        return RecordType.REQUEST;
    }

    @Override
    public String permission() {
        return Permissions.REQUEST_VIEW;
    }

    @Override
    @Transactional
    public List<Found> find(String text, int limit) {
        var filter = new RequestFilter();
        filter.text = text;
        return requests.list(filter, null, limit).items().stream()
                .map(request -> new Found(
                        request.id(),
                        request.subject(),
                        request.name() + " · " + request.customer().name()))
                .toList();
    }
}
