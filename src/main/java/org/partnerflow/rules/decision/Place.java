package org.partnerflow.rules.decision;

/** Conclusion: where a fit comes in the order. */
public record Place(Order order, Fit fit) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
        var difference = order.difference(fit, other.fit);
        return difference == null ? 0 : difference.compare(fit, other.fit);
    }
}
