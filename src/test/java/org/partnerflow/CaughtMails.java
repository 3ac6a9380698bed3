package org.partnerflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;

import org.partnerflow.embedded.LocalServices;

/** The mails that the SMTP catcher of the tests has received, oldest first. */
public final class CaughtMails {
    private CaughtMails() {}

    /**
     * A received mail.
     *
     * @param messageId the stable id that the sender gave it
     * @param raw all of it, as it came over SMTP
     */
    public record CaughtMail(
            String to, String from, String subject, String messageId, String text, String html, String raw) {}

    /** The mails whose envelope names this receiver. */
    public static List<CaughtMail> to(String address) {
        return all().stream()
                .filter(mail -> mail.to().equalsIgnoreCase(address))
                .toList();
    }

    public static List<CaughtMail> all() {
        var folder = Path.of(TestServices.configuration().get(LocalServices.MAIL_FOLDER));
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted()
                    .map(CaughtMails::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CaughtMail read(Path file) {
        try (var in = Files.newInputStream(file)) {
            var message = new MimeMessage(null, in);
            return new CaughtMail(
                    message.getHeader("X-Envelope-To", null),
                    message.getFrom()[0].toString(),
                    message.getSubject(),
                    message.getMessageID(),
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
                BodyPart inner = parts.getBodyPart(i);
                var found = body(inner, type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }
}
