package org.partnerflow.audit;

import java.time.Duration;
import java.util.Objects;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Multi;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.Actors;

/** What open pages listen to, so that they show changes of others without loading anew. */
@Path("/api/events")
public class EventResource {
    /** After this time the browser connects again, and proves again that it may listen. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    @Inject
    ChangeFeed feed;

    @Inject
    Actors actors;

    /**
     * A change in the caller's organisation.
     *
     * @param recordId null for partners and customers, who are told only that records of this type changed
     */
    public record Event(
            String recordType,
            @Nullable UUID recordId,
            @Nullable String action) {}

    @GET
    @Authenticated
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    public Multi<Event> events() {
        var actor = actors.current();
        var organisation = actor.organisation();
        boolean staff = actor.isStaff();
        var changes = feed.changes()
                .filter(change -> Objects.equals(change.organisationId(), organisation))
                .map(change -> staff
                        ? new Event(change.recordType(), change.recordId(), change.action())
                        : new Event(change.recordType(), null, null));
        var heartbeat = Multi.createFrom().ticks().every(HEARTBEAT).map(tick -> new Event("heartbeat", null, null));
        return Multi.createBy().merging().streams(changes, heartbeat).select().first(LONGEST);
    }
}
