package org.partnerflow.audit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.quarkus.narayana.jta.QuarkusTransaction;

import org.partnerflow.audit.EventResource.Event;
import org.partnerflow.shared.Actor;
import org.partnerflow.shared.Actors;
import org.partnerflow.shared.Permissions;
import org.partnerflow.shared.record.RecordType;

/** What one open page is told, and for how long: as long as its user is logged in, what they may see. */
class LivePage {
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final int MOST_OF_A_TYPE = 50;

    private final Listening listening;
    private final Supplier<Optional<Actor>> logIn;
    private final Map<RecordType, Audience> audiences;
    private final Actors actors;
    /** What this page was told of, and so hears also that it is out of sight. */
    private final Set<UUID> seen = new HashSet<>();

    private Actor actor;
    private boolean begun;
    private long toldNanos;

    LivePage(
            Actor actor,
            Listening listening,
            Supplier<Optional<Actor>> logIn,
            Map<RecordType, Audience> audiences,
            Actors actors) {
        this.actor = actor;
        this.listening = listening;
        this.logIn = logIn;
        this.audiences = audiences;
        this.actors = actors;
    }

    /** What there is to tell now; empty when the page may not, or cannot, be told any more. */
    Optional<List<Event>> next() {
        boolean heartbeat = !begun || System.nanoTime() - toldNanos > HEARTBEAT.toNanos();
        begun = true;
        if (listening.isBehind() || (heartbeat || listening.hasToProve()) && !isStillLoggedIn()) {
            return Optional.empty();
        }
        var events = new ArrayList<Event>();
        listening.take().stream()
                .collect(Collectors.groupingBy(Change::recordType))
                .forEach((recordType, changes) -> events.addAll(told(recordType, changes)));
        if (heartbeat && events.isEmpty()) {
            events.add(new Event("heartbeat", null, null));
        }
        if (!events.isEmpty()) {
            toldNanos = System.nanoTime();
        }
        return Optional.of(events);
    }

    private boolean isStillLoggedIn() {
        var now = logIn.get();
        boolean same = now.isPresent()
                && now.get().kind() == actor.kind()
                && now.get().organisation().equals(actor.organisation());
        now.ifPresent(current -> actor = current);
        return same;
    }

    private List<Event> told(String recordType, List<Change> changes) {
        var visible = visible(recordType, changes);
        if (visible.size() > MOST_OF_A_TYPE) {
            return List.of(new Event(recordType, null, null));
        }
        return visible.stream()
                .map(change -> new Event(recordType, change.recordId(), change.action()))
                .toList();
    }

    private List<Change> visible(String recordType, List<Change> changes) {
        var type = RecordType.of(recordType);
        if (actor.isStaff()) {
            return actor.may(type.map(RecordType::seenWith).orElse(Permissions.AUDIT_VIEW)) ? changes : List.of();
        }
        var audience = type.map(audiences::get).orElse(null);
        if (audience == null) {
            return List.of();
        }
        var ids = changes.stream().map(Change::recordId).collect(Collectors.toSet());
        var visible = actors.as(actor, () -> QuarkusTransaction.requiringNew().call(() -> audience.visible(ids)));
        var told = changes.stream()
                .filter(change -> visible.contains(change.recordId()) || seen.remove(change.recordId()))
                .toList();
        seen.addAll(visible);
        return told;
    }
}
