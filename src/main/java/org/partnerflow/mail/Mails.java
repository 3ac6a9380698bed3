package org.partnerflow.mail;

import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.partnerflow.outbox.Outbox;
import org.partnerflow.shared.EmailAddress;
import org.partnerflow.shared.Problems;
import org.partnerflow.shared.Texts;

/** Queues mails in the caller's transaction; they are rendered and sent after it has committed. */
@ApplicationScoped
public class Mails {
    static final String CHANNEL = "mail";
    private static final int LONGEST_SUBJECT = 200;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    @Inject
    Outbox outbox;

    /**
     * Queues a mail about a record.
     *
     * @param template a pair of files, {@code templates/mail/<template>.html} and {@code .txt}
     * @param data what the template shows; no secrets
     * @return the id of the outbox row, which is also the Message-ID
     */
    @Transactional(TxType.MANDATORY)
    public UUID send(String template, UUID recordId, String to, String subject, Map<String, Object> data) {
        return queue(recordId, new Mail(template, to, subject, data, null, null));
    }

    /** As {@link #send}, with a link that only the receiver of the mail knows. */
    @Transactional(TxType.MANDATORY)
    public UUID sendWithSecretLink(
            String template, UUID recordId, String to, String subject, Map<String, Object> data, UUID secretLink) {
        return queue(recordId, new Mail(template, to, subject, data, secretLink, null));
    }

    /** As {@link #sendWithSecretLink}, in the name of a person: shown as the sender, and answered to. */
    @Transactional(TxType.MANDATORY)
    public UUID sendWithSecretLink(Letter letter, UUID secretLink, Sender sender) {
        EmailAddress.checked("replyTo", sender.email());
        return queue(
                letter.recordId(),
                new Mail(letter.template(), letter.to(), letter.subject(), letter.data(), secretLink, sender));
    }

    private UUID queue(UUID recordId, Mail mail) {
        EmailAddress.checked("to", mail.to());
        if (mail.subject().isBlank() || CONTROL.matcher(mail.subject()).find()) {
            throw Problems.invalid("subject", "Expected a subject without line breaks.");
        }
        return outbox.append(CHANNEL, recordId, mail.withSubject(shortened(mail.subject())));
    }

    /** A subject that names a record is as long as the record's name allows: its end is left out rather than the mail. */
    private static String shortened(String subject) {
        return subject.length() <= LONGEST_SUBJECT ? subject : Texts.cut(subject, LONGEST_SUBJECT - 1) + "…";
    }
}
