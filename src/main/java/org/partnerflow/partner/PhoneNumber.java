package org.partnerflow.partner;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.Problems;
import org.partnerflow.shared.Texts;

/** Phone numbers as people write them, extension included. */
final class PhoneNumber {
    private static final int LONGEST = 40;
    private static final Pattern FORM =
            Pattern.compile("[+(]?[\\d][\\d\\s()./-]{2,}(?:(?:,|ext\\.?|x|#)\\s*\\d{1,8})?", Pattern.CASE_INSENSITIVE);

    private PhoneNumber() {}

    static @Nullable String checked(String field, @Nullable String text) {
        var number = Texts.optionalLine(field, text, LONGEST);
        if (number != null && !FORM.matcher(number).matches()) {
            throw Problems.invalid(field, "Expected a phone number such as +1 303 555 0100 or 303-555-0100 ext. 12.");
        }
        return number;
    }
}
