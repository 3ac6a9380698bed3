package org.partnerflow.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.partnerflow.rules.decision.Assignee;
import org.partnerflow.rules.decision.Candidate;
import org.partnerflow.rules.decision.DecisionTable;
import org.partnerflow.rules.decision.Facts;
import org.partnerflow.rules.decision.Group;
import org.partnerflow.rules.decision.Ruling;
import org.partnerflow.rules.decision.Workload;

/**
 * How things would have gone by one table: decisions are made one after the other, and each sees the load, the waiting times and the turns
 * that those before it have left. What happened besides (closed deals, leads given by hand) is taken from the facts as they were.
 */
final class Course {
    /** An assignment is stored a moment after its decision. */
    private static final Duration MOMENT = Duration.ofSeconds(5);

    private final DecisionTable table;
    private final Map<UUID, Holder> holders = new HashMap<>();
    private final Map<UUID, Integer> more = new HashMap<>();
    private final Map<UUID, Instant> really = new HashMap<>();
    private final Map<UUID, Instant> outside = new HashMap<>();
    private final Map<UUID, Instant> here = new HashMap<>();
    private final Map<UUID, Group> groups = new HashMap<>();

    /** Who has a record: really, and by this table. */
    private record Holder(@Nullable UUID really, @Nullable UUID here) {}

    Course(DecisionTable table) {
        this.table = table;
    }

    /**
     * Makes the next decision.
     *
     * @param facts as they were
     * @param real how it was decided then
     */
    Ruling next(Facts facts, Ruling real, Instant at) {
        var before = holders.remove(facts.recordId());
        if (before != null) {
            count(before.really(), 1);
            count(before.here(), -1);
        }
        var ruling = table.decide(facts.carried(this::carried, this::carried));
        var holder = new Holder(user(real), user(ruling));
        holders.put(facts.recordId(), holder);
        count(holder.really(), -1);
        count(holder.here(), 1);
        if (holder.really() != null) {
            really.put(holder.really(), at);
        }
        if (holder.here() != null) {
            here.put(holder.here(), at);
        }
        giveTurn(facts, ruling.assignee());
        return ruling;
    }

    private void count(@Nullable UUID user, int difference) {
        if (user != null) {
            more.merge(user, difference, Integer::sum);
        }
    }

    private Candidate carried(Candidate candidate) {
        var workload = candidate.workload();
        int open = Math.max(0, workload.openCount() + more.getOrDefault(candidate.id(), 0));
        return candidate.with(new Workload(open, lastAssigned(candidate.id(), workload.lastAssignedAt())));
    }

    /** The latest assignment: by this table, or one that no decision led to. */
    private @Nullable Instant lastAssigned(UUID candidate, @Nullable Instant asItWas) {
        var byDecision = really.get(candidate);
        boolean explained = asItWas != null
                && byDecision != null
                && !asItWas.isBefore(byDecision)
                && asItWas.isBefore(byDecision.plus(MOMENT));
        if (asItWas != null && !explained && (byDecision == null || asItWas.isAfter(byDecision))) {
            outside.put(candidate, asItWas);
        }
        var one = outside.get(candidate);
        var other = here.get(candidate);
        return one == null || other != null && other.isAfter(one) ? other : one;
    }

    /** As its turns stand by this table; afresh when its members were changed in between. */
    private Group carried(Group group) {
        var known = groups.get(group.id());
        if (known == null || !known.hasSameSeats(group)) {
            groups.put(group.id(), group);
            return group;
        }
        return known;
    }

    private void giveTurn(Facts facts, Assignee assignee) {
        var group = assignee.groupId() == null ? null : groups.get(assignee.groupId());
        if (group != null && assignee.id() != null) {
            groups.put(group.id(), group.afterTurnOf(assignee.id(), facts.present()));
        }
    }

    private static @Nullable UUID user(Ruling ruling) {
        return ruling.assignee().kind() == Assignee.Kind.USER
                ? ruling.assignee().id()
                : null;
    }
}
