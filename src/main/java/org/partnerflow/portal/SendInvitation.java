package org.partnerflow.portal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.partnerflow.engine.Job;
import org.partnerflow.engine.JobHandler;
import org.partnerflow.engine.JobResult;

/** Mails the invitation. */
@ApplicationScoped
class SendInvitation implements JobHandler<SendInvitation.Input> {
    @Inject
    InvitationService invitations;

    record Input() {}

    @Override
    public String jobType() {
        return "partnerflow.send-invitation";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public JobResult handle(Job job, Input input) {
        invitations.send(job.recordId());
        return JobResult.complete();
    }
}
