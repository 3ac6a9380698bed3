package org.partnerflow.deal;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Where open deals of a workflow stand, over all of its versions. */
@ApplicationScoped
class WorkflowOccupancy {
    @Inject
    StageVisits visits;

    /** The stages with open deals: element id to the name of the stage. */
    Map<String, String> stagesWithDeals(UUID workflowId) {
        return visits.occupied(workflowId).stream()
                .collect(Collectors.toMap(
                        StageVisits.Occupied::elementId, StageVisits.Occupied::name, (one, two) -> one));
    }
}
