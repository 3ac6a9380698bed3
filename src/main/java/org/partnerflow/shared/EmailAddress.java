package org.partnerflow.shared;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Email addresses as we accept them: one mailbox, no display name, no line breaks. They have one normal form, which is stored, looked
 * up and counted by; two addresses are the same when their normal forms are.
 */
public final class EmailAddress {
    private static final int LONGEST = 254;
    private static final Pattern FORM = Pattern.compile(
            "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)+");
    /** What nobody sees: controls, formats, and the letters that fonts draw as nothing. */
    private static final Pattern INVISIBLE = Pattern.compile(
            "[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u3164\\uFE00-\\uFE0F\\u2800\\uFFA0\\x{E0100}-\\x{E01EF}]");

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private EmailAddress() {}

    public static boolean isValid(String address) {
        return address.length() <= LONGEST && FORM.matcher(address).matches();
    }

    /**
     * The normal form of whatever was typed (Unicode NFKC, lower case, without blanks around it and without what nobody sees): a
     * full-width or capital letter is the plain one, {@code ö} is not {@code o}.
     */
    public static String normal(String address) {
        var lower = compatible(visible(compatible(address))).toLowerCase(Locale.ROOT);
        return compatible(lower).strip();
    }

    /** The normal form of the address; a problem at {@code field} (400) when it is none. */
    public static String checked(String field, String address) {
        if (CONTROL.matcher(address.strip()).find() || !isValid(normal(address))) {
            throw Problems.invalid(field, "Expected an email address such as name@example.com.");
        }
        return normal(address);
    }

    private static String compatible(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    private static String visible(String text) {
        return INVISIBLE.matcher(text).replaceAll("");
    }
}
