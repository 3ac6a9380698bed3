package org.partnerflow.support.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.partnerflow.engine.Job;
import org.partnerflow.engine.JobHandler;
import org.partnerflow.engine.JobResult;

/** Tells the team's lead that the last layer could not take the request, or is late with it. */
@ApplicationScoped
class TellTeamLead implements JobHandler<TellTeamLead.Input> {
    @Inject
    RequestAssigner assigner;

    record Input() {}

    @Override
    public String jobType() {
        return "partnerflow.tell-team-lead";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public JobResult handle(Job job, Input input) {
        assigner.tellLead(job.recordId());
        return JobResult.complete();
    }
}
