package org.partnerflow.rules.decision;

import org.jspecify.annotations.Nullable;

/**
 * Conclusion: the decision.
 *
 * @param rowNumber 0 if no row led to it
 * @param fit what was chosen; null when nothing fits
 * @param layer the name of the layer where nobody fits; empty for the other grounds
 */
public record Chosen(
        Ground ground,
        int rowNumber,
        Assignee assignee,
        @Nullable Fit fit,
        String layer) {

    /** What the decision rests on. */
    public enum Ground {
        ROW,
        NO_ROW_PARTNERS_FIRST,
        NO_ROW_MATCHES,
        NOBODY_FITS,
        NOBODY_IN_LAYER
    }

    public static Chosen of(Fit fit) {
        var ground = fit.rowNumber() == 0 ? Ground.NO_ROW_PARTNERS_FIRST : Ground.ROW;
        return new Chosen(ground, fit.rowNumber(), fit.assignee(), fit, "");
    }

    public static Chosen nobody(Ground ground) {
        return new Chosen(ground, 0, Assignee.NOBODY, null, "");
    }

    public static Chosen afterLayer(RequestFacts.Layer layer) {
        return new Chosen(
                Ground.NOBODY_IN_LAYER, 0, layer.last() ? Assignee.NOBODY : Assignee.NEXT_LAYER, null, layer.name());
    }

    /** @param rowText what the row says */
    String words(String rowText) {
        String goesTo = assignee.kind() == Assignee.Kind.NOBODY ? "it stays unassigned" : "goes to " + assignee.words();
        return switch (ground) {
            case ROW -> "Row %d (%s): %s.".formatted(rowNumber, rowText, goesTo);
            case NO_ROW_PARTNERS_FIRST -> "No row matches, so partner users go first: %s.".formatted(goesTo);
            case NO_ROW_MATCHES -> "No row matches: %s.".formatted(goesTo);
            case NOBODY_FITS -> "Nobody can take it: %s.".formatted(goesTo);
            case NOBODY_IN_LAYER -> "Nobody in layer %s can take it: %s.".formatted(layer, goesTo);
        };
    }
}
