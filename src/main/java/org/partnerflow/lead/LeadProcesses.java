package org.partnerflow.lead;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jspecify.annotations.Nullable;

import org.partnerflow.engine.ProcessOwner;
import org.partnerflow.engine.Processes;

/** What the engine asks of leads. */
@ApplicationScoped
class LeadProcesses implements ProcessOwner {
    /** Right after the start: what was decided stands there, also who was asked. */
    private static final String BEGINNING = "Task_AssignLead";

    @Inject
    Leads leads;

    @Inject
    Processes processes;

    @Override
    public boolean owns(String processId) {
        return processId.equals(LeadService.PROCESS);
    }

    @Override
    public List<Owed> owed(@Nullable UUID after, int most) {
        return leads
                .find("state <> ?1 and (?2 is null or id > ?2) order by id", LeadState.CONVERTED, after)
                .page(0, most)
                .stream()
                .map(lead -> new Owed(lead.id(), LeadService.PROCESS, null, lead.stateSince()))
                .toList();
    }

    @Override
    public Optional<String> beginAnew(Owed owed, boolean anotherEngine) {
        var lead = leads.locked(owed.recordId());
        if (lead.state() == LeadState.CONVERTED) {
            return Optional.empty();
        }
        processes.putOn(owed.processId(), lead.id(), BEGINNING, Map.of());
        return Optional.of("a lead that " + lead.state().words());
    }

    @Override
    public Optional<String> nameOf(UUID recordId) {
        return leads.findByIdOptional(recordId).map(lead -> lead.details().company());
    }
}
