package org.partnerflow.lead;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.partnerflow.engine.ProcessOwner;

/** What the engine asks of leads. */
@ApplicationScoped
class LeadProcesses implements ProcessOwner {
    @Inject
    Leads leads;

    @Override
    public boolean owns(String processId) {
        return processId.equals(LeadService.PROCESS);
    }

    @Override
    public Optional<String> nameOf(UUID recordId) {
        return leads.findByIdOptional(recordId).map(lead -> lead.details().company());
    }
}
