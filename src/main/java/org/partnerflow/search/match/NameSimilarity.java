package org.partnerflow.search.match;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How alike two names of organisations are, from 0 to 1: word by word, with telling words counting more than common ones. */
final class NameSimilarity {
    private static final double SAME_WORD = 0.75;
    private static final double A_SLIP = 1.25;
    private static final double CONTRADICTED = 0.88;
    private static final int SHORT = 4;

    private NameSimilarity() {}

    static double of(OrganisationName one, OrganisationName other) {
        if (!one.tellingApart().equals(other.tellingApart())
                || !one.place().isEmpty()
                        && !other.place().isEmpty()
                        && Collections.disjoint(one.place(), other.place())) {
            return 0;
        }
        if (one.key().equals(other.key())) {
            return 1;
        }
        boolean spacedAlike = one.words().size() == other.words().size();
        return Math.max(ofWords(one, other), spacedAlike ? 0 : ofLines(one.key(), other.key()));
    }

    /** Twice the weight of the words in common by the weight of all words. */
    private static double ofWords(OrganisationName one, OrganisationName other) {
        int alone = 0;
        var left = new ArrayList<>(other.words());
        double common = 0;
        for (var word : one.words()) {
            var best = left.stream().max((a, b) -> Double.compare(ofWord(word, a), ofWord(word, b)));
            if (best.isPresent() && ofWord(word, best.get()) >= SAME_WORD) {
                common += (OrganisationWords.weight(word) + OrganisationWords.weight(best.get()))
                        * ofWord(word, best.get());
                left.remove(best.get());
            } else {
                alone++;
            }
        }
        double share = common / (one.weight() + other.weight());
        boolean bothHaveMore = alone > 0 && !left.isEmpty();
        return share < 1 && (bothHaveMore || hasOtherForm(one, other)) ? share * CONTRADICTED : share;
    }

    /** Finds what is written in one word here and in two there; anything but a slip counts as different. */
    private static double ofLines(String one, String other) {
        if (Math.min(one.length(), other.length()) < 3 * SHORT
                || Math.abs(one.length() - other.length()) > 2
                || !isAlike(one, other)) {
            return 0;
        }
        int slips = Slips.between(one, other);
        return slips > 1 ? 0 : 1 - A_SLIP * slips / Math.max(one.length(), other.length());
    }

    static boolean hasOtherForm(OrganisationName one, OrganisationName other) {
        return !one.legalForms().isEmpty()
                && !other.legalForms().isEmpty()
                && !one.legalForms().equals(other.legalForms());
    }

    private static double ofWord(String one, String other) {
        if (one.equals(other)) {
            return 1;
        }
        int longest = Math.max(one.length(), other.length());
        if (Math.min(one.length(), other.length()) <= SHORT
                || Math.abs(one.length() - other.length()) > 2
                || !isAlike(one, other)) {
            return 0;
        }
        int slips = Slips.between(one, other);
        return slips > (longest < 2 * SHORT ? 1 : 2) ? 0 : 1 - A_SLIP * slips / longest;
    }

    private static boolean isAlike(String one, String other) {
        return Folding.forgivesSlips(one) && Folding.forgivesSlips(other) && !Slips.numbersDiffer(one, other);
    }

    /** Whether {@code brief} has all that is telling in {@code full}, but not all of its common words. */
    static boolean isPart(OrganisationName brief, OrganisationName full) {
        return brief.words().size() < full.words().size()
                && full.words().containsAll(brief.words())
                && !tellingWords(brief).isEmpty()
                && brief.words().containsAll(tellingWords(full));
    }

    static List<String> tellingWords(OrganisationName name) {
        return name.words().stream()
                .filter(word -> OrganisationWords.weight(word) == 1)
                .toList();
    }
}
