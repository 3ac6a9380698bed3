package org.partnerflow.support.request;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jspecify.annotations.Nullable;

import org.partnerflow.engine.ProcessOwner;
import org.partnerflow.engine.Processes;

/** What the engine asks of support requests. */
@ApplicationScoped
class RequestProcesses implements ProcessOwner {
    /** Right after the start: whoever has the request keeps it there. */
    private static final String BEGINNING = "Task_AssignRequest";

    /** Where a request waits that nobody is left for. */
    private static final String TOLD = "Event_ResolvedByHand";

    @Inject
    SupportRequests requests;

    @Inject
    RequestService service;

    @Inject
    Processes processes;

    @Override
    public boolean owns(String processId) {
        return processId.equals(RequestService.PROCESS);
    }

    @Override
    public List<Owed> owed(@Nullable UUID after, int most) {
        return requests
                .find("state <> ?1 and (?2 is null or id > ?2) order by id", RequestState.RESOLVED, after)
                .page(0, most)
                .stream()
                .map(request -> new Owed(request.id(), RequestService.PROCESS, null, request.updatedAt()))
                .toList();
    }

    @Override
    public Optional<String> beginAnew(Owed owed, boolean anotherEngine) {
        var request = requests.forChange(owed.recordId());
        if (!request.isOpen()) {
            return Optional.empty();
        }
        boolean told = request.state() == RequestState.UNASSIGNED || request.leadToldAt() != null;
        processes.putOn(owed.processId(), request.id(), told ? TOLD : BEGINNING, Map.of());
        if (request.state() == RequestState.RESPONDED && !told) {
            service.tellProcessOfResponse(request);
        }
        return Optional.of("a request that is " + request.state().words());
    }

    @Override
    public Optional<String> nameOf(UUID recordId) {
        return requests.findByIdOptional(recordId).map(SupportRequest::name);
    }
}
