package org.partnerflow.mail;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.Engine;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.SMTPException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.outbox.ChannelBusy;
import org.partnerflow.outbox.MessageDeferred;
import org.partnerflow.outbox.OutboxMessage;

import static org.assertj.core.api.Assertions.assertThat;

class MailChannelTest {
    private final Vertx vertx = Vertx.vertx();
    private final Queue<Thread> senders = new ConcurrentLinkedQueue<>();
    private final ObjectMapper json = new ObjectMapper();

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    /** The mail client hangs now and then when several threads open its connections; see {@link MailChannel}. */
    @Test
    void sendsAllMailsFromOneEventLoop() throws Exception {
        var channel = channel();
        var sent = new ArrayList<CompletableFuture<?>>();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                sent.add(CompletableFuture.supplyAsync(() -> channel.send(mail()), threads)
                        .thenCompose(answer -> answer));
            }
            for (var one : sent) {
                one.get(10, TimeUnit.SECONDS);
            }
        }

        assertThat(senders).hasSize(20);
        assertThat(senders.stream().distinct()).hasSize(1).allMatch(thread -> thread.getName()
                .contains("eventloop"));
    }

    @Test
    @DisplayName("a mailbox that is full holds up its own mail only; a server that asks to wait, all of them")
    @Tag("F10.5")
    void tellsATroubledMailFromATroubledServer() {
        assertThat(explained("recipient address not accepted: 452 mailbox full", 452))
                .isInstanceOf(MessageDeferred.class);
        assertThat(explained("recipient address not accepted: 450 greylisted", 450))
                .isInstanceOf(MessageDeferred.class);
        assertThat(explained("sending data failed: 451 try later", 451)).isInstanceOf(MessageDeferred.class);
        assertThat(explained("recipient address not accepted: 421 closing", 421))
                .isInstanceOf(ChannelBusy.class);
        assertThat(explained("sender address not accepted: 452 no space", 452)).isInstanceOf(ChannelBusy.class);
        assertThat(explained("recipient address not accepted: 550 no such user", 550))
                .isInstanceOf(SMTPException.class);
    }

    private static Throwable explained(String message, int code) {
        return MailChannel.explained(new SMTPException(message, code, List.of(message), true));
    }

    private MailChannel channel() {
        var channel = new MailChannel(vertx);
        var answer = Uni.createFrom().voidItem().invoke(() -> senders.add(Thread.currentThread()));
        channel.mailer = mails -> answer;
        channel.templates = Engine.builder().addDefaults().build();
        channel.templates.putTemplate("mail/greeting.html", channel.templates.parse("<p>{subject}</p>"));
        channel.templates.putTemplate("mail/greeting.txt", channel.templates.parse("{subject}"));
        channel.secretLinks = id -> "/" + id;
        channel.config = () -> URI.create("http://localhost");
        channel.from = "partnerflow@example.org";
        channel.json = json;
        return channel;
    }

    private OutboxMessage mail() {
        var mail = new Mail("greeting", "to@example.org", "Hello", Map.of(), null, null);
        return new OutboxMessage(
                UUID.randomUUID(), null, Mails.CHANNEL, UUID.randomUUID(), json.valueToTree(mail), 0, null);
    }
}
