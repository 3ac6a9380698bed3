package org.partnerflow.search.match;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Brings text into the form in which it is compared: no capitals, no punctuation, and no accents where a script can do without them.
 * In others, for example Devanagari and Kana, a mark makes another letter, and stays.
 */
public final class Folding {
    private static final Set<UnicodeScript> WITH_ACCENTS =
            EnumSet.of(UnicodeScript.LATIN, UnicodeScript.GREEK, UnicodeScript.CYRILLIC);
    private static final Pattern SILENT = Pattern.compile("[.'’‘`´ʼ]");
    private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    /** Letters of their own, though they are written as another one and a mark. */
    private static final Set<String> OWN = Set.of("й", "ї", "ў", "ѓ", "ќ");

    /** Letters that no mark was added to, and that people write with others. */
    private static final Map<Integer, String> LETTERS = Map.of(
            (int) 'ß', "ss", (int) 'ø', "o", (int) 'æ', "ae", (int) 'œ', "oe", (int) 'ł', "l", (int) 'đ', "d",
            (int) 'ð', "d", (int) 'þ', "th", (int) 'ı', "i", (int) 'ς', "σ");

    private Folding() {}

    public static String fold(String text) {
        var lower = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var folded = new StringBuilder(lower.length());
        boolean accents = false;
        var base = "";
        for (int point :
                Normalizer.normalize(lower, Normalizer.Form.NFD).codePoints().toArray()) {
            boolean mark = Character.getType(point) == Character.NON_SPACING_MARK;
            if (!mark) {
                accents = WITH_ACCENTS.contains(UnicodeScript.of(point));
                base = Character.toString(point);
            }
            if (!mark || !accents || isOwn(base, point)) {
                var others = LETTERS.get(point);
                folded.append(others == null ? Character.toString(point) : others);
            }
        }
        return Normalizer.normalize(folded, Normalizer.Form.NFC);
    }

    private static boolean isOwn(String base, int mark) {
        return OWN.contains(Normalizer.normalize(base + Character.toString(mark), Normalizer.Form.NFC));
    }

    public static List<String> words(String text) {
        var words = NOT_WORD.split(SILENT.matcher(fold(text)).replaceAll("").strip());
        return Arrays.stream(words).filter(word -> !word.isEmpty()).toList();
    }

    /** Whether a slip of a key leaves the word recognisable; elsewhere it makes another word. */
    public static boolean forgivesSlips(String word) {
        return WITH_ACCENTS.contains(UnicodeScript.of(word.codePointAt(0)));
    }
}
