package org.partnerflow.rules.decision;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** Conclusion: in which order fits are preferred. What is chosen and why the others are not both follow from it. */
public record Order(List<Precedence> precedences) {

    public static Order of(Precedence... precedences) {
        return new Order(List.of(precedences));
    }

    public Place placeOf(Fit fit) {
        return new Place(this, fit);
    }

    /** What puts the first one before the other; null if nothing does. */
    @Nullable
    Precedence difference(Fit first, Fit other) {
        return precedences.stream()
                .filter(precedence -> precedence.compare(first, other) != 0)
                .findFirst()
                .orElse(null);
    }

    /** Conclusion about a fit that comes after the chosen one. */
    public Behind behind(Fit fit, Fit first) {
        var difference = difference(first, fit);
        if (difference == null) {
            throw new IllegalStateException("Expected an order that tells %s and %s apart".formatted(first, fit));
        }
        return new Behind(fit, first, difference);
    }
}
