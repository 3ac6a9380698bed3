package org.partnerflow.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The name of an organisation, taken apart: what identifies it, its legal form, and the acronym that follows in brackets.
 *
 * @param words the words that identify it, never empty unless the name has no letter or digit
 * @param legalForms for example "inc"; empty when the name has none
 */
public record OrganisationName(List<String> words, List<String> legalForms, Optional<String> acronym) {
    private static final Pattern BRACKETS = Pattern.compile("\\(([^()]*)\\)");
    private static final Pattern ACRONYM = Pattern.compile("[\\p{Lu}\\p{N}&]{2,8}");
    private static final Set<String> FILLERS = Set.of("the", "and", "of", "for", "de", "la", "y", "und", "et");

    private static final Set<String> LEGAL_FORMS = Set.of(
            "inc",
            "incorporated",
            "corp",
            "corporation",
            "co",
            "company",
            "companies",
            "cos",
            "ltd",
            "limited",
            "llc",
            "llp",
            "lp",
            "plc",
            "pc",
            "gmbh",
            "mbh",
            "ag",
            "se",
            "kg",
            "kgaa",
            "ohg",
            "ug",
            "ev",
            "eg",
            "sa",
            "sas",
            "sarl",
            "sca",
            "spa",
            "srl",
            "sl",
            "slu",
            "nv",
            "bv",
            "cv",
            "ab",
            "publ",
            "oy",
            "oyj",
            "as",
            "asa",
            "aps",
            "hf",
            "ehf",
            "pty",
            "pte",
            "sdn",
            "bhd",
            "tbk",
            "kk",
            "doo",
            "zrt",
            "nyrt",
            "kft",
            "oao",
            "ooo",
            "zao",
            "pao",
            "pjsc",
            "ojsc",
            "jsc",
            "ltda",
            "cia",
            "eireli",
            "sab",
            "foundation");

    /** Words that stand in many names and tell little; what each is worth beside a telling word. */
    private static final Map<String, Double> COMMON = weights(
                    0.35,
                    "group holding holdings international global worldwide services service solutions systems technologies technology tech"
                            + " industries enterprises partners associates ventures products")
            .and(
                    0.5,
                    "american america united national first general new north south east west central bank financial insurance"
                            + " energy health healthcare care medical pharmaceuticals electric power resources materials realty"
                            + " properties trust capital management communications entertainment foods stores school district"
                            + " public community college university high institute center centre city county state department"
                            + " association council society")
            .map();

    /** The words of the name; a legal form and fillers count only where nothing else is left. */
    public static OrganisationName of(String name) {
        var acronym = BRACKETS.matcher(name)
                .results()
                .map(match -> match.group(1).strip())
                .filter(text -> ACRONYM.matcher(text).matches())
                .map(text -> String.join("", Folding.words(text)))
                .findFirst();
        var outside = BRACKETS.matcher(name).replaceAll(" ");
        var all = joinSingleLetters(Folding.words(outside.isBlank() ? name : outside));
        var words = new ArrayList<>(
                all.stream().filter(word -> !FILLERS.contains(word)).toList());
        var forms = new ArrayList<String>();
        while (words.size() > 1 && LEGAL_FORMS.contains(words.getLast())) {
            forms.addFirst(words.removeLast());
        }
        if (words.size() > 1
                && Set.of("ab", "as", "oy", "pt", "oao", "ooo", "pjsc").contains(words.getFirst())) {
            forms.add(words.removeFirst());
        }
        return new OrganisationName(List.copyOf(words.isEmpty() ? all : words), List.copyOf(forms), acronym);
    }

    /** Equal for names that differ in legal form, capitals, accents, punctuation and spaces only. */
    public String key() {
        return String.join("", words);
    }

    /** The first letters of the words, for example "cca" for "Community College of Aurora". */
    String initials() {
        return words.stream()
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)))
                .collect(Collectors.joining());
    }

    static double weight(String word) {
        return COMMON.getOrDefault(word, 1.0);
    }

    private static List<String> joinSingleLetters(List<String> words) {
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

    private record Weights(Map<String, Double> map) {
        Weights and(double weight, String words) {
            for (var word : words.split(" ")) {
                map.put(word, weight);
            }
            return this;
        }
    }

    private static Weights weights(double weight, String words) {
        return new Weights(new HashMap<>()).and(weight, words);
    }
}
