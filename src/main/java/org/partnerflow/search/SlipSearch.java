package org.partnerflow.search;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

import org.partnerflow.search.SearchSource.Found;
import org.partnerflow.search.match.Folding;
import org.partnerflow.search.match.Slips;

/** Finds in a list what is spelt with a slip: a slip leaves the beginning or the end of the word as it is, and the list is asked for these. */
final class SlipSearch {
    private static final int SHORTEST = 5;
    private static final int MOST_LOOKED_AT = 200;

    private SlipSearch() {}

    static List<Found> find(SearchSource source, String typed, int limit) {
        var words = Folding.words(typed);
        var candidates = new LinkedHashMap<UUID, Found>();
        words.stream()
                .max(Comparator.comparingInt(String::length))
                .filter(SlipSearch::isForgiven)
                .ifPresent(word -> List.of(beginning(word), end(word)).forEach(part -> source.find(part, MOST_LOOKED_AT)
                        .forEach(found -> candidates.putIfAbsent(found.id(), found))));
        return candidates.values().stream()
                .filter(found -> isMeant(words, found))
                .limit(limit)
                .toList();
    }

    private static String beginning(String word) {
        return word.substring(0, word.length() / 2 - 1);
    }

    /** Two letters after the beginning, as they may have changed places. */
    private static String end(String word) {
        return word.substring(word.length() / 2 + 1);
    }

    private static boolean isMeant(List<String> typed, Found found) {
        var words = Folding.words(found.subtitle() == null ? found.title() : found.title() + " " + found.subtitle());
        return typed.stream().allMatch(word -> words.stream().anyMatch(known -> isMeant(word, known)));
    }

    private static boolean isMeant(String typed, String known) {
        return known.startsWith(typed) || isForgiven(typed) && Slips.between(typed, known) <= 1;
    }

    private static boolean isForgiven(String word) {
        return word.length() >= SHORTEST && Folding.forgivesSlips(word);
    }
}
