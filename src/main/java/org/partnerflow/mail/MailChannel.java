package org.partnerflow.mail;

import java.io.IOException;
import java.net.ConnectException;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.qute.Engine;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.SMTPException;
import io.vertx.ext.mail.mailencoder.EmailAddress;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import org.partnerflow.outbox.ChannelBusy;
import org.partnerflow.outbox.ChannelDown;
import org.partnerflow.outbox.MessageDeferred;
import org.partnerflow.outbox.OutboxChannel;
import org.partnerflow.outbox.OutboxMessage;

/** Renders and sends the mails of the outbox. The Message-ID is stable, so that a mail that is sent again is known as the same. */
@ApplicationScoped
class MailChannel implements OutboxChannel {
    private static final int CLOSING = 421;

    /** How the client begins to tell of what the server says at these steps. */
    private static final List<String> ABOUT_THE_MAIL =
            List.of("recipient address not accepted", "no recipient addresses", "sending data failed");

    @Inject
    ReactiveMailer mailer;

    @Inject
    Engine templates;

    @Inject
    SecretLinks secretLinks;

    @Inject
    MailConfig config;

    @ConfigProperty(name = "quarkus.mailer.from")
    String from;

    @ConfigProperty(name = "quarkus.mailer.max-pool-size", defaultValue = "10")
    int connections;

    @Inject
    ObjectMapper json;

    private final Executor mailThread;

    /**
     * All mails are sent from one event loop. The mail client shares its connections between the threads that call it, and one whose
     * connection was opened on another's event loop may miss the greeting of the server, and waits for it for ever.
     */
    @Inject
    MailChannel(Vertx vertx) {
        var eventLoop = vertx.getOrCreateContext();
        mailThread = task -> eventLoop.runOnContext(now -> task.run());
    }

    @Override
    public String name() {
        return Mails.CHANNEL;
    }

    @Override
    public int mostInFlight() {
        return connections;
    }

    @Override
    public CompletionStage<?> send(OutboxMessage message) {
        try {
            var mail = json.treeToValue(message.payload(), Mail.class);
            return mailer.send(rendered(mail).addHeader("Message-ID", "<" + message.id() + "@partnerflow>"))
                    .runSubscriptionOn(mailThread)
                    .onFailure()
                    .transform(MailChannel::explained)
                    .subscribeAsCompletionStage();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Expected a mail in outbox message " + message.id(), e);
        }
    }

    /** Tells a server that is away or wants us to wait from one that cannot take this mail now, and from one that refuses it. */
    static Throwable explained(Throwable failure) {
        return switch (failure) {
            case SMTPException answer
            when answer.isTransient() ->
                isAboutTheMail(answer)
                        ? new MessageDeferred(
                                "The mail server cannot take this mail now: " + answer.getMessage(), answer)
                        : new ChannelBusy("The mail server asks to wait: " + answer.getMessage(), answer);
            case IOException away ->
                new ChannelDown("The mail server cannot be reached", away, away instanceof ConnectException);
            default -> failure;
        };
    }

    /** As of a full mailbox, or of a server that does not know us yet. Another mail may be taken at the same time. */
    private static boolean isAboutTheMail(SMTPException answer) {
        return answer.getReplyCode() != CLOSING && ABOUT_THE_MAIL.stream().anyMatch(answer.getMessage()::startsWith);
    }

    private io.quarkus.mailer.Mail rendered(Mail mail) {
        var data = new HashMap<>(mail.data());
        data.put("subject", mail.subject());
        if (mail.secretLink() != null) {
            data.put("link", config.publicUrl().resolve(secretLinks.path(mail.secretLink())));
        }
        var rendered = io.quarkus.mailer.Mail.withHtml(
                        mail.to(), mail.subject(), render(mail.template() + ".html", data))
                .setText(render(mail.template() + ".txt", data));
        var sender = mail.sender();
        return sender == null
                ? rendered
                : rendered.setFrom(sender.from(new EmailAddress(from).getEmail()))
                        .setReplyTo(sender.email());
    }

    private String render(String file, HashMap<String, Object> data) {
        var template = templates.getTemplate("mail/" + file);
        if (template == null) {
            throw new IllegalStateException("Expected a mail template templates/mail/" + file);
        }
        return template.data(data).render();
    }
}
