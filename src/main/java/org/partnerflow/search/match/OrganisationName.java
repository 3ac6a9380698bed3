package org.partnerflow.search.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The name of an organisation, taken apart: what identifies it, its legal form, the place behind it, and the acronym that follows
 * in brackets.
 *
 * @param words the words that identify it, never empty unless the name has no letter or digit
 * @param legalForms for example "inc"; empty when the name has none
 * @param place the words behind the legal form, for example "rotterdam"
 */
public record OrganisationName(
        List<String> words, List<String> legalForms, List<String> place, Optional<String> acronym) {
    private static final Pattern BRACKETS = Pattern.compile("[(（\\[]([^()（）\\[\\]]*)[)）\\]]");
    private static final Pattern ACRONYM = Pattern.compile("[\\p{Lu}\\p{N}&.]{2,10}");
    private static final Pattern NAME_PARTS = Pattern.compile("[,/;]+");
    private static final int LONGEST_PLACE = 3;

    /** Taken apart; a legal form and fillers count only where nothing else is left. */
    public static OrganisationName of(String name) {
        Optional<String> acronym = Optional.empty();
        var plain = new StringBuilder();
        int from = 0;
        var brackets = BRACKETS.matcher(name);
        while (brackets.find()) {
            var inside = brackets.group(1).strip();
            plain.append(name, from, brackets.start());
            if (isAcronym(inside, BRACKETS.matcher(name).replaceAll(" "))) {
                acronym = acronym.or(() -> Optional.of(String.join("", Folding.words(inside))));
            } else {
                plain.append(' ').append(inside).append(' ');
            }
            from = brackets.end();
        }
        plain.append(name.substring(from));
        var text = plain.toString().isBlank() ? name : plain.toString();
        return takenApart(OrganisationWords.withoutGluedForms(text), acronym);
    }

    private static OrganisationName takenApart(String text, Optional<String> acronym) {
        var parts = NAME_PARTS.split(text);
        var all = new ArrayList<String>();
        int comma = Integer.MAX_VALUE;
        for (var part : parts) {
            var words = OrganisationWords.spelt(joinSingleLetters(Folding.words(part)));
            if (!all.isEmpty() && comma == Integer.MAX_VALUE && OrganisationWords.isForm(all.getLast())) {
                comma = all.size();
            }
            all.addAll(words);
        }
        var spelt = OrganisationWords.spelt(joinSingleLetters(all));
        var words = new ArrayList<String>();
        for (int i = 0; i < spelt.size(); i++) {
            boolean initial = i == 0 && spelt.get(i).length() == 1;
            if (initial || !OrganisationWords.FILLERS.contains(spelt.get(i))) {
                words.add(spelt.get(i));
            }
        }
        var forms = new ArrayList<String>();
        var place = cutPlace(words, spelt, text);
        while (words.size() > 1 && OrganisationWords.isForm(words.getLast())) {
            forms.addFirst(OrganisationWords.form(words.removeLast()));
        }
        while (words.size() > 1 && OrganisationWords.isFormInFront(words.getFirst())) {
            forms.add(OrganisationWords.form(words.removeFirst()));
        }
        return new OrganisationName(List.copyOf(words.isEmpty() ? spelt : words), List.copyOf(forms), place, acronym);
    }

    /** Takes off what stands behind the legal form: “Unilever N.V., Rotterdam”, but not “Ford Motor Co of Canada”. */
    private static List<String> cutPlace(List<String> words, List<String> spelt, String text) {
        for (int i = words.size() - 2; i > 0; i--) {
            int behind = words.size() - 1 - i;
            if (!OrganisationWords.endsName(words.get(i)) || behind > LONGEST_PLACE) {
                continue;
            }
            var place = List.copyOf(words.subList(i + 1, words.size()));
            int at = spelt.lastIndexOf(words.get(i));
            boolean goesOn = at + 1 < spelt.size() && OrganisationWords.FILLERS.contains(spelt.get(at + 1));
            boolean named = place.stream().noneMatch(OrganisationWords::isForm) && !goesOn;
            if (named && place.stream().noneMatch(OrganisationWords::tellsApart)) {
                words.subList(i + 1, words.size()).clear();
                return place;
            }
            return List.of();
        }
        return List.of();
    }

    private static boolean isAcronym(String inside, String outside) {
        if (!ACRONYM.matcher(inside).matches()) {
            return false;
        }
        var letters = String.join("", Folding.words(inside));
        var name = String.join("", Folding.words(outside));
        int at = -1;
        for (int i = 0; i < letters.length(); i++) {
            at = name.indexOf(letters.charAt(i), at + 1);
            if (at < 0 || i == 0 && at > 0) {
                return false;
            }
        }
        return true;
    }

    /** Equal for names that differ in legal form, capitals, accents, punctuation, spaces and abbreviations only. */
    public String key() {
        return String.join("", words);
    }

    /** As {@link #key}, whatever the order of the words. */
    String sortedKey() {
        return words.stream().sorted().collect(Collectors.joining());
    }

    /** What is telling in the name, whatever the order of the words; empty when all of them are common. */
    String telling() {
        return words.stream()
                .filter(word -> OrganisationWords.weight(word) == 1)
                .sorted()
                .collect(Collectors.joining());
    }

    /** The first letters of the words, for example "cca" for "Community College of Aurora". */
    String initials() {
        return words.stream()
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)))
                .collect(Collectors.joining());
    }

    /** Words such as "west" and "2": names of which only one has them are names of two. */
    Set<String> tellingApart() {
        return words.stream().filter(OrganisationWords::tellsApart).collect(Collectors.toCollection(TreeSet::new));
    }

    double weight() {
        return words.stream().mapToDouble(OrganisationWords::weight).sum();
    }

    static List<String> joinSingleLetters(List<String> words) {
        var joined = new ArrayList<String>();
        var letters = new StringBuilder();
        for (var word : words) {
            if (word.length() == 1 && Character.isLetter(word.charAt(0))) {
                letters.append(word);
                continue;
            }
            flush(letters, joined);
            joined.add(word);
        }
        flush(letters, joined);
        return joined;
    }

    private static void flush(StringBuilder letters, List<String> joined) {
        if (!letters.isEmpty()) {
            joined.add(letters.toString());
            letters.setLength(0);
        }
    }
}
