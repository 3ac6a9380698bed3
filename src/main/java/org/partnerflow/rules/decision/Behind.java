package org.partnerflow.rules.decision;

import org.partnerflow.rules.table.RuleSet;

/** Conclusion: the fit comes after the one that was chosen, because of this. */
public record Behind(Fit fit, Fit first, Precedence because) {

    /** The words follow "Could take it, but". */
    String words(RuleSet ruleSet) {
        var other = first.assignee().words();
        return switch (because) {
            case FEWER_MISSED -> "let an offer of it run out, so that others are asked first.";
            case EARLIER_ROW -> "row %d leads to %s.".formatted(first.rowNumber(), other);
            case TURN -> "it is the turn of %s.".formatted(other);
            case RANK -> "%s goes first: %s.".formatted(other, first.rank().words());
            case FEWER_OPEN -> "has %s, and %s has %d.".formatted(ruleSet.open(fit.open()), other, first.open());
            case LONGER_WAIT -> "%s has waited longer.".formatted(other);
            case NAME -> "%s comes first by name.".formatted(other);
        };
    }
}
