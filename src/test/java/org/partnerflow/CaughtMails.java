package org.partnerflow;

import java.nio.file.Path;
import java.util.List;

import org.partnerflow.embedded.CaughtMail;
import org.partnerflow.embedded.LocalServices;

/** The mails that the SMTP catcher of the tests has received, oldest first. */
public final class CaughtMails {
    private CaughtMails() {}

    /** The mails whose envelope names this receiver. */
    public static List<CaughtMail> to(String address) {
        return all().stream()
                .filter(mail -> mail.to().equalsIgnoreCase(address))
                .toList();
    }

    public static List<CaughtMail> all() {
        return CaughtMail.allIn(Path.of(TestServices.configuration().get(LocalServices.MAIL_FOLDER)));
    }
}
