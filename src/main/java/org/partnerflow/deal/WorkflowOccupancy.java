package org.partnerflow.deal;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Where open deals of a workflow stand, over all of its versions. */
@ApplicationScoped
class WorkflowOccupancy {
    @Inject
    WorkflowVersions versions;

    /** The stages with open deals: element id to the name of the stage. */
    Map<String, String> stagesWithDeals(UUID workflowId) {
        return new HashMap<>();
    }
}
