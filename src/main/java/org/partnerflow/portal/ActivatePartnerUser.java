package org.partnerflow.portal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.partnerflow.engine.Job;
import org.partnerflow.engine.JobHandler;
import org.partnerflow.engine.JobResult;

/** Makes who has accepted the invitation an active partner user. */
@ApplicationScoped
class ActivatePartnerUser implements JobHandler<ActivatePartnerUser.Input> {
    @Inject
    InvitationService invitations;

    record Input() {}

    @Override
    public String jobType() {
        return "partnerflow.activate-partner-user";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public JobResult handle(Job job, Input input) {
        invitations.activate(job.recordId());
        return JobResult.complete();
    }
}
