package org.partnerflow.search;

import java.util.ArrayList;
import java.util.List;

import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** How alike two names of organisations are, from 0 to 1: word by word, with telling words counting more than common ones. */
final class NameSimilarity {
    private static final JaroWinklerSimilarity JARO_WINKLER = new JaroWinklerSimilarity();
    private static final double SAME_WORD = 0.9;
    private static final double SAME_LINE = 0.95;
    private static final int SHORT = 4;

    private NameSimilarity() {}

    static double of(OrganisationName one, OrganisationName other) {
        if (one.key().equals(other.key())) {
            return 1;
        }
        return Math.max(ofWords(one.words(), other.words()), ofLines(one.key(), other.key()));
    }

    /** Twice the weight of the words in common by the weight of all words. */
    private static double ofWords(List<String> one, List<String> other) {
        var left = new ArrayList<>(other);
        double common = 0;
        for (var word : one) {
            var best = left.stream().max((a, b) -> Double.compare(ofWord(word, a), ofWord(word, b)));
            if (best.isPresent() && ofWord(word, best.get()) >= SAME_WORD) {
                common += (OrganisationName.weight(word) + OrganisationName.weight(best.get()))
                        * ofWord(word, best.get());
                left.remove(best.get());
            }
        }
        return common / (weight(one) + weight(other));
    }

    /** Finds what is written in one word here and in two there; anything but a slip counts as different. */
    private static double ofLines(String one, String other) {
        if (Math.min(one.length(), other.length()) < 2 * SHORT || numbersDiffer(one, other)) {
            return 0;
        }
        double similarity = JARO_WINKLER.apply(one, other);
        boolean sameLength = Math.abs(one.length() - other.length()) <= 2;
        return sameLength && similarity >= SAME_LINE + 0.02 ? similarity * 0.95 : 0;
    }

    private static double ofWord(String one, String other) {
        if (one.equals(other)) {
            return 1;
        }
        if (Math.min(one.length(), other.length()) <= SHORT || numbersDiffer(one, other)) {
            return 0;
        }
        int slips = Math.max(one.length(), other.length()) < 2 * SHORT ? 1 : 2;
        return new LevenshteinDistance(slips).apply(one, other) < 0 ? 0 : JARO_WINKLER.apply(one, other);
    }

    private static boolean numbersDiffer(String one, String other) {
        return !one.replaceAll("\\D", "").equals(other.replaceAll("\\D", ""));
    }

    private static double weight(List<String> words) {
        return words.stream().mapToDouble(OrganisationName::weight).sum();
    }
}
