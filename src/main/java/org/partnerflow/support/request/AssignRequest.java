package org.partnerflow.support.request;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.partnerflow.engine.Job;
import org.partnerflow.engine.JobHandler;
import org.partnerflow.engine.JobResult;

/** Gives the request to somebody in the layer at hand. */
@ApplicationScoped
class AssignRequest implements JobHandler<AssignRequest.Input> {
    @Inject
    RequestAssigner assigner;

    record Input() {}

    @Override
    public String jobType() {
        return "partnerflow.assign-request";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public JobResult handle(Job job, Input input) {
        var responseTime = assigner.assign(job.recordId());
        return responseTime == null
                ? JobResult.complete(Map.of("assignment", "nobody", "cause", AssignmentEnd.NOBODY.cause()))
                : JobResult.complete(Map.of("assignment", "assigned", "responseTime", responseTime.toString()));
    }
}
