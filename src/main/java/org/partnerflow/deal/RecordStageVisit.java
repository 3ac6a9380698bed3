package org.partnerflow.deal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.partnerflow.engine.Job;
import org.partnerflow.engine.JobHandler;
import org.partnerflow.engine.JobResult;

/** A deal has come to a stage; the job stays open until somebody moves the deal on. */
@ApplicationScoped
class RecordStageVisit implements JobHandler<RecordStageVisit.Input> {
    record Input() {}

    @Inject
    DealProgress progress;

    @Override
    public String jobType() {
        return WorkflowWords.STAGE;
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public JobResult handle(Job job, Input input) {
        progress.arrive(job);
        return usualResult();
    }

    @Override
    public JobResult usualResult() {
        return JobResult.keepOpen();
    }
}
