package org.partnerflow.audit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.arc.All;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.Actors;
import org.partnerflow.shared.record.RecordType;

/** What open pages listen to, so that they show changes of others without loading anew. */
@Path("/api/events")
public class EventResource {
    @Inject
    ChangeFeed feed;

    @Inject
    LogIns logIns;

    @Inject
    @All
    List<Audience> audiences;

    @Inject
    AuditTrail trail;

    @Inject
    Actors actors;

    /**
     * A change of what the caller may see.
     *
     * @param recordId null when many records of this type have changed at once, and for {@code recordType} "heartbeat"
     */
    public record Event(String recordType, @Nullable UUID recordId) {}

    /** Ends when the session does, or what its user is. */
    @GET
    @Authenticated
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    public Multi<Event> events() {
        var actor = actors.current();
        var logIn = logIns.ofThisRequest();
        return Multi.createFrom().deferred(() -> {
            var listening = feed.listen(actor.organisation());
            var page = new LivePage(actor, listening, logIn, byRecordType(), trail, actors);
            return Multi.createFrom()
                    .ticks()
                    .every(ChangeFeed.PACE)
                    .onOverflow()
                    .drop()
                    .map(tick -> page.next())
                    .select()
                    .first(Optional::isPresent)
                    .onItem()
                    .transformToIterable(Optional::orElseThrow)
                    .onFailure()
                    .recoverWithCompletion()
                    .onTermination()
                    .invoke(() -> feed.leave(listening));
        });
    }

    private Map<RecordType, Audience> byRecordType() {
        return audiences.stream().collect(Collectors.toMap(Audience::recordType, Function.identity()));
    }
}
