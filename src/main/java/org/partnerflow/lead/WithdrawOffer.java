package org.partnerflow.lead;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.partnerflow.engine.Job;
import org.partnerflow.engine.JobHandler;
import org.partnerflow.engine.JobResult;

/** Ends an offer that was not answered in time. */
@ApplicationScoped
class WithdrawOffer implements JobHandler<WithdrawOffer.Input> {
    @Inject
    LeadAssignments assignments;

    record Input() {}

    @Override
    public String jobType() {
        return "partnerflow.withdraw-offer";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public JobResult handle(Job job, Input input) {
        assignments.withdrawExpired(job.recordId());
        return JobResult.complete();
    }
}
