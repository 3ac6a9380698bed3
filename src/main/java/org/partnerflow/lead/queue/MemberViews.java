package org.partnerflow.lead.queue;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        var people = people(found);
        return found.stream()
                .map(queue -> new LeadQueueView(
                        queue.id(),
                        queue.name(),
                        queue.description(),
                        members(queue, people),
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

    /** Partners are not shown who else is in a queue. */
    private Map<UUID, LeadPerson> people(List<Queue> found) {
        return actors.current().isStaff()
                ? people.byIds(found.stream()
                        .flatMap(queue -> queue.members().stream())
                        .collect(Collectors.toSet()))
                : Map.of();
    }

    private static List<QueueMember> members(Queue queue, Map<UUID, LeadPerson> people) {
        return queue.members().stream()
                .map(people::get)
                .filter(Objects::nonNull)
                .map(QueueMember::from)
                .sorted(Comparator.comparing(QueueMember::name))
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
