package org.partnerflow.deal;

import java.time.Clock;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.partnerflow.engine.Processes;

/** Starts the deals that were entered before the process engine knew any version of their workflow. */
@ApplicationScoped
class WaitingStarts {
    @Inject
    Deals deals;

    @Inject
    Workflows workflows;

    @Inject
    Processes processes;

    @Inject
    Clock clock;

    @Transactional
    void start(@Observes WorkflowPublished event) {
        var version = DealVersions.Version.from(workflows.version(event.versionId()));
        var processId = workflows.workflow(event.workflowId()).processId();
        for (var deal : deals.withoutProcess(event.workflowId(), event.versionId())) {
            deal.beginOn(version, clock.instant());
            processes.start(processId, deal.id(), Map.of());
        }
    }
}
