package org.partnerflow.rules.decision;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.partnerflow.rules.table.TypedRow;

/**
 * Conclusion: the row matches and stands before the one that decides, but did not lead to anybody.
 *
 * @param candidate whom it names and who cannot take it; null for the other causes
 */
public record Skipped(TypedRow row, Cause cause, @Nullable Candidate candidate) {

    public enum Cause {
        /** There is nothing of the name. */
        MISSING,
        /** Whom it names cannot take it. */
        CANNOT,
        /** Nobody whom it leads to can take it. */
        NOBODY,
        /** Everybody whom it leads to let an offer run out. */
        LATER
    }

    public static Skipped missing(TypedRow row) {
        return new Skipped(row, Cause.MISSING, null);
    }

    public static Skipped cannot(TypedRow row, Candidate candidate) {
        return new Skipped(row, Cause.CANNOT, candidate);
    }

    public static Skipped nobody(TypedRow row) {
        return new Skipped(row, Cause.NOBODY, null);
    }

    public static Skipped later(TypedRow row) {
        return new Skipped(row, Cause.LATER, null);
    }

    /** @param objections what speaks against the candidate, in words */
    String words(String objections) {
        return switch (cause) {
            case MISSING ->
                "There is no %s called \"%s\"."
                        .formatted(
                                Objects.requireNonNull(row.outcome().target()).label(), row.target());
            case CANNOT -> "%s %s.".formatted(Objects.requireNonNull(candidate).name(), objections);
            case LATER -> "Whoever it leads to let an offer of it run out.";
            case NOBODY ->
                switch (row.outcome()) {
                    case ROUND_ROBIN, ROUND_ROBIN_OVER_QUEUES -> "Nobody in %s can take it.".formatted(row.target());
                    default ->
                        row.target() == null
                                ? "Nobody can take it."
                                : "Nobody of %s can take it.".formatted(row.target());
                };
        };
    }
}
