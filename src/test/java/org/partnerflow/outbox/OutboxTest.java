package org.partnerflow.outbox;

import java.net.ConnectException;
import java.sql.SQLTransactionRollbackException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.node.TextNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.shared.Ids;

import static java.util.concurrent.CompletableFuture.failedFuture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

@QuarkusTest
class OutboxTest {
    @Inject
    Outbox outbox;

    @Inject
    OutboxTable table;

    @Inject
    OutboxConfig config;

    @Inject
    RecordingChannel channel;

    @Inject
    RecordingChannel.Down channelThatIsDown;

    @Inject
    RecordingChannel.Hung channelThatHangs;

    @Inject
    Settlement settlement;

    @Inject
    DataSource database;

    private final UUID record = Ids.next();

    @Test
    void sendsAfterTheCommitAndInOrder() {
        QuarkusTransaction.requiringNew().run(() -> {
            for (int i = 1; i <= 5; i++) {
                outbox.append(RecordingChannel.NAME, record, "message " + i);
            }
            assertThat(channel.received(record)).isEmpty();
        });

        await().until(() -> !isWaiting(channel));
        assertThat(channel.texts(record))
                .containsExactly("message 1", "message 2", "message 3", "message 4", "message 5");
    }

    @Test
    void sendsNothingOfARolledBackTransaction() {
        var other = Ids.next();
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    outbox.append(RecordingChannel.NAME, record, "never");
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessage("rolled back");

        append(channel, other, "later");
        await().until(() -> !channel.received(other).isEmpty());
        assertThat(channel.received(record)).isEmpty();
    }

    @Test
    @DisplayName("an observer that fails for one message does not make others be sent again, and is told later")
    @Tag("F10.5")
    void settlesTheOthersWhenOneCannotBeGivenUp() {
        var others = Stream.generate(Ids::next).limit(5).toList();
        channel.behave(record, message -> failedFuture(new IllegalStateException("refused")));
        channel.doNotHear(record);
        var givenUp = new OutboxMessage(
                Ids.next(), null, RecordingChannel.NAME, record, new TextNode("bad"), config.maxAttempts() - 1, null);
        settle(Stream.concat(
                Stream.of(new Settlement.Outcome(givenUp, new IllegalStateException("refused"))),
                others.stream().map(other -> new Settlement.Outcome(written(other), null))));

        assertThat(others).noneMatch(other -> outbox.isWaiting(RecordingChannel.NAME, other));
        assertThat(channel.parked(record)).isEmpty();
        channel.hear(record);
        settle(Stream.of(new Settlement.Outcome(givenUp, new IllegalStateException("refused"))));
        assertThat(channel.parked(record)).hasSize(1);
    }

    @Test
    @DisplayName("a message that cannot be taken just now is tried for hours before it is given up")
    @Tag("F10.5")
    void defersAMessage() {
        channel.behave(record, message -> failedFuture(new MessageDeferred("mailbox full", new RuntimeException())));
        var other = Ids.next();
        append(channel, record, "first");
        append(channel, other, "second");

        await().until(() -> !outbox.isWaiting(RecordingChannel.NAME, other));
        assertThat(outbox.isWaiting(RecordingChannel.NAME, record)).isTrue();
        assertThat(channel.parked(record)).isEmpty();
        var almost = new OutboxMessage(
                Ids.next(), null, RecordingChannel.NAME, record, new TextNode("x"), config.maxAttempts(), null);
        settle(Stream.of(new Settlement.Outcome(almost, new MessageDeferred("mailbox full", new RuntimeException()))));
        assertThat(channel.parked(record)).isEmpty();
        settle(Stream.of(new Settlement.Outcome(
                new OutboxMessage(
                        Ids.next(),
                        null,
                        RecordingChannel.NAME,
                        record,
                        new TextNode("x"),
                        config.mostDeferrals(),
                        null),
                new MessageDeferred("mailbox full", new RuntimeException()))));
        assertThat(channel.parked(record)).hasSize(1);
        channel.behaveWell(record);
    }

    private void settle(Stream<Settlement.Outcome> outcomes) {
        QuarkusTransaction.requiringNew().run(() -> settlement.settle(outcomes.toList()));
    }

    /** A message that stands in the table as taken. */
    private OutboxMessage written(UUID about) {
        var message = new OutboxMessage(Ids.next(), null, RecordingChannel.NAME, about, new TextNode("good"), 0, null);
        QuarkusTransaction.requiringNew().run(() -> table.insertTaken(message, Duration.ofMinutes(5)));
        return message;
    }

    @Test
    void refusesToAppendOutsideOfATransaction() {
        assertThatThrownBy(() -> outbox.append(RecordingChannel.NAME, record, "never"))
                .hasMessageContaining("Transaction is required");
    }

    @Test
    @DisplayName("1: a crash between commit and send loses nothing: the next look finds the message")
    void sendsWhatNobodyAnnounced() {
        var orphan = orphan();
        QuarkusTransaction.requiringNew().run(() -> table.insert(orphan));

        await().until(() -> !isWaiting(channel));
        assertThat(channel.received(record)).singleElement().satisfies(message -> {
            assertThat(message.id()).isEqualTo(orphan.id());
            assertThat(message.sinceFirstTry()).isNull();
        });
    }

    @Test
    @DisplayName(
            "1: a crash of the node that has taken its own message: sent when the lease is over, as one that may have arrived")
    void sendsWhatACrashedNodeHasTaken() throws Exception {
        var orphan = orphan();
        QuarkusTransaction.requiringNew().run(() -> table.insertTaken(orphan, config.lease()));
        append(channel, record, "later");
        assertThat(isWaiting(channel)).isTrue();
        assertThat(channel.received(record)).isEmpty();
        endLease();

        await().until(() -> !isWaiting(channel));
        assertThat(channel.texts(record)).containsExactly("orphan", "later");
        assertThat(channel.received(record).getFirst().sinceFirstTry()).isNotNull();
    }

    @Test
    void sendsTheNextMessagesOfARecordAsSoonAsTheFirstHasArrived() {
        var first = new CompletableFuture<Boolean>();
        channel.behave(
                record,
                message ->
                        message.payload().asText().equals("first") ? first : CompletableFuture.completedFuture(true));
        append(channel, record, "first");
        append(channel, record, "second");
        append(channel, record, "third");
        await().until(() -> channel.texts(record).equals(List.of("first")));
        first.complete(true);

        await().until(() -> !isWaiting(channel));
        assertThat(channel.texts(record)).containsExactly("first", "second", "third");
    }

    @Test
    @DisplayName("1: a crash after sending, before noting it: sent again with the same id, known as a repetition")
    void sendsAgainWhenTheLeaseOfTheSenderIsOver() throws Exception {
        channelThatHangs.behave(record, message -> new CompletableFuture<>());
        append(channelThatHangs, record, "taken");
        await().until(() -> !channelThatHangs.received(record).isEmpty());
        channelThatHangs.behaveWell(record);
        endLease();

        await().until(() -> !isWaiting(channelThatHangs));
        var received = channelThatHangs.received(record);
        assertThat(received)
                .hasSize(2)
                .extracting(OutboxMessage::id)
                .containsOnly(received.getFirst().id());
        assertThat(received.getLast().sinceFirstTry()).isNotNull();
    }

    @Test
    @DisplayName(
            "4: while the other side is away, appending works and says queued; afterwards everything arrives, in order")
    void waitsWhileTheChannelIsDown() {
        var down = new AtomicBoolean(true);
        channelThatIsDown.behave(
                record,
                message -> down.get()
                        ? failedFuture(new ChannelDown("away", new ConnectException(), true))
                        : CompletableFuture.completedFuture(true));
        append(channelThatIsDown, record, "one");
        append(channelThatIsDown, record, "two");
        await().until(() -> channelThatIsDown.received(record).size() > 2);
        assertThat(isWaiting(channelThatIsDown)).isTrue();
        assertThat(channelThatIsDown.texts(record)).containsOnly("one");

        down.set(false);
        await().atMost(Duration.ofSeconds(30)).until(() -> !isWaiting(channelThatIsDown));
        assertThat(channelThatIsDown.texts(record)).endsWith("one", "two");
        assertThat(channelThatIsDown.received(record)).allSatisfy(message -> {
            assertThat(message.attempts()).isZero();
            assertThat(message.sinceFirstTry()).isNull();
        });
        assertThat(channelThatIsDown.parked(record)).isEmpty();
    }

    @Test
    void keepsABoundedNumberInFlight() {
        var inFlight = new AtomicInteger();
        var most = new AtomicInteger();
        var answers = new ArrayList<CompletableFuture<Boolean>>();
        var records = new ArrayList<UUID>();
        for (int i = 0; i < config.maxInFlight() * 2; i++) {
            var each = Ids.next();
            records.add(each);
            channel.behave(each, message -> {
                most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
                var answer = new CompletableFuture<Boolean>();
                synchronized (answers) {
                    answers.add(answer);
                }
                return answer;
            });
        }
        QuarkusTransaction.requiringNew()
                .run(() -> records.forEach(each -> outbox.append(RecordingChannel.NAME, each, "many")));

        await().atMost(Duration.ofSeconds(30)).until(() -> {
            synchronized (answers) {
                answers.forEach(answer -> {
                    inFlight.decrementAndGet();
                    answer.complete(true);
                });
                answers.clear();
            }
            return records.stream().noneMatch(each -> outbox.isWaiting(RecordingChannel.NAME, each));
        });
        assertThat(most.get()).isBetween(1, config.maxInFlight());
    }

    @Test
    @DisplayName("8: a message that always fails is parked with its cause, holds nothing up, and is sent by retry")
    void parksWhatAlwaysFails() throws Exception {
        channel.behave(
                record,
                message -> message.payload().asText().equals("bad")
                        ? failedFuture(new IllegalArgumentException("no such thing"))
                        : CompletableFuture.completedFuture(true));
        var bad = append(channel, record, "bad");
        append(channel, record, "good");

        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptionsInstanceOf(SQLTransactionRollbackException.class)
                .until(() -> {
                    endLease();
                    return !isWaiting(channel);
                });
        // Ending the lease of a message that is on its way sends it once more, so that it may also be parked once more.
        assertThat(channel.parked(record)).isNotEmpty().allSatisfy(parked -> {
            assertThat(parked.message().id()).isEqualTo(bad);
            assertThat(parked.cause()).isEqualTo("no such thing");
        });
        assertThat(channel.texts(record))
                .hasSizeGreaterThan(config.maxAttempts())
                .contains("good");

        channel.behaveWell(record);
        assertThat(QuarkusTransaction.requiringNew().call(() -> outbox.retry(bad)))
                .isTrue();
        await().until(() -> channel.texts(record).getLast().equals("bad"));
        await().until(() -> !isWaiting(channel));
        assertThat(QuarkusTransaction.requiringNew().call(() -> outbox.retry(bad)))
                .isFalse();
    }

    private boolean isWaiting(RecordingChannel in) {
        return outbox.isWaiting(in.name(), record);
    }

    private OutboxMessage orphan() {
        return new OutboxMessage(Ids.next(), null, RecordingChannel.NAME, record, TextNode.valueOf("orphan"), 0, null);
    }

    private UUID append(RecordingChannel to, UUID about, String text) {
        return QuarkusTransaction.requiringNew().call(() -> outbox.append(to.name(), about, text));
    }

    /** As if the time until the next attempt were over. */
    private void endLease() throws Exception {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(
                        "update outbox_message set due_at = utc_timestamp(6) where record_id = ? and due_at is not null")) {
            update.setBytes(1, Ids.toBytes(record));
            update.executeUpdate();
        }
    }
}
