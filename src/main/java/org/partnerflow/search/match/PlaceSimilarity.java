package org.partnerflow.search.match;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** How much two addresses speak for one place, or against it: the larger, the more; below 0 against. */
final class PlaceSimilarity {
    /** From so many words on, an address is that of a house. */
    private static final int OF_A_HOUSE = 5;

    private PlaceSimilarity() {}

    static double of(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return 0;
        }
        var words = Folding.words(one);
        var others = Folding.words(other);
        int fewest = Math.min(words.size(), others.size());
        double share = fewest == 0 ? 0 : common(words, others) / fewest;
        if (fewest < OF_A_HOUSE) {
            return share > 0.99 ? 1 : share < 0.4 ? -0.5 : 0;
        }
        return share >= 0.75 ? 6 : share >= 0.55 ? 4.5 : share >= 0.4 ? 2 : share >= 0.25 ? 0 : -2;
    }

    private static double common(List<String> words, List<String> others) {
        var left = new ArrayList<>(others);
        double common = 0;
        for (var word : words) {
            if (left.remove(word)) {
                common++;
                continue;
            }
            var near = left.stream().filter(other -> isNear(word, other)).findFirst();
            if (near.isPresent()) {
                common += 0.9;
                left.remove(near.get());
            }
        }
        return common;
    }

    private static boolean isNear(String one, String other) {
        return Math.min(one.length(), other.length()) > 3
                && Math.abs(one.length() - other.length()) <= 1
                && !(Character.isDigit(one.charAt(0)) && one.length() < 4)
                && Slips.between(one, other) <= 1;
    }
}
