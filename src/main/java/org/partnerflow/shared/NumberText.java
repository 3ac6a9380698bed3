package org.partnerflow.shared;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Numbers as people type and paste them: with groups of thousands, a point or a comma, and digits of any script. */
public final class NumberText {
    private static final int LONGEST = 40;
    private static final Pattern PLAIN = Pattern.compile("[+-]?\\d{1,18}(\\.\\d{1,6})?");
    private static final Pattern POINT = Pattern.compile("[+-]?\\d{1,3}([, ']\\d{3})+(\\.\\d{1,6})?");
    private static final Pattern COMMA =
            Pattern.compile("[+-]?\\d{1,3}([. ']\\d{3})+,\\d{1,6}|[+-]?\\d{1,3}(\\.\\d{3}){2,}");
    private static final Pattern COMMA_ONLY = Pattern.compile("[+-]?\\d{1,18},(\\d{1,2}|\\d{4,6})");

    private NumberText() {}

    /**
     * Reads a number: {@code 1,000} and {@code 1.000,50} and {@code 1 000} have thousands, {@code 12,5} a comma.
     *
     * @throws IllegalArgumentException with a sentence for the person who typed it
     */
    public static BigDecimal of(String text) {
        var plain = PlainText.of(text).replace('\u2019', '\'');
        if (plain.length() > LONGEST) {
            throw none(text);
        }
        if (PLAIN.matcher(plain).matches()) {
            return new BigDecimal(plain);
        }
        if (POINT.matcher(plain).matches()) {
            return new BigDecimal(plain.replaceAll("[, ']", ""));
        }
        if (COMMA.matcher(plain).matches()) {
            return new BigDecimal(plain.replaceAll("[. ']", "").replace(',', '.'));
        }
        if (COMMA_ONLY.matcher(plain).matches()) {
            return new BigDecimal(plain.replace(',', '.'));
        }
        throw none(text);
    }

    private static IllegalArgumentException none(String text) {
        return new IllegalArgumentException(
                "Expected a number such as 12500.50, but got \"%s\".".formatted(Texts.brief(text, 60)));
    }
}
