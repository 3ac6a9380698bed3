package org.partnerflow.search.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.partnerflow.shared.Texts;

/** Finds the records that are likely the same as one, however many others there are. */
public final class Matcher {
    /** Whoever shares one of these is looked at, up to this number for each. */
    private static final int MOST_FOR_A_TERM = 300;

    private static final int MOST_CANDIDATES = 500;
    private static final Set<String> RARITY = Set.of("n:", "T:", "t:", "h:");

    private Matcher() {}

    public record Match(Described record, Likeness likeness) {}

    /** The likely ones, the likeliest first. */
    public static List<Match> find(Described wanted, Candidates candidates) {
        var terms = Terms.of(wanted);
        var counts = candidates.counts(terms.all(), MOST_FOR_A_TERM);
        var chosen = new ArrayList<>(terms.strong().stream()
                .filter(term -> !isSharedByMany(term, counts))
                .toList());
        int expected =
                chosen.stream().mapToInt(term -> counts.getOrDefault(term, 0)).sum();
        var byRarity = terms.weak().stream()
                .filter(term -> counts.getOrDefault(term, 0) > 0)
                .sorted(Comparator.comparingInt(counts::get))
                .toList();
        for (var term : byRarity) {
            expected += counts.get(term);
            if (expected > MOST_CANDIDATES && counts.get(term) > 1 || counts.get(term) >= MOST_FOR_A_TERM) {
                break;
            }
            chosen.add(term);
        }
        var comparison = new Comparison(wanted, rarity(counts));
        return candidates.having(chosen).stream()
                .filter(record -> record.kind() == wanted.kind() && !record.id().equals(wanted.id()))
                .flatMap(record -> comparison.with(record).map(likeness -> new Match(record, likeness)).stream())
                .sorted(Comparator.comparingDouble(
                                (Match match) -> match.likeness().score())
                        .reversed()
                        .thenComparing(match -> match.record().name()))
                .toList();
    }

    /** A number or site of hundreds is that of a switchboard or a builder of sites. */
    private static boolean isSharedByMany(String term, Map<String, Integer> counts) {
        return (term.startsWith("t:") || term.startsWith("h:")) && counts.getOrDefault(term, 0) >= MOST_FOR_A_TERM;
    }

    /** How many have the same name, the telling part of it, the number, the site. */
    private static Map<String, Integer> rarity(Map<String, Integer> counts) {
        var rarity = new HashMap<>(counts);
        rarity.keySet().removeIf(term -> !RARITY.contains(Texts.cut(term, 2)));
        return rarity;
    }
}
