package org.partnerflow.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;

/**
 * A mail that the catcher has received.
 *
 * @param id of its file
 * @param to the receiver of the envelope
 * @param messageId the stable id that the sender gave it
 * @param raw all of it, as it came over SMTP
 */
public record CaughtMail(
        String id,
        String to,
        String from,
        String subject,
        Instant sent,
        String messageId,
        String text,
        String html,
        String raw) {
    static final String ENVELOPE_TO = "X-Envelope-To";
    static final String FILE_END = ".eml";

    /** All mails of a folder, oldest first. */
    public static List<CaughtMail> allIn(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(FILE_END))
                    .sorted()
                    .map(CaughtMail::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CaughtMail read(Path file) {
        try (var in = Files.newInputStream(file)) {
            var message = new MimeMessage(null, in);
            return new CaughtMail(
                    file.getFileName().toString().replace(FILE_END, ""),
                    message.getHeader(ENVELOPE_TO, null),
                    message.getFrom()[0].toString(),
                    String.valueOf(message.getSubject()),
                    message.getSentDate() == null
                            ? Instant.EPOCH
                            : message.getSentDate().toInstant(),
                    String.valueOf(message.getMessageID()),
                    body(message, "text/plain"),
                    body(message, "text/html"),
                    Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException("Expected a mail in " + file, e);
        }
    }

    private static String body(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return (String) part.getContent();
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                var found = body(parts.getBodyPart(i), type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }
}
