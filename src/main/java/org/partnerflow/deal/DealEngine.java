package org.partnerflow.deal;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jspecify.annotations.Nullable;

import org.partnerflow.engine.Processes;
import org.partnerflow.shared.Actors;

/** Asks the process engine for what it may refuse, and remembers at the deal what was asked, so that an older answer counts for nothing. */
@ApplicationScoped
class DealEngine {
    @Inject
    Processes processes;

    @Inject
    Workflows workflows;

    @Inject
    DealVersions versions;

    @Inject
    Actors actors;

    @Inject
    Clock clock;

    /** Ends what runs for a deal, and begins anew before an element. */
    void beginAt(Deal deal, DealVersions.Version version, String elementId, Map<String, ?> variables) {
        remember(
                deal,
                processes.putOn(processId(deal), versions.processVersion(version), deal.id(), elementId, variables),
                null);
    }

    /** As {@link #beginAt}, where the deal is: an open visit goes on there. */
    void beginAnew(Deal deal, DealVersions.Version version, String elementId, Map<String, ?> variables) {
        remember(
                deal,
                processes.putOn(processId(deal), versions.processVersion(version), deal.id(), elementId, variables),
                deal.visit() == null ? null : version.id());
    }

    /** @param elements empty to begin anew at once */
    void migrate(
            Deal deal,
            DealVersions.Version target,
            String elementId,
            Map<String, String> elements,
            Map<String, ?> variables) {
        remember(
                deal,
                processes.migrate(
                        processId(deal), deal.id(), versions.beginning(target, elementId), elements, variables),
                target.id());
    }

    /** Ends what runs for a deal that is closed. */
    void end(Deal deal) {
        processes.cancel(processId(deal), deal.id());
    }

    private void remember(Deal deal, UUID messageId, @Nullable UUID targetVersionId) {
        deal.asked(new DealRequest(messageId, actors.current(), clock.instant(), targetVersionId));
    }

    private String processId(Deal deal) {
        return workflows.workflow(deal.workflowId()).processId();
    }
}
