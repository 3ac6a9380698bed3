package org.partnerflow.rules.decision;

import org.partnerflow.rules.table.TextKey;
import org.partnerflow.rules.table.TypedRow;

/**
 * Conclusion: the row could lead to this assignee. What is small goes first, in the order that the rules conclude.
 *
 * @param rowNumber 0 if no row leads here
 * @param missed how many offers of it the assignee let run out
 * @param lastAssigned see {@link Candidate#lastAssigned}
 */
public record Fit(
        int rowNumber, int missed, int turn, Rank rank, int open, long lastAssigned, String byName, Assignee assignee) {

    public static Fit of(TypedRow row, Candidate candidate) {
        return inRank(row.number(), Rank.NONE, candidate);
    }

    public static Fit of(TypedRow row, Candidate candidate, Group group) {
        return of(row, candidate).inTurnOf(group, group.turnOf(candidate.id()));
    }

    public static Fit of(TypedRow row, Queue queue) {
        var byName = TextKey.of(queue.name()) + '\u0000' + queue.id();
        return new Fit(row.number(), 0, 0, Rank.NONE, 0, 0, byName, Assignee.of(queue));
    }

    public static Fit of(TypedRow row, Queue queue, Group group) {
        return of(row, queue).inTurnOf(group, group.turnOf(queue.id()));
    }

    public static Fit inRank(int rowNumber, Rank rank, Candidate candidate) {
        return new Fit(
                rowNumber,
                candidate.missed(),
                0,
                rank,
                candidate.workload().openCount(),
                candidate.lastAssigned(),
                candidate.byName(),
                Assignee.of(candidate));
    }

    private Fit inTurnOf(Group group, int place) {
        return new Fit(rowNumber, missed, place, rank, open, lastAssigned, byName, assignee.inTurnOf(group));
    }

    public boolean isOf(Candidate candidate) {
        return candidate.id().equals(assignee.id());
    }
}
