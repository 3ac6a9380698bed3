package org.partnerflow.rules.decision;

import java.util.Comparator;

/** What may put one fit before another. Which of them count, and in which order, the rules say: see {@link Order}. */
public enum Precedence {
    /** Whoever let fewer offers of it run out. */
    FEWER_MISSED(Comparator.comparingInt(Fit::missed)),
    /** What stands further up in the table. */
    EARLIER_ROW(Comparator.comparingInt(Fit::rowNumber)),
    /** Whose turn it is in the group. */
    TURN(Comparator.comparingInt(Fit::turn)),
    /** Partner users and technicians, as the row says. */
    RANK(Comparator.comparing(Fit::rank)),
    FEWER_OPEN(Comparator.comparingInt(Fit::open)),
    LONGER_WAIT(Comparator.comparingLong(Fit::lastAssigned)),
    /** By name; the id only makes the order total. */
    NAME(Comparator.comparing(Fit::byName));

    private final Comparator<Fit> comparator;

    Precedence(Comparator<Fit> comparator) {
        this.comparator = comparator;
    }

    int compare(Fit one, Fit other) {
        return comparator.compare(one, other);
    }
}
