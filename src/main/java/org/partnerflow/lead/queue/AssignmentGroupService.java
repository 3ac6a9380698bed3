package org.partnerflow.lead.queue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.partnerflow.audit.AuditAction;
import org.partnerflow.audit.AuditTrail;
import org.partnerflow.identity.work.WorkGate;
import org.partnerflow.lead.queue.AssignmentGroup.Kind;
import org.partnerflow.shared.Problems;
import org.partnerflow.shared.Texts;

/** Makes and changes assignment groups. */
@ApplicationScoped
public class AssignmentGroupService {
    private static final int LONGEST_NAME = 100;

    @Inject
    AssignmentGroups groups;

    @Inject
    Members members;

    @Inject
    WorkGate gate;

    @Inject
    AuditTrail audit;

    /** A member as wanted; with twice the weight of another it gets twice as many leads. */
    public record Seat(UUID memberId, int weight) {}

    /**
     * A group and its members by place.
     *
     * @param next whose turn is next of those who could take one now; null when nobody could
     */
    public record Standing(
            AssignmentGroup group,
            List<GroupMember> members,
            @Nullable UUID next) {}

    @Transactional
    public List<Standing> all() {
        var absent = members.absent();
        var seated = groups.members();
        return groups.byName().stream()
                .map(group -> standing(group, seated.getOrDefault(group.id(), List.of()), absent))
                .toList();
    }

    @Transactional
    public Standing read(UUID id) {
        var group = groups.findByIdOptional(id).orElseThrow(() -> Problems.notFound("Assignment group"));
        return standing(group, groups.membersOf(id), members.absent());
    }

    private static Standing standing(AssignmentGroup group, List<GroupMember> members, Set<UUID> absent) {
        var next = new Turns(group, members)
                .inOrder().stream().filter(id -> !absent.contains(id)).findFirst();
        return new Standing(group, members, next.orElse(null));
    }

    @Transactional
    public Standing create(String name, Kind kind, List<Seat> seats) {
        expectUnused(name, null);
        members.expect(kind, ids(seats));
        var group = new AssignmentGroup(checkedName(name), kind);
        groups.persist(group);
        seat(group, seats);
        audit.record(AuditAction.ASSIGNMENT_GROUP_CREATED, group.id(), facts(group, List.of(), seats));
        return read(group.id());
    }

    /** Changes name and members; when the members change, the turns start afresh. */
    @Transactional
    public Standing change(UUID id, int seenVersion, String name, List<Seat> seats) {
        gate.pass();
        var group = groups.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> Problems.notFound("Assignment group"));
        group.expectVersion(seenVersion);
        expectUnused(name, id);
        members.expect(group.kind(), ids(seats));
        group.rename(checkedName(name));
        var before = seats(group);
        seat(group, seats);
        groups.flush();
        if (group.version() == seenVersion) { // only the members changed, which are records of their own
            groups.getEntityManager().lock(group, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        }
        audit.record(AuditAction.ASSIGNMENT_GROUP_CHANGED, id, facts(group, before, seats));
        return read(id);
    }

    /** A partner user who can take leads no longer leaves the group; the turns of the others start afresh. */
    @Transactional
    void dismiss(UUID id, UUID partnerUser) {
        var group = groups.findById(id, LockModeType.PESSIMISTIC_WRITE);
        var before = seats(group);
        var others = before.stream()
                .filter(seat -> !seat.memberId().equals(partnerUser))
                .toList();
        seat(group, others);
        groups.getEntityManager().lock(group, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        audit.record(AuditAction.ASSIGNMENT_GROUP_CHANGED, id, facts(group, before, others));
    }

    private void seat(AssignmentGroup group, List<Seat> seats) {
        Map<UUID, GroupMember> seated = groups.membersOf(group.id()).stream()
                .collect(Collectors.toMap(GroupMember::memberId, Function.identity()));
        boolean same = seated.size() == seats.size() && seated.keySet().containsAll(ids(seats));
        var leaving = new HashMap<>(seated);
        for (int place = 0; place < seats.size(); place++) {
            var seat = seats.get(place);
            leaving.remove(seat.memberId());
            var member = seated.get(seat.memberId());
            if (member == null) {
                groups.getEntityManager().persist(new GroupMember(group.id(), seat.memberId(), place, seat.weight()));
            } else {
                member.arrange(place, seat.weight());
                if (!same) {
                    member.startAfresh();
                }
            }
        }
        leaving.values().forEach(groups.getEntityManager()::remove);
    }

    private static String checkedName(String name) {
        return Texts.line("name", name, LONGEST_NAME);
    }

    private void expectUnused(String name, @Nullable UUID exceptBy) {
        groups.named(name).filter(found -> !found.id().equals(exceptBy)).ifPresent(found -> {
            throw Problems.conflict("There is an assignment group called \"%s\" already.".formatted(found.name()));
        });
    }

    private static Set<UUID> ids(List<Seat> seats) {
        var ids = seats.stream().map(Seat::memberId).collect(Collectors.toSet());
        if (ids.size() < seats.size()) {
            throw Problems.invalid("members", "Expected each member once.");
        }
        return ids;
    }

    private List<Seat> seats(AssignmentGroup group) {
        return groups.membersOf(group.id()).stream()
                .map(member -> new Seat(member.memberId(), member.weight()))
                .toList();
    }

    private static Map<String, Object> facts(AssignmentGroup group, List<Seat> before, List<Seat> seats) {
        return Map.of("name", group.name(), "kind", group.kind(), "before", before, "members", seats);
    }
}
