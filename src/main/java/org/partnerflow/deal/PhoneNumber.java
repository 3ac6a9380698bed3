package org.partnerflow.deal;

import java.util.regex.Pattern;

import org.partnerflow.shared.Problems;
import org.partnerflow.shared.Texts;

/** The phone number that every contact of a deal has. */
final class PhoneNumber {
    private static final Pattern FORM =
            Pattern.compile("[+(]?\\d[\\d ()./-]{2,}(?:(?:,|ext\\.?|x|#) ?\\d{1,8})?", Pattern.CASE_INSENSITIVE);

    private PhoneNumber() {}

    static String checked(String field, String text) {
        var number = Texts.line(field, text, 40);
        if (!FORM.matcher(number).matches()) {
            throw Problems.invalid(field, "Expected a phone number such as +1 303 555 0100 or 303-555-0100 ext. 12.");
        }
        return number;
    }
}
