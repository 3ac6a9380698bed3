package org.partnerflow.rules.decision;

import org.partnerflow.rules.table.TextKey;
import org.partnerflow.rules.table.TypedRow;

/**
 * Conclusion: the row could lead to this assignee. The smallest turn goes first, then the fewest open, then who waited longest, then
 * the name.
 *
 * @param rowNumber 0 if no row leads here
 * @param lastAssigned see {@link Candidate#lastAssigned}
 */
public record Fit(int rowNumber, int turn, int open, long lastAssigned, String byName, Assignee assignee) {

    public static Fit of(TypedRow row, Candidate candidate) {
        return inRank(row.number(), 0, candidate);
    }

    public static Fit of(TypedRow row, Candidate candidate, Group group) {
        var fit = inRank(row.number(), group.turnOf(candidate.id()), candidate);
        return fit.with(fit.assignee.inTurnOf(group));
    }

    public static Fit of(TypedRow row, Queue queue) {
        return new Fit(row.number(), 0, 0, 0, TextKey.of(queue.name()) + '\u0000' + queue.id(), Assignee.of(queue));
    }

    public static Fit of(TypedRow row, Queue queue, Group group) {
        var fit = new Fit(row.number(), group.turnOf(queue.id()), 0, 0, "", Assignee.of(queue));
        return fit.with(fit.assignee.inTurnOf(group));
    }

    /** Somebody of a rank: everybody of rank 1 goes before anybody of rank 2. */
    public static Fit inRank(int rowNumber, int rank, Candidate candidate) {
        return new Fit(
                rowNumber,
                rank,
                candidate.workload().openCount(),
                candidate.lastAssigned(),
                candidate.byName(),
                Assignee.of(candidate));
    }

    private Fit with(Assignee other) {
        return new Fit(rowNumber, turn, open, lastAssigned, byName, other);
    }
}
