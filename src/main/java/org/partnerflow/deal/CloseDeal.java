package org.partnerflow.deal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.partnerflow.engine.Job;
import org.partnerflow.engine.JobHandler;
import org.partnerflow.engine.JobResult;

/** Ends a deal as won or lost, as the header {@code result} says. */
@ApplicationScoped
class CloseDeal implements JobHandler<CloseDeal.Input> {
    record Input() {}

    @Inject
    DealProgress progress;

    @Override
    public String jobType() {
        return WorkflowWords.CLOSE;
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public JobResult handle(Job job, Input input) {
        progress.close(job, result(job));
        return JobResult.complete();
    }

    private static DealState result(Job job) {
        return switch (job.headers().getOrDefault(WorkflowWords.RESULT, "")) {
            case "won" -> DealState.WON;
            case "lost" -> DealState.LOST;
            default ->
                throw new IllegalStateException(
                        "Expected the header \"result\" of this step to be won or lost. Correct it in the diagram.");
        };
    }
}
