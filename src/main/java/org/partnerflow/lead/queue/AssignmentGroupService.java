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

import org.partnerflow.audit.AuditTrail;
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
    AuditTrail audit;

    /** A member as wanted; with twice the weight of another it gets twice as many leads. */
    public record Seat(UUID memberId, int weight) {}

    /** A group, its members by place, and whose turn is next. */
    public record Standing(
            AssignmentGroup group,
            List<GroupMember> members,
            @Nullable UUID next) {
        static Standing of(AssignmentGroup group, List<GroupMember> members) {
            var order = new Turns(group, members).inOrder();
            return new Standing(group, members, order.isEmpty() ? null : order.getFirst());
        }
    }

    @Transactional
    public List<Standing> all() {
        return groups.byName().stream()
                .map(group -> Standing.of(group, groups.membersOf(group.id())))
                .toList();
    }

    @Transactional
    public Standing read(UUID id) {
        var group = groups.findByIdOptional(id).orElseThrow(() -> Problems.notFound("Assignment group"));
        return Standing.of(group, groups.membersOf(id));
    }

    @Transactional
    public Standing create(String name, Kind kind, List<Seat> seats) {
        expectUnused(name, null);
        members.expect(kind, ids(seats));
        var group = new AssignmentGroup(checkedName(name), kind);
        groups.persist(group);
        seat(group, seats);
        audit.record("assignment-group.created", "assignment-group", group.id(), facts(group, seats));
        return read(group.id());
    }

    /** Changes name and members; when the members change, the turns start afresh. */
    @Transactional
    public Standing change(UUID id, int seenVersion, String name, List<Seat> seats) {
        var group = groups.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> Problems.notFound("Assignment group"));
        group.expectVersion(seenVersion);
        expectUnused(name, id);
        members.expect(group.kind(), ids(seats));
        group.rename(checkedName(name));
        seat(group, seats);
        groups.flush();
        if (group.version() == seenVersion) { // only the members changed, which are records of their own
            groups.getEntityManager().lock(group, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        }
        audit.record("assignment-group.changed", "assignment-group", id, facts(group, seats));
        return read(id);
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
        groups.named(name.strip()).filter(found -> !found.id().equals(exceptBy)).ifPresent(found -> {
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

    private static Map<String, Object> facts(AssignmentGroup group, List<Seat> seats) {
        return Map.of("name", group.name(), "kind", group.kind(), "members", seats);
    }
}
