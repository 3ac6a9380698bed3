package org.partnerflow.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.Backoff;

/**
 * Sends what waits in the outbox. One thread alternates between the database (one transaction notes what became of messages and takes
 * the next) and handing messages to their channels, which answer whenever they like.
 */
@Singleton
class OutboxSender {
    private static final Logger LOG = Logger.getLogger(OutboxSender.class);
    private static final Duration LONGEST_CHANNEL_DELAY = Duration.ofSeconds(10);

    @Inject
    OutboxTable table;

    @Inject
    OutboxConfig config;

    @Inject
    @All
    List<OutboxChannel> channels;

    @Inject
    Event<MessageParked> parked;

    private final Map<OutboxChannel, Lane> lanes = new LinkedHashMap<>();
    private final Queue<Outcome> outcomes = new ConcurrentLinkedQueue<>();
    private final List<Outcome> unsettled = new ArrayList<>();
    private final Semaphore wakeups = new Semaphore(0);
    private final ExecutorService sending = Executors.newVirtualThreadPerTaskExecutor();
    private final Thread thread = new Thread(this::run, "outbox-sender");
    private volatile boolean running;

    /** What became of a message; no failure: it has arrived. */
    private record Outcome(
            OutboxChannel channel,
            OutboxMessage message,
            @Nullable Throwable failure) {}

    private record Taken(OutboxChannel channel, OutboxMessage message) {}

    void start(@Observes StartupEvent event) {
        var backoff = new Backoff(Duration.ofMillis(200), LONGEST_CHANNEL_DELAY);
        channels.forEach(channel -> {
            int widest = Math.min(config.maxInFlight(), channel.mostInFlight());
            lanes.put(channel, new Lane(widest, backoff, System.nanoTime()));
        });
        running = true;
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        wake();
        thread.join(config.sendTimeout().toMillis());
        sending.shutdown();
    }

    void wake() {
        wakeups.release();
    }

    private void run() {
        while (running) {
            try {
                wakeups.tryAcquire(untilNextLook().toMillis(), TimeUnit.MILLISECONDS);
                wakeups.drainPermits();
                while (running && turn()) {
                    continue;
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warnf("The outbox cannot be read, trying again in %s: %s", config.pollInterval(), e.getMessage());
                LOG.debug("Outbox", e);
            }
        }
    }

    private Duration untilNextLook() {
        long now = System.nanoTime();
        return lanes.values().stream()
                .map(lane -> lane.closedFor(now).plusMillis(1))
                .filter(closed -> closed.toMillis() > 1)
                .reduce(config.pollInterval(), (one, other) -> one.compareTo(other) < 0 ? one : other);
    }

    /** False when there was nothing to do. When it fails, the outcomes are kept for the next turn. */
    private boolean turn() {
        for (var outcome = outcomes.poll(); outcome != null; outcome = outcomes.poll()) {
            tellLane(outcome);
            unsettled.add(outcome);
        }
        var taken = QuarkusTransaction.requiringNew().call(() -> {
            settle(unsettled);
            return takeNext();
        });
        boolean busy = !taken.isEmpty() || !unsettled.isEmpty();
        unsettled.clear();
        taken.forEach(this::send);
        return busy;
    }

    private void tellLane(Outcome outcome) {
        var lane = lanes.get(outcome.channel());
        switch (outcome.failure()) {
            case null -> lane.succeeded();
            case ChannelBusy busy -> lane.busy(System.nanoTime());
            case ChannelDown down -> lane.down(System.nanoTime());
            default -> lane.failed();
        }
    }

    private void settle(List<Outcome> finished) {
        var arrived = finished.stream()
                .filter(outcome -> outcome.failure() == null)
                .map(outcome -> outcome.message().id())
                .toList();
        if (!arrived.isEmpty()) {
            table.sent(arrived);
        }
        for (var outcome : finished) {
            if (outcome.failure() != null) {
                settleFailure(outcome.message(), outcome.failure());
            }
        }
    }

    private void settleFailure(OutboxMessage message, Throwable failure) {
        var cause = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        switch (failure) {
            case ChannelBusy busy -> table.putBack(message.id(), message.sinceFirstTry() == null, cause);
            case ChannelDown down ->
                table.putBack(message.id(), down.notSent() && message.sinceFirstTry() == null, cause);
            default -> settleFault(message, failure, cause);
        }
    }

    private void settleFault(OutboxMessage message, Throwable failure, String cause) {
        int failures = message.attempts() + 1;
        LOG.warnf(failure, "Message %s of channel %s failed %d times", message.id(), message.channel(), failures);
        if (failures >= config.maxAttempts()) {
            table.park(message.id(), cause);
            parked.fire(new MessageParked(message, cause));
        } else {
            table.failed(message.id(), new Backoff(config.firstDelay(), config.longestDelay()).after(failures), cause);
        }
    }

    private List<Taken> takeNext() {
        var taken = new ArrayList<Taken>();
        long now = System.nanoTime();
        lanes.forEach((channel, lane) -> {
            int free = lane.free(now);
            if (free > 0) {
                table.take(channel.name(), free, config.lease())
                        .forEach(message -> taken.add(new Taken(channel, message)));
            }
        });
        return taken;
    }

    private void send(Taken taken) {
        var channel = taken.channel();
        var message = taken.message();
        lanes.get(channel).taken();
        sending.execute(() -> {
            try {
                channel.send(message)
                        .toCompletableFuture()
                        .orTimeout(config.sendTimeout().toMillis(), TimeUnit.MILLISECONDS)
                        .whenComplete((answer, failure) -> finished(new Outcome(channel, message, reason(failure))));
            } catch (RuntimeException e) {
                finished(new Outcome(channel, message, e));
            }
        });
    }

    private void finished(Outcome outcome) {
        outcomes.add(outcome);
        wake();
    }

    private static @Nullable Throwable reason(@Nullable Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
