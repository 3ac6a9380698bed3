package org.partnerflow.search.match;

import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** What stays the same of a phone number however it is written: its last digits, without an extension. */
public final class PhoneKey {
    private static final Pattern EXTENSION = Pattern.compile("(?i)(?:;ext=|,|ext\\.?|x|#)\\s*\\d{1,8}\\s*$");
    private static final int SHORTEST = 7;
    private static final int TELLING = 9;

    private PhoneKey() {}

    public static Optional<String> of(@Nullable String phone) {
        if (phone == null) {
            return Optional.empty();
        }
        var digits = new StringBuilder();
        EXTENSION
                .matcher(phone)
                .replaceAll("")
                .codePoints()
                .filter(Character::isDigit)
                .forEach(point -> digits.append(Character.getNumericValue(point)));
        int zeros = 0;
        while (zeros < digits.length() && digits.charAt(zeros) == '0') {
            zeros++;
        }
        var number = digits.substring(zeros);
        return number.length() < SHORTEST
                ? Optional.empty()
                : Optional.of(number.substring(Math.max(0, number.length() - TELLING)));
    }
}
