package org.partnerflow.shared;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one form in which a line that people type is stored, so that what looks the same is the same: wide and narrow letters and
 * ligatures as plain ones, one blank between words, no invisible characters. Everything else stays as it was typed: ™, ½, nº and …
 */
public final class NormalForm {
    private static final Pattern INVISIBLE = Pattern.compile(
            "[\\p{Cf}\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u2800\\u3164\\uFFA0\\uFE00-\\uFE0F\\x{E0100}-\\x{E01EF}]");
    private static final Set<UnicodeScript> WITHOUT_JOINERS =
            EnumSet.of(UnicodeScript.LATIN, UnicodeScript.GREEK, UnicodeScript.CYRILLIC, UnicodeScript.HAN);
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int AS_PICTURE = 0xFE0F;
    private static final int FLAG = 0x1F3F4;
    private static final int SKIN = 0x1F3FB;
    /** Wide and narrow letters, ligatures, shapes that letters have in a word, letters of formulas. */
    private static final Pattern ANOTHER_SHAPE =
            Pattern.compile("[\\uFF00-\\uFFEF\\uFB00-\\uFDCF\\uFE70-\\uFEFC\\x{1D400}-\\x{1D7FF}]+");

    private static final Pattern BLANKS = Pattern.compile("[\\p{Zs}\\t]+");

    private NormalForm() {}

    /** The line as it is stored and shown; line breaks and other controls stay, to be refused by whoever asks. */
    public static String of(String text) {
        var composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        var plain = ANOTHER_SHAPE
                .matcher(composed)
                .replaceAll(shape -> Matcher.quoteReplacement(compatible(shape.group())));
        return BLANKS.matcher(visible(Normalizer.normalize(plain, Normalizer.Form.NFC)))
                .replaceAll(" ")
                .strip();
    }

    /** The same for names that people see as the same one: capitals do not count, accents and signs do. */
    public static String key(String name) {
        var folded = compatible(of(name)).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return compatible(folded).replace("\uFE0F", "").replaceAll("(?<=[\\p{L}\\p{M}])[\\u200C\\u200D]", "");
    }

    private static String visible(CharSequence text) {
        if (!INVISIBLE.matcher(text).find()) {
            return text.toString();
        }
        var points = text.codePoints().toArray();
        var visible = new StringBuilder();
        int before = ' ';
        for (int i = 0; i < points.length; i++) {
            int after = i + 1 < points.length ? points[i + 1] : ' ';
            boolean invisible = INVISIBLE.matcher(Character.toString(points[i])).matches();
            if (!invisible || isNeeded(before, points[i], after)) {
                visible.appendCodePoint(points[i]);
                before = points[i];
            }
        }
        return visible.toString();
    }

    /** Some make one sign of several, or another one of it: families, flags of countries, joined letters, variants of characters. */
    private static boolean isNeeded(int before, int point, int after) {
        return switch (point) {
            case ZERO_WIDTH_JOINER -> isSign(before) && isSign(after) || joins(before) && Character.isLetter(after);
            case ZERO_WIDTH_NON_JOINER -> joins(before) && Character.isLetter(after);
            case AS_PICTURE -> !Character.isLetter(before) && !Character.isWhitespace(before);
            default ->
                isTag(point) && (before == FLAG || isTag(before))
                        || point >= 0xE0100 && UnicodeScript.of(before) == UnicodeScript.HAN;
        };
    }

    private static boolean isSign(int point) {
        return Character.getType(point) == Character.OTHER_SYMBOL
                || point >= SKIN && point < SKIN + 5
                || point == AS_PICTURE;
    }

    private static boolean joins(int point) {
        int type = Character.getType(point);
        boolean mark = type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
        return (Character.isLetter(point) || mark) && !WITHOUT_JOINERS.contains(UnicodeScript.of(point));
    }

    private static boolean isTag(int point) {
        return point >= 0xE0020 && point <= 0xE007F;
    }

    private static String compatible(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }
}
