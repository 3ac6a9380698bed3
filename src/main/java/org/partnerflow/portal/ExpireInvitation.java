package org.partnerflow.portal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.partnerflow.engine.Job;
import org.partnerflow.engine.JobHandler;
import org.partnerflow.engine.JobResult;

/** Makes an unanswered invitation useless. */
@ApplicationScoped
class ExpireInvitation implements JobHandler<ExpireInvitation.Input> {
    @Inject
    InvitationService invitations;

    record Input() {}

    @Override
    public String jobType() {
        return "partnerflow.expire-invitation";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public JobResult handle(Job job, Input input) {
        invitations.expire(job.recordId());
        return JobResult.complete();
    }
}
