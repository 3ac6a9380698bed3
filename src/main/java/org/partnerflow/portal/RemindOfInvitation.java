package org.partnerflow.portal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.partnerflow.engine.Job;
import org.partnerflow.engine.JobHandler;
import org.partnerflow.engine.JobResult;

/** Mails the link of an unanswered invitation once more. */
@ApplicationScoped
class RemindOfInvitation implements JobHandler<RemindOfInvitation.Input> {
    @Inject
    InvitationService invitations;

    record Input() {}

    @Override
    public String jobType() {
        return "partnerflow.send-invitation-reminder";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public JobResult handle(Job job, Input input) {
        invitations.remind(job.recordId());
        return JobResult.complete();
    }
}
