package org.partnerflow.deal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.partnerflow.engine.Job;
import org.partnerflow.engine.JobHandler;
import org.partnerflow.engine.JobResult;

/** Tells the broker or the partner of a deal something in the application: headers {@code to} and {@code text}. */
@ApplicationScoped
class NotifyAboutDeal implements JobHandler<NotifyAboutDeal.Input> {
    record Input() {}

    @Inject
    DealMessages messages;

    @Inject
    DealEndings endings;

    @Override
    public String jobType() {
        return WorkflowWords.NOTIFY;
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public JobResult handle(Job job, Input input) {
        if (endings.isOver(job)) {
            return JobResult.complete();
        }
        var receiver = DealMessages.Receiver.named(job.headers().getOrDefault("to", "broker"));
        messages.notice(job.recordId(), receiver, job.headers().getOrDefault("text", ""));
        return JobResult.complete();
    }
}
