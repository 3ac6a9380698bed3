package org.partnerflow.lead.queue;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The turns of one group, locked by the transaction that assigns. Smooth weighted round robin: who has saved up most is next, and
 * among equals the one who stands first.
 */
public class Turns {
    private static final Comparator<GroupMember> NEXT_FIRST = Comparator.comparingInt(GroupMember::creditWithNextTurn)
            .reversed()
            .thenComparingInt(GroupMember::place)
            .thenComparing(GroupMember::memberId);

    private final AssignmentGroup group;
    private final List<GroupMember> members;

    Turns(AssignmentGroup group, List<GroupMember> members) {
        this.group = group;
        this.members = members;
    }

    public AssignmentGroup group() {
        return group;
    }

    public List<GroupMember> members() {
        return members;
    }

    /** The members' ids; the first is next. */
    public List<UUID> inOrder() {
        return members.stream().sorted(NEXT_FIRST).map(GroupMember::memberId).toList();
    }

    /**
     * Gives the turn away.
     *
     * @param present who could have had it: the absent save nothing up, so that they do not get everything when they are back
     */
    public void give(UUID memberId, Set<UUID> present) {
        var earning = members.stream()
                .filter(member ->
                        present.contains(member.memberId()) || member.memberId().equals(memberId))
                .toList();
        earning.forEach(GroupMember::earn);
        int earned = earning.stream().mapToInt(GroupMember::weight).sum();
        earning.stream()
                .filter(member -> member.memberId().equals(memberId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Expected a member of the group %s, but got %s".formatted(group.name(), memberId)))
                .takeTurn(earned);
    }
}
