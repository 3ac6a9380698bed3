package org.partnerflow.support.request;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jspecify.annotations.Nullable;

import org.partnerflow.engine.Job;
import org.partnerflow.engine.JobHandler;
import org.partnerflow.engine.JobResult;

/** Takes the request to the next layer, if there is one. */
@ApplicationScoped
class EscalateRequest implements JobHandler<EscalateRequest.Input> {
    @Inject
    RequestAssigner assigner;

    /**
     * @param cause why the layer gave up: nobody, response-overdue, resolution-overdue or by-hand
     * @param fromLayer id of the layer that somebody escalated the request from by hand
     */
    record Input(String cause, @Nullable UUID fromLayer) {}

    @Override
    public String jobType() {
        return "partnerflow.escalate-request";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public JobResult handle(Job job, Input input) {
        boolean goesOn = assigner.escalate(job.recordId(), AssignmentEnd.of(input.cause()), input.fromLayer());
        return JobResult.complete("escalation", goesOn ? "next-layer" : "last-layer");
    }
}
