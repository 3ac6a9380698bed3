package org.partnerflow.portal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.partnerflow.engine.Job;
import org.partnerflow.engine.JobHandler;
import org.partnerflow.engine.JobResult;

/** Says whether the invitation may go out. */
@ApplicationScoped
class CheckAllocation implements JobHandler<CheckAllocation.Input> {
    @Inject
    InvitationService invitations;

    record Input() {}

    @Override
    public String jobType() {
        return "partnerflow.check-allocation";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public JobResult handle(Job job, Input input) {
        return JobResult.complete("mayInvite", invitations.mayInvite(job.recordId()));
    }
}
