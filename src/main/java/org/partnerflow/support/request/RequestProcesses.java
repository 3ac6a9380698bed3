package org.partnerflow.support.request;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.partnerflow.engine.ProcessOwner;

/** What the engine asks of support requests. */
@ApplicationScoped
class RequestProcesses implements ProcessOwner {
    @Inject
    SupportRequests requests;

    @Override
    public boolean owns(String processId) {
        return processId.equals(RequestService.PROCESS);
    }

    @Override
    public Optional<String> nameOf(UUID recordId) {
        return requests.findByIdOptional(recordId).map(SupportRequest::name);
    }
}
