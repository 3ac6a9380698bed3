package org.partnerflow.shared;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** One normal form of numbers that people paste: what looks the same is the same, and what cannot be seen is not there. */
public final class PlainText {
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Mn}\\p{Cntrl}&&[^\\t\\n\\r]]");
    private static final Pattern BLANKS = Pattern.compile("[\\p{Z}\\s]+");
    private static final Pattern DASHES = Pattern.compile("[\\p{Pd}\\u2212\\u00AD]");
    private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");

    private PlainText() {}

    /** Full-width and Arabic digits become 0 to 9, every blank one space, every dash a hyphen; direction marks and their like go. */
    public static String of(String text) {
        var folded = Normalizer.normalize(text, Normalizer.Form.NFKC);
        folded = DASHES.matcher(folded).replaceAll("-");
        folded = INVISIBLE.matcher(folded).replaceAll("");
        folded = BLANKS.matcher(folded).replaceAll(" ");
        folded = DIGIT.matcher(folded)
                .replaceAll(
                        digit -> Integer.toString(Character.digit(digit.group().codePointAt(0), 10)));
        return folded.strip();
    }
}
