package org.partnerflow.rules.decision;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What was decided, and why.
 *
 * @param row the row that fired; null if no row led here
 * @param passedOver rows that matched and stand before the row that fired, but led to nobody
 * @param verdicts one for each candidate: the chosen one first, then those who could take it, then the others
 * @param summary the decision in one sentence
 * @param notes what else one should know, such as how a value was compared
 */
public record Ruling(
        Assignee assignee,
        @Nullable FiredRow row,
        List<PassedOver> passedOver,
        List<Verdict> verdicts,
        String summary,
        List<String> notes) {

    /** Rulings of older releases have no notes. */
    public Ruling {
        notes = notes == null ? List.of() : List.copyOf(notes);
    }

    /** A row, with its words as it stood then: {@code text} is "region is EMEA: Queue "West"". */
    public record FiredRow(int number, String id, String text) {}

    public record PassedOver(int number, String id, String text, String reason) {}

    /** The verdict on a candidate; {@code sentence} says why, or why not. */
    public record Verdict(UUID candidateId, String name, Standing standing, String sentence) {}

    public enum Standing {
        CHOSEN,
        ELIGIBLE,
        EXCLUDED
    }
}
