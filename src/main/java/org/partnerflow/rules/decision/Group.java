package org.partnerflow.rules.decision;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import org.partnerflow.rules.table.TypedRow;

/**
 * An assignment group.
 *
 * @param ofQueues true if the members are queues, false if they are candidates
 * @param members in the order of their turns: the first is next
 * @param seats what the order rests on, in the order of the places; null in facts of older releases
 */
public record Group(
        UUID id,
        String name,
        boolean ofQueues,
        List<UUID> members,
        @Nullable List<Seat> seats) {
    private static final Comparator<Seat> NEXT_FIRST = Comparator.comparingInt(
                    (Seat seat) -> seat.credit() + seat.weight())
            .reversed()
            .thenComparing(Seat::place)
            .thenComparing(Seat::member);

    /** A member. Smooth weighted round robin: who has saved up most is next. */
    public record Seat(UUID member, int place, int weight, int credit) {
        private Seat earning(int more) {
            return new Seat(member, place, weight, credit + more);
        }
    }

    public Group {
        members = List.copyOf(members);
    }

    public static Group of(UUID id, String name, boolean ofQueues, List<Seat> seats) {
        var order = seats.stream().sorted(NEXT_FIRST).map(Seat::member).toList();
        return new Group(id, name, ofQueues, order, List.copyOf(seats));
    }

    public static Group ofUsers(UUID id, String name, List<UUID> members) {
        return new Group(id, name, false, members, null);
    }

    public static Group ofQueues(UUID id, String name, List<UUID> members) {
        return new Group(id, name, true, members, null);
    }

    public boolean isNamedBy(TypedRow row) {
        return row.names(id, name);
    }

    public boolean has(UUID member) {
        return members.contains(member);
    }

    public int turnOf(UUID member) {
        return members.indexOf(member);
    }

    /** Nobody came or went, and nobody's weight was changed. */
    public boolean hasSameSeats(Group other) {
        return weights().equals(other.weights());
    }

    private Set<List<Object>> weights() {
        return known().stream()
                .map(seat -> List.<Object>of(seat.member(), seat.weight()))
                .collect(java.util.stream.Collectors.toSet());
    }

    /**
     * The group after a turn was given away.
     *
     * @param present who could have had it: the absent save nothing up
     */
    public Group afterTurnOf(UUID member, Set<UUID> present) {
        var seats = known();
        int earned = seats.stream()
                .filter(seat -> earns(seat, member, present))
                .mapToInt(Seat::weight)
                .sum();
        return of(
                id,
                name,
                ofQueues,
                seats.stream()
                        .map(seat -> earns(seat, member, present) ? seat.earning(seat.weight()) : seat)
                        .map(seat -> seat.member().equals(member) ? seat.earning(-earned) : seat)
                        .toList());
    }

    private static boolean earns(Seat seat, UUID member, Set<UUID> present) {
        return seat.member().equals(member) || present.contains(seat.member());
    }

    /** Without seats, everybody weighs the same, and the order says who has saved up more. */
    private List<Seat> known() {
        return seats != null
                ? seats
                : IntStream.range(0, members.size())
                        .mapToObj(place -> new Seat(members.get(place), place, 1, 0))
                        .toList();
    }
}
