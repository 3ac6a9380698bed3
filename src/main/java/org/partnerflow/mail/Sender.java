package org.partnerflow.mail;

import java.util.regex.Pattern;

import org.partnerflow.shared.Texts;

/**
 * The person in whose name a mail is sent. The address of the sender stays the application's own, as receiving servers demand; the
 * person's name is shown with it, and answers go to the person's address.
 */
public record Sender(String name, String email) {
    private static final Pattern NOT_PLAIN = Pattern.compile("[^\\p{L}\\p{N} .,'&-]+");
    private static final int LONGEST = 100;

    /** The value of the header "From" with the name shown for {@code address}; nothing in the name can end the header. */
    String from(String address) {
        var plain = NOT_PLAIN.matcher(name).replaceAll(" ").strip();
        var shown = Texts.cut(plain, LONGEST);
        return shown.isEmpty() ? address : "\"%s\" <%s>".formatted(shown, address);
    }
}
