package org.partnerflow.search.match;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.partnerflow.shared.Texts;

/**
 * The keys under which a record is found by those that may be the same. Whoever shares a strong one is always looked at; of the
 * others, the rarest come first.
 *
 * @param strong the whole name, the phone number, the address
 * @param weak words and parts of names
 */
public record Terms(Set<String> strong, Set<String> weak) {
    private static final int LONGEST = 80;
    private static final int AFFIX = 6;
    private static final int MOST_WORDS = 6;
    private static final int MOST_TYPED = 3;
    private static final int SHORTEST_TYPED = 5;
    private static final int LONGEST_TYPED = 14;
    private static final int LONGEST_LINE = 24;

    public static Terms of(Described record) {
        var strong = new LinkedHashSet<String>();
        var weak = new LinkedHashSet<String>();
        if (record.phoneKey() != null) {
            strong.add("t:" + record.phoneKey());
        }
        if (record.email() != null) {
            strong.add("e:" + record.email());
        }
        if (record.websiteKey() != null) {
            strong.add("h:" + record.websiteKey());
        }
        switch (record.kind()) {
            case ORGANISATION -> ofOrganisation(OrganisationName.of(record.name()), strong, weak);
            case PERSON -> ofPerson(record, strong, weak);
        }
        return new Terms(cut(strong), cut(weak));
    }

    public Set<String> all() {
        var all = new LinkedHashSet<>(strong);
        all.addAll(weak);
        return all;
    }

    private static void ofOrganisation(OrganisationName name, Set<String> strong, Set<String> weak) {
        var key = name.key();
        strong.add("k:" + name.sortedKey());
        strong.add("j:" + key);
        name.acronym().ifPresent(acronym -> strong.add("a:" + acronym));
        if (name.words().size() >= 3) {
            strong.add("a:" + name.initials());
        } else if (name.words().size() == 1 && key.length() <= 8) {
            strong.add("a:" + key);
        }
        weak.addAll(pairs(name.words()));
        weak.addAll(withoutOne(name.words()));
        if (name.words().size() <= 2) {
            weak.addAll(lines(key));
        }
        if (!name.telling().isEmpty()) {
            weak.add("T:" + name.telling());
        }
        var telling = NameSimilarity.tellingWords(name);
        telling.forEach(word -> weak.add("o:" + word));
        telling.stream().limit(MOST_TYPED).forEach(word -> weak.addAll(typed(word)));
        if (key.length() >= 2 * AFFIX) {
            weak.add("p:" + Texts.cut(key, AFFIX));
            weak.add("s:" + Texts.end(key, AFFIX));
        }
        if (telling.isEmpty()) {
            name.words().forEach(word -> weak.add("o:" + word));
        }
    }

    private static void ofPerson(Described record, Set<String> strong, Set<String> weak) {
        var names = PersonSimilarity.names(record.name());
        strong.add("n:" + String.join("", names.stream().sorted().toList()));
        strong.add("n:" + String.join("", names));
        for (var name : names) {
            weak.add("f:" + name);
            for (var other : names) {
                if (!name.equals(other)) {
                    weak.add("q:" + name + " " + head(other));
                    weak.add("r:" + name + " " + tail(other));
                    weak.add("x:" + head(name) + tail(name) + " " + head(other) + tail(other));
                }
            }
            if (names.size() == 1 || name.equals(names.getLast())) {
                weak.addAll(typed(name));
            }
        }
        if (names.size() >= 2) {
            weak.add("m:" + skeleton(names.getFirst()) + skeleton(names.getLast()));
        }
        if (record.place() != null) {
            var words = Folding.words(record.place());
            var numbers = words.stream()
                    .filter(word -> Character.isDigit(word.charAt(0)))
                    .limit(3)
                    .toList();
            words.stream()
                    .filter(word -> word.length() > 3 && !Character.isDigit(word.charAt(0)))
                    .limit(MOST_WORDS)
                    .forEach(word -> numbers.forEach(number -> weak.add("g:" + number + " " + word)));
        }
    }

    /** All words but one: of names of common words, it is the rarest that a slip leaves. */
    private static List<String> withoutOne(List<String> words) {
        if (words.size() < 3 || words.size() > MOST_WORDS) {
            return List.of();
        }
        var sorted = words.stream().sorted().toList();
        var terms = new ArrayList<>(List.of("l:" + String.join("", sorted)));
        for (int i = 0; i < sorted.size(); i++) {
            var others = new ArrayList<>(sorted);
            others.remove(i);
            terms.add("l:" + String.join("", others));
        }
        return terms;
    }

    private static List<String> pairs(List<String> words) {
        var sorted = words.stream().distinct().limit(MOST_WORDS).sorted().toList();
        var pairs = new ArrayList<String>();
        for (int i = 0; i < sorted.size(); i++) {
            for (int j = i + 1; j < sorted.size(); j++) {
                pairs.add("2:" + sorted.get(i) + " " + sorted.get(j));
            }
        }
        return pairs;
    }

    /** The word with each of its letters left out: two words that a slip lies between have one of these in common. */
    public static List<String> typed(String word) {
        if (word.length() < SHORTEST_TYPED || !Folding.forgivesSlips(word)) {
            return List.of();
        }
        var head = Texts.cut(word, LONGEST_TYPED);
        return Stream.concat(
                        Stream.of("d:" + word),
                        IntStream.range(0, head.length()).mapToObj(i -> "d:" + without(word, i)))
                .toList();
    }

    /** As {@link #typed}, of a whole short name. */
    private static List<String> lines(String key) {
        if (key.length() < SHORTEST_TYPED || key.length() > LONGEST_LINE || !Folding.forgivesSlips(key)) {
            return List.of();
        }
        return Stream.concat(
                        Stream.of("D:" + key), IntStream.range(0, key.length()).mapToObj(i -> "D:" + without(key, i)))
                .toList();
    }

    private static String without(String word, int place) {
        return new StringBuilder(word).deleteCharAt(place).toString();
    }

    private static String head(String name) {
        return Texts.cut(name, 2);
    }

    private static String tail(String name) {
        return Texts.end(name, 2);
    }

    /** What is heard of a name: its first letter and its consonants, doubled ones once. */
    private static String skeleton(String name) {
        return name.charAt(0) + name.substring(1).replaceAll("[aeiouyhw]", "").replaceAll("(.)\\1", "$1");
    }

    private static Set<String> cut(Set<String> terms) {
        var cut = new LinkedHashSet<String>();
        terms.stream()
                .filter(term -> term.length() > 2)
                .map(term -> Texts.cut(term, LONGEST))
                .forEach(cut::add);
        return cut;
    }
}
