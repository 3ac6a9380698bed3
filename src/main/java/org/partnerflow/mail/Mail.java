package org.partnerflow.mail;

import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A mail as it waits in the outbox.
 *
 * @param template the name below templates/mail, without ending
 * @param secretLink the id that {@link SecretLinks} turns into a path while sending; the template sees it as {@code link}
 * @param sender in whose name it is sent; null for the application's own
 */
record Mail(
        String template,
        String to,
        String subject,
        Map<String, Object> data,
        @Nullable UUID secretLink,
        @Nullable Sender sender) {
    Mail withSubject(String other) {
        return new Mail(template, to, other, data, secretLink, sender);
    }
}
