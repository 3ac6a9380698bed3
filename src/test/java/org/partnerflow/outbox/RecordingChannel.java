package org.partnerflow.outbox;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;

/** A channel whose other side the test plays: for each record, what happens to its messages. */
@Singleton
class RecordingChannel implements OutboxChannel {
    static final String NAME = "recording";

    /** One that is down for a while, which holds up all that it has to send. */
    @Singleton
    @Typed({Down.class, OutboxChannel.class})
    static class Down extends RecordingChannel {
        @Override
        public String name() {
            return "recording-down";
        }
    }

    /** One that hangs. */
    @Singleton
    @Typed({Hung.class, OutboxChannel.class})
    static class Hung extends RecordingChannel {
        @Override
        public String name() {
            return "recording-hung";
        }
    }

    private final Map<UUID, Function<OutboxMessage, CompletionStage<?>>> behaviours = new ConcurrentHashMap<>();
    private final List<OutboxMessage> received = new CopyOnWriteArrayList<>();
    private final Set<UUID> unheard = ConcurrentHashMap.newKeySet();
    private final List<MessageParked> parked = new CopyOnWriteArrayList<>();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public CompletionStage<?> send(OutboxMessage message) {
        received.add(message);
        return behaviours
                .getOrDefault(message.recordId(), accepted -> CompletableFuture.completedFuture(true))
                .apply(message);
    }

    void park(@Observes MessageParked event) {
        if (unheard.contains(event.message().recordId())) {
            throw new IllegalStateException("Nobody listens");
        }
        parked.add(event);
    }

    /** From now on it fails to be told of parked messages of the record. */
    void doNotHear(UUID record) {
        unheard.add(record);
    }

    void hear(UUID record) {
        unheard.remove(record);
    }

    void behave(UUID record, Function<OutboxMessage, CompletionStage<?>> behaviour) {
        behaviours.put(record, behaviour);
    }

    void behaveWell(UUID record) {
        behaviours.remove(record);
    }

    List<OutboxMessage> received(UUID record) {
        return received.stream()
                .filter(message -> message.recordId().equals(record))
                .toList();
    }

    List<String> texts(UUID record) {
        return received(record).stream()
                .map(message -> message.payload().asText())
                .toList();
    }

    List<MessageParked> parked(UUID record) {
        return parked.stream()
                .filter(event -> event.message().recordId().equals(record))
                .toList();
    }
}
