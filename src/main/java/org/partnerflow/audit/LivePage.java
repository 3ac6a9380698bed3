package org.partnerflow.audit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
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
    private final AuditTrail trail;
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
            AuditTrail trail,
            Actors actors) {
        this.actor = actor;
        this.listening = listening;
        this.logIn = logIn;
        this.audiences = audiences;
        this.trail = trail;
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
            events.add(new Event("heartbeat", null));
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
        var records = toldOf(recordType, changes);
        if (records.size() > MOST_OF_A_TYPE) {
            return List.of(new Event(recordType, null));
        }
        return records.stream().map(record -> new Event(recordType, record)).toList();
    }

    private Set<UUID> toldOf(String recordType, List<Change> changes) {
        var type = RecordType.of(recordType);
        if (actor.isStaff()) {
            return actor.may(type.map(RecordType::seenWith).orElse(Permissions.AUDIT_VIEW))
                    ? records(changes)
                    : Set.of();
        }
        var audience = type.map(audiences::get).orElse(null);
        return audience == null
                ? Set.of()
                : actors.as(actor, () -> QuarkusTransaction.requiringNew().call(() -> toldOf(audience, changes)));
    }

    /** That a record is out of sight now is told once, whatever happened to it; of others only what alters what is seen of them. */
    private Set<UUID> toldOf(Audience audience, List<Change> changes) {
        var visible = audience.visible(records(changes));
        var told = records(changes);
        told.removeAll(visible);
        told.removeIf(record -> !seen.remove(record));
        var ofVisible = changes.stream()
                .filter(change -> visible.contains(change.recordId()))
                .toList();
        var details = trail.details(ofVisible.stream().map(Change::entryId).toList());
        told.addAll(records(ofVisible.stream()
                .filter(change -> audience.tells(
                        change.recordId(), change.action(), details.getOrDefault(change.entryId(), Map.of())))
                .toList()));
        seen.addAll(visible);
        return told;
    }

    private static Set<UUID> records(Collection<Change> changes) {
        return changes.stream().map(Change::recordId).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
