package org.partnerflow.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import org.partnerflow.outbox.Settlement.Outcome;
import org.partnerflow.shared.Backoff;

/**
 * Sends what waits in the outbox. What a commit of this node has written comes by way of memory; what a crash, another node or a failure
 * left behind is looked for in the table. One thread alternates between handing messages to their channels, which answer whenever they
 * like, and the database: one transaction notes what became of many messages, and takes the next where some wait in the table.
 */
@Singleton
class OutboxSender {
    private static final Logger LOG = Logger.getLogger(OutboxSender.class);
    private static final Duration LONGEST_CHANNEL_DELAY = Duration.ofSeconds(10);
    private static final int MOST_FOLLOWED = 10_000;

    @Inject
    OutboxTable table;

    @Inject
    Settlement settlement;

    @Inject
    OutboxConfig config;

    @Inject
    @All
    List<OutboxChannel> channels;

    private final Map<String, Route> routes = new LinkedHashMap<>();
    private final Queue<Outcome> outcomes = new ConcurrentLinkedQueue<>();
    /** Records of which a message waits in the table until an earlier one has been sent. */
    private final Set<UUID> followed = ConcurrentHashMap.newKeySet();

    private final Unsettled unsettled = new Unsettled();
    private final Semaphore wakeups = new Semaphore(0);
    private final ExecutorService sending = Executors.newVirtualThreadPerTaskExecutor();
    private final Thread thread = new Thread(this::run, "outbox-sender");
    private final AtomicBoolean mustLook = new AtomicBoolean();
    private volatile boolean running;
    private long nextLookNanos;

    /** A channel and how much of it is in use. */
    private record Route(OutboxChannel channel, Lane lane) {}

    void start(@Observes StartupEvent event) {
        var backoff = new Backoff(Duration.ofMillis(200), LONGEST_CHANNEL_DELAY);
        channels.forEach(channel -> {
            int widest = Math.min(config.maxInFlight(), channel.mostInFlight());
            routes.put(channel.name(), new Route(channel, new Lane(widest, backoff, System.nanoTime())));
        });
        nextLookNanos = System.nanoTime();
        running = true;
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        wakeups.release();
        thread.join(config.sendTimeout().toMillis());
        sending.shutdown();
    }

    /** Whether a message that is written now would be sent at once: then its transaction takes it for this node. */
    boolean takesOver(String channel) {
        var route = routes.get(channel);
        return running && route != null && !route.lane().hasBacklog();
    }

    /** Sends a message that its transaction has taken for this node. */
    void takeOver(OutboxMessage message) {
        routes.get(message.channel()).lane().join(message, System.nanoTime());
        wakeups.release();
    }

    /** Whether the other side has a message that may still stand in the table: nothing has to wait for it. */
    boolean hasArrived(UUID messageId) {
        return unsettled.hasArrived(messageId);
    }

    /** A message of the record waits in the table: looks for it now, and when an earlier one has been sent. */
    void lookFor(UUID recordId) {
        followed.add(recordId);
        look();
    }

    /** Looks into the table now. */
    void look() {
        mustLook.set(true);
        wakeups.release();
    }

    private void run() {
        while (running) {
            try {
                wakeups.tryAcquire(untilNextTurn(), TimeUnit.NANOSECONDS);
                wakeups.drainPermits();
                while (running && turn()) {
                    continue;
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warnf("The outbox cannot be read, trying again in %s: %s", config.pollInterval(), e.getMessage());
                LOG.debug("Outbox", e);
                nextLookNanos = System.nanoTime() + config.pollInterval().toNanos();
                unsettled.postpone(nextLookNanos);
            }
        }
        giveBackTheRest();
    }

    private long untilNextTurn() {
        boolean somethingEnds = !unsettled.isEmpty()
                || routes.values().stream().anyMatch(route -> route.lane().isInUse());
        return somethingEnds ? Math.min(untilNextLook(), Unsettled.LONGEST.toNanos()) : untilNextLook();
    }

    private long untilNextLook() {
        return Math.max(0, nextLookNanos - System.nanoTime());
    }

    /** False when there was nothing to do. When it fails, what has to be noted is kept for the next turn. */
    private boolean turn() {
        boolean look = mustLook.getAndSet(false) || untilNextLook() == 0;
        for (var outcome = outcomes.poll(); outcome != null; outcome = outcomes.poll()) {
            tellLane(outcome);
            unsettled.add(outcome, System.nanoTime());
            look |= outcome.failure() != null || isFollowed(outcome.message());
        }
        sendTakenOver();
        if (!look && !unsettled.isDue(System.nanoTime())) {
            return false;
        }
        try {
            return settleAndTake(look);
        } catch (RuntimeException e) {
            if (look) {
                mustLook.set(true);
            }
            throw e;
        }
    }

    private boolean settleAndTake(boolean look) {
        var taken = QuarkusTransaction.requiringNew().call(() -> {
            unsettled.write(settlement, table);
            return look ? takeNext() : List.<OutboxMessage>of();
        });
        boolean busy = !taken.isEmpty() || !unsettled.isEmpty();
        unsettled.written();
        if (look) {
            planNextLook();
        }
        taken.forEach(message -> {
            var route = routes.get(message.channel());
            route.lane().taken();
            send(route, message);
        });
        return busy;
    }

    /** Something in the table may have waited for this message, or for the room that it took. */
    private boolean isFollowed(OutboxMessage message) {
        return followed.remove(message.recordId())
                || routes.get(message.channel()).lane().hasBacklog();
    }

    private void sendTakenOver() {
        long now = System.nanoTime();
        routes.values().forEach(route -> {
            var lane = route.lane();
            for (var message = lane.next(now); message != null; message = lane.next(now)) {
                send(route, message);
            }
            lane.turnAway(now).forEach(message -> unsettled.giveBack(message.id(), now));
        });
    }

    private void planNextLook() {
        long now = System.nanoTime();
        var soonest = routes.values().stream()
                .map(route -> route.lane().closedFor(now))
                .filter(Duration::isPositive)
                .map(closed -> closed.plusMillis(1))
                .reduce(config.pollInterval(), (one, other) -> one.compareTo(other) < 0 ? one : other);
        nextLookNanos = now + soonest.toNanos();
    }

    private void tellLane(Outcome outcome) {
        var lane = routes.get(outcome.message().channel()).lane();
        switch (outcome.failure()) {
            case null -> lane.succeeded();
            case ChannelBusy busy -> lane.busy(System.nanoTime());
            case ChannelDown down -> lane.down(System.nanoTime());
            default -> lane.failed();
        }
    }

    private List<OutboxMessage> takeNext() {
        if (followed.size() > MOST_FOLLOWED) {
            followed.clear(); // messages that other nodes have sent; what still waits is found at the next look
        }
        var taken = new ArrayList<OutboxMessage>();
        long now = System.nanoTime();
        routes.forEach((channel, route) -> {
            int free = route.lane().free(now);
            var found = free > 0 ? table.take(channel, free, config.lease()) : List.<OutboxMessage>of();
            route.lane().backlog(found.size() == free);
            taken.addAll(found);
        });
        taken.forEach(message -> followed.add(message.recordId()));
        return taken;
    }

    private void send(Route route, OutboxMessage message) {
        sending.execute(() -> {
            try {
                route.channel()
                        .send(message)
                        .toCompletableFuture()
                        .orTimeout(config.sendTimeout().toMillis(), TimeUnit.MILLISECONDS)
                        .whenComplete((answer, failure) -> finished(new Outcome(message, reason(failure))));
            } catch (RuntimeException e) {
                finished(new Outcome(message, e));
            }
        });
    }

    /** A success wakes nobody, unless something waits for it. */
    private void finished(Outcome outcome) {
        var message = outcome.message();
        if (outcome.failure() == null) {
            unsettled.arrived(message.id());
        }
        outcomes.add(outcome);
        if (outcome.failure() != null
                || followed.contains(message.recordId())
                || routes.get(message.channel()).lane().isAwaited()) {
            wakeups.release();
        }
    }

    /** At the end: what this node has taken and not sent is for the others. */
    private void giveBackTheRest() {
        long now = System.nanoTime();
        long tooLong = now + Lane.LONGEST_WAIT.toNanos();
        routes.values()
                .forEach(route ->
                        route.lane().turnAway(tooLong).forEach(message -> unsettled.giveBack(message.id(), now)));
        outcomes.forEach(outcome -> unsettled.add(outcome, now));
        try {
            settleAndTake(false);
        } catch (RuntimeException e) {
            LOG.warnf("What was on its way is sent again when its lease is over: %s", e.getMessage());
        }
    }

    private static @Nullable Throwable reason(@Nullable Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
