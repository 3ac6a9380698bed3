package org.partnerflow.lead.queue;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jspecify.annotations.Nullable;

import org.partnerflow.identity.work.Duty;
import org.partnerflow.identity.work.HoldsWork;
import org.partnerflow.identity.work.Leaver;
import org.partnerflow.identity.work.Work;

/** Who can take leads no longer leaves the queues and the groups that get leads in turn. */
@ApplicationScoped
class SeatsOfLeavers implements HoldsWork {
    @Inject
    QueueService queueService;

    @Inject
    AssignmentGroupService groupService;

    @Inject
    Queues queues;

    @Inject
    AssignmentGroups groups;

    @Override
    public List<Work> of(Leaver leaver) {
        if (!leaver.gives(Duty.TAKE_LEADS)) {
            return List.of();
        }
        return List.of(
                Work.without(
                        "queues",
                        queues.ofMember(leaver.userId()).size(),
                        "seat in a queue",
                        "seats in queues",
                        "are given up"),
                Work.without(
                        "groups",
                        groups.withMember(leaver.userId()).size(),
                        "turn in a group",
                        "turns in groups",
                        "are given up"));
    }

    @Override
    public void handOver(Leaver leaver, @Nullable UUID successor) {
        if (leaver.gives(Duty.TAKE_LEADS)) {
            queues.ofMember(leaver.userId()).forEach(queue -> queueService.dismiss(queue.id(), leaver.userId()));
            groups.withMember(leaver.userId()).forEach(group -> groupService.dismiss(group, leaver.userId()));
        }
    }
}
