package org.partnerflow.lead;

import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.partnerflow.engine.Job;
import org.partnerflow.engine.JobHandler;
import org.partnerflow.engine.JobResult;

/** Has the rules say who is asked to take the lead. */
@ApplicationScoped
class AssignLead implements JobHandler<AssignLead.Input> {
    @Inject
    LeadAssignments assignments;

    record Input() {}

    record Output(String assignment) {}

    @Override
    public String jobType() {
        return "partnerflow.assign-lead";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public JobResult handle(Job job, Input input) {
        var assignment = assignments.assign(job.recordId());
        return JobResult.complete(new Output(assignment.name().toLowerCase(Locale.ROOT)));
    }
}
