package org.partnerflow.shared;

import java.util.Locale;
import java.util.regex.Pattern;

/** Email addresses as we accept them: one mailbox, no display name, no line breaks. */
public final class EmailAddress {
    private static final int LONGEST = 254;
    private static final Pattern FORM = Pattern.compile(
            "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)+");

    private EmailAddress() {}

    public static boolean isValid(String address) {
        return address.length() <= LONGEST && FORM.matcher(address).matches();
    }

    /** The address in lower case; a problem at {@code field} (400) when it is none. */
    public static String checked(String field, String address) {
        if (!isValid(address)) {
            throw Problems.invalid(field, "Expected an email address such as name@example.com.");
        }
        return address.toLowerCase(Locale.ROOT);
    }
}
