package org.partnerflow.lead;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.partnerflow.engine.Job;
import org.partnerflow.engine.JobHandler;
import org.partnerflow.engine.JobResult;

/** Makes a deal of the accepted lead. */
@ApplicationScoped
class MakeDeal implements JobHandler<MakeDeal.Input> {
    @Inject
    LeadConversions conversions;

    record Input() {}

    record Output(UUID dealId) {}

    @Override
    public String jobType() {
        return "partnerflow.make-deal";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public JobResult handle(Job job, Input input) {
        return JobResult.complete(new Output(conversions.makeDeal(job.recordId())));
    }
}
