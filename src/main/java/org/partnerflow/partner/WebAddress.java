package org.partnerflow.partner;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.Problems;
import org.partnerflow.shared.Texts;

/** Addresses of web sites as we accept them: http or https, nothing that a browser would execute. */
final class WebAddress {
    private static final int LONGEST = 300;
    private static final Pattern FORM = Pattern.compile(
            "(?:https?://)?[\\p{L}\\p{N}](?:[\\p{L}\\p{N}.-]*[\\p{L}\\p{N}])?\\.\\p{L}{2,}(?::\\d{1,5})?(?:[/?#][^\\s\"<>]*)?",
            Pattern.CASE_INSENSITIVE);

    private WebAddress() {}

    /** The address with its scheme, or null when there is none. */
    static @Nullable String checked(String field, @Nullable String text) {
        var address = Texts.optionalLine(field, text, LONGEST - "https://".length());
        if (address == null) {
            return null;
        }
        if (!FORM.matcher(address).matches()) {
            throw Problems.invalid(field, "Expected a web address such as https://www.example.org.");
        }
        return address.regionMatches(true, 0, "http", 0, 4) && address.contains("://") ? address : "https://" + address;
    }
}
