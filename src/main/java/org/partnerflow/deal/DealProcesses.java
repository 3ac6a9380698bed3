package org.partnerflow.deal;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.partnerflow.engine.ProcessOwner;
import org.partnerflow.engine.Processes;

/** What the engine asks of deals. */
@ApplicationScoped
class DealProcesses implements ProcessOwner {
    @Inject
    Deals deals;

    @Inject
    WorkflowVersions versions;

    @Inject
    WorkflowRecords workflows;

    @Inject
    DealProgress progress;

    @Inject
    Processes processes;

    @Override
    public boolean owns(String processId) {
        return processId.startsWith("deal-");
    }

    @Override
    public Optional<String> nameOf(UUID recordId) {
        return deals.findByIdOptional(recordId).map(Deal::name);
    }

    @Override
    public boolean canEnd() {
        return true;
    }

    @Override
    public void end(UUID recordId, String reason) {
        var deal = deals.findByIdOptional(recordId).orElseThrow(DealAccess::notFound);
        progress.end(recordId, reason);
        processes.cancel(workflows.get(deal.workflowId()).processId(), recordId);
    }

    @Override
    public Optional<String> diagram(String processId, long definitionKey) {
        return versions.ofDefinition(processId, definitionKey).map(WorkflowVersion::diagram);
    }
}
