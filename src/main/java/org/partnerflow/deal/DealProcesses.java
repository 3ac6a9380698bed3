package org.partnerflow.deal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jspecify.annotations.Nullable;

import org.partnerflow.engine.ProcessOwner;
import org.partnerflow.engine.Processes;
import org.partnerflow.shared.Sql;

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
    DealRecovery recovery;

    @Inject
    WorkflowRecovery workflowRecovery;

    @Inject
    Sql sql;

    @Inject
    Processes processes;

    @Override
    public boolean owns(String processId) {
        return processId.startsWith("deal-");
    }

    @Override
    public List<UUID> organisations() {
        return sql.query("select distinct organisation_id from deal_workflow", row -> Sql.id(row, "organisation_id"));
    }

    @Override
    public List<Redeployed> redeploy(boolean anotherEngine) {
        return workflowRecovery.redeploy(anotherEngine);
    }

    @Override
    public List<Owed> owed(@Nullable UUID after, int most) {
        var processIds = workflows.inOrder().stream()
                .filter(workflow -> workflow.currentVersionId() != null)
                .collect(Collectors.toMap(Workflow::id, Workflow::processId));
        return processIds.isEmpty() ? List.of() : owed(processIds, after, most);
    }

    private List<Owed> owed(Map<UUID, String> processIds, @Nullable UUID after, int most) {
        return deals
                .find(
                        "state = ?1 and workflowId in ?2 and (?3 is null or id > ?3) order by id",
                        DealState.OPEN,
                        processIds.keySet(),
                        after)
                .page(0, most)
                .stream()
                .map(deal -> new Owed(
                        deal.id(),
                        processIds.get(deal.workflowId()),
                        deal.visit() == null ? null : deal.visit().jobKey(),
                        deal.columnSince()))
                .toList();
    }

    @Override
    public Optional<String> beginAnew(Owed owed, boolean anotherEngine) {
        return recovery.beginAnew(owed.recordId(), owed.openJob(), anotherEngine);
    }

    @Override
    public Optional<String> nameOf(UUID recordId) {
        return deals.findByIdOptional(recordId).map(Deal::name);
    }

    @Override
    public Set<String> reserved() {
        return WorkflowWords.RESERVED;
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
