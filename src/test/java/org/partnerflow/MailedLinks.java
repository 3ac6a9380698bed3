package org.partnerflow;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

import org.partnerflow.embedded.CaughtMail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The secret links in the mails that the catcher of the tests has received. */
public final class MailedLinks {
    private MailedLinks() {}

    /** The token of the link {@code /<path>/<token>} in the last mail to an address, once as many have come. */
    public static String awaitToken(String path, String address, int mails) {
        var received = await("mails to " + address)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> with(path, address), found -> found.size() >= mails);
        return token(path, received.getLast());
    }

    public static String awaitInvitation(String address) {
        return awaitToken("invitation", address, 1);
    }

    /** The mails to an address that hold such a link. */
    public static List<CaughtMail> with(String path, String address) {
        return CaughtMails.to(address).stream()
                .filter(mail -> mail.text().contains("/" + path + "/"))
                .toList();
    }

    private static String token(String path, CaughtMail mail) {
        var link = Pattern.compile("/" + path + "/([A-Za-z0-9_-]{43})").matcher(mail.text());
        assertThat(link.find()).as("a link in: %s", mail.text()).isTrue();
        return link.group(1);
    }
}
