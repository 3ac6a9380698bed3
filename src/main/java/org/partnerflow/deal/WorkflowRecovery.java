package org.partnerflow.deal;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jboss.logging.Logger;

import org.partnerflow.engine.DiagramRejected;
import org.partnerflow.engine.Diagrams;
import org.partnerflow.engine.ProcessOwner.Redeployed;
import org.partnerflow.shared.Actors;
import org.partnerflow.shared.Sql;

/**
 * Deploys published versions anew to an engine that lacks them, in their order, the current one last, as deals begin on the latest that the
 * engine knows. The engine counts anew, and its counts are stored with the versions.
 */
@ApplicationScoped
class WorkflowRecovery {
    private static final Logger LOG = Logger.getLogger(WorkflowRecovery.class);

    @Inject
    WorkflowRecords records;

    @Inject
    WorkflowVersions versions;

    @Inject
    Workflows workflows;

    @Inject
    Diagrams diagrams;

    @Inject
    Actors actors;

    @Inject
    Sql sql;

    private record Published(UUID id, String processId, String workflowName, String diagram, Diagrams.Deployed known) {}

    List<Redeployed> redeploy(boolean anotherEngine) {
        var found = new ArrayList<Redeployed>();
        if (anotherEngine) {
            QuarkusTransaction.requiringNew().run(this::forgetJobs);
        }
        for (var workflow : QuarkusTransaction.requiringNew().call(this::settled)) {
            var order = QuarkusTransaction.requiringNew().call(() -> inOrder(workflow));
            var current = read(order.getLast());
            if (anotherEngine) {
                order.forEach(version -> deployAndStore(read(version)));
                found.add(new Redeployed(current.processId(), current.workflowName(), true));
                continue;
            }
            if (diagrams.knows(current.known())) {
                continue;
            }
            var deployed = deploy(current);
            if (deployed.version() != current.known().version()) {
                // Deals run on the versions as the engine has counted them: their numbers stay
                found.add(new Redeployed(current.processId(), current.workflowName(), false));
            } else {
                store(current.id(), deployed);
                found.add(new Redeployed(current.processId(), current.workflowName(), true));
            }
        }
        workflows.forget();
        return found;
    }

    /** Another engine gives the same keys again, for other jobs: no stage is completed by them, and none that was left stands in the way. */
    private void forgetJobs() {
        sql.update("""
                update stage_visit set job_key = -1 - cast(crc32(id) as signed)
                where organisation_id = ? and job_key > 0""", actors.current().organisation());
    }

    /** Those with a current version and none on its way. */
    private List<UUID> settled() {
        return records.inOrder().stream()
                .filter(workflow -> workflow.currentVersionId() != null)
                .filter(workflow -> versions.publishing(workflow.id()).isEmpty())
                .map(Workflow::id)
                .toList();
    }

    private List<UUID> inOrder(UUID workflow) {
        var current = records.get(workflow).currentVersionId();
        var ids = new ArrayList<>(sql.query(
                "select id from workflow_version where workflow_id = ? and number is not null order by number",
                row -> Sql.id(row, "id"),
                workflow));
        ids.remove(current);
        ids.add(current);
        return ids;
    }

    private Published read(UUID version) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var stored = versions.findById(version);
            var workflow = records.get(stored.workflowId());
            return new Published(
                    version,
                    workflow.processId(),
                    workflow.name(),
                    stored.diagram(),
                    new Diagrams.Deployed(workflow.processId(), stored.processVersion(), stored.definitionKey()));
        });
    }

    private Diagrams.Deployed deploy(Published version) {
        return diagrams.deploy(version.processId(), version.diagram())
                .toCompletableFuture()
                .join();
    }

    private void deployAndStore(Published version) {
        try {
            store(version.id(), deploy(version));
        } catch (CompletionException e) {
            if (!(e.getCause() instanceof DiagramRejected)) {
                throw e;
            }
            LOG.warnf("The engine does not take version %s of %s any more", version.id(), version.workflowName());
        }
    }

    private void store(UUID version, Diagrams.Deployed deployed) {
        QuarkusTransaction.requiringNew()
                .run(() -> sql.update(
                        "update workflow_version set process_version = ?, definition_key = ? where id = ?",
                        deployed.version(),
                        deployed.processDefinitionKey(),
                        version));
    }
}
