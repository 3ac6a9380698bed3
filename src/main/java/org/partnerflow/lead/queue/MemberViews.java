package org.partnerflow.lead.queue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jspecify.annotations.Nullable;

import org.partnerflow.lead.people.LeadPeople;
import org.partnerflow.lead.people.LeadPerson;
import org.partnerflow.lead.queue.AssignmentGroup.Kind;
import org.partnerflow.lead.queue.AssignmentGroupService.Standing;
import org.partnerflow.shared.Actors;

/** Turns queues and groups into what the API answers, with the names of their members. */
@ApplicationScoped
class MemberViews {
    @Inject
    LeadPeople people;

    @Inject
    Queues queues;

    @Inject
    Actors actors;

    public record QueueMember(
            UUID id, String name, @Nullable String partner) {
        static QueueMember from(LeadPerson person) {
            return new QueueMember(person.id(), person.name(), person.partnerName());
        }
    }

    /**
     * @param members partner users; partners are not shown who else is in a queue
     * @param waiting how many leads nobody has taken yet
     */
    public record LeadQueueView(
            UUID id, String name, String description, List<QueueMember> members, long waiting, int version) {}

    public record AssignmentGroupMember(UUID id, String name, int weight, int assignments) {}

    /** @param next the member whose turn it is; null in a group without members */
    public record AssignmentGroupView(
            UUID id,
            String name,
            Kind kind,
            List<AssignmentGroupMember> members,
            @Nullable UUID next,
            int version) {}

    LeadQueueView of(Queue queue) {
        return ofQueues(List.of(queue)).getFirst();
    }

    List<LeadQueueView> ofQueues(List<Queue> found) {
        var waiting = queues.waitingCounts();
        return found.stream()
                .map(queue -> new LeadQueueView(
                        queue.id(),
                        queue.name(),
                        queue.description(),
                        members(queue),
                        waiting.getOrDefault(queue.id(), 0L),
                        queue.version()))
                .toList();
    }

    AssignmentGroupView of(Standing standing) {
        return ofGroups(List.of(standing)).getFirst();
    }

    List<AssignmentGroupView> ofGroups(List<Standing> standings) {
        var names = names(standings);
        return standings.stream()
                .map(standing -> new AssignmentGroupView(
                        standing.group().id(),
                        standing.group().name(),
                        standing.group().kind(),
                        standing.members().stream()
                                .map(member -> new AssignmentGroupMember(
                                        member.memberId(),
                                        names.getOrDefault(member.memberId(), "Somebody who has left"),
                                        member.weight(),
                                        member.assignments()))
                                .toList(),
                        standing.next(),
                        standing.group().version()))
                .toList();
    }

    private List<QueueMember> members(Queue queue) {
        if (!actors.current().isStaff()) {
            return List.of();
        }
        return people.byIds(queue.members()).values().stream()
                .map(QueueMember::from)
                .sorted(java.util.Comparator.comparing(QueueMember::name))
                .toList();
    }

    private Map<UUID, String> names(List<Standing> standings) {
        Set<UUID> ids = standings.stream()
                .flatMap(standing -> standing.members().stream())
                .map(GroupMember::memberId)
                .collect(Collectors.toSet());
        var names = new HashMap<UUID, String>();
        people.byIds(ids).values().forEach(person -> names.put(person.id(), person.name()));
        queues.byName().forEach(queue -> names.put(queue.id(), queue.name()));
        return names;
    }
}
