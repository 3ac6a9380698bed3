package org.partnerflow.rules.decision;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.partnerflow.rules.table.TypedRow;

/** Conclusion: the row that decides leads to others; null when no row led to anybody. */
public record Unfit(UUID candidateId, @Nullable TypedRow row) {

    /** The words follow "Could take it, but". */
    String words(Chosen chosen) {
        if (row == null) {
            return "no row leads to them.";
        }
        return switch (row.outcome()) {
            case ROUND_ROBIN -> "is not in %s.".formatted(row.target());
            case FEWEST_OPEN -> "does not belong to %s.".formatted(row.target());
            case PARTNER_ONLY -> "row %d gives it only to partner users.".formatted(row.number());
            default ->
                "row %d leads to %s.".formatted(row.number(), chosen.assignee().words());
        };
    }
}
