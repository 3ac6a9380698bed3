package org.partnerflow.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import jakarta.mail.MessagingException;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.UserImpl;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

import org.partnerflow.shared.Ids;

/** An SMTP server that delivers every mail into a folder, as one .eml file for each receiver. Nothing leaves the machine. */
final class MailCatcher implements AutoCloseable {
    private final Path folder;
    private final GreenMail server;

    private MailCatcher(Path folder, GreenMail server) {
        this.folder = folder;
        this.server = server;
    }

    static MailCatcher start(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var setup = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort();
        var catcher = new MailCatcher(folder, new GreenMail(setup));
        catcher.server.start();
        catcher.deliverIntoTheFolder();
        return catcher;
    }

    int port() {
        return server.getSmtp().getPort();
    }

    @Override
    public void close() {
        server.stop();
    }

    private void deliverIntoTheFolder() {
        server.getUserManager().setMessageDeliveryHandler((message, receiver) -> new Receiver(receiver));
    }

    /** Anybody: a user whose only mailbox is the folder. */
    private final class Receiver extends UserImpl {
        private final MailAddress address;

        Receiver(MailAddress address) {
            super(
                    address.getEmail(),
                    address.getEmail(),
                    "",
                    server.getManagers().getImapHostManager());
            this.address = address;
        }

        @Override
        public void deliver(MovingMessage message) {
            keep(message, address);
        }
    }

    /** The file appears under its final name only when it is complete. The receiver of the envelope is a header of its own. */
    private void keep(MovingMessage moving, MailAddress receiver) {
        var id = Ids.next();
        var incomplete = folder.resolve(id + ".part");
        try (var out = Files.newOutputStream(incomplete)) {
            var message = moving.getMessage();
            out.write(
                    (CaughtMail.ENVELOPE_TO + ": " + receiver.getEmail() + "\r\n").getBytes(StandardCharsets.US_ASCII));
            message.writeTo(out);
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException("Could not keep a mail to " + receiver.getEmail(), e);
        }
        try {
            Files.move(incomplete, folder.resolve(id + CaughtMail.FILE_END), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
