package org.partnerflow.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.Sql;

/**
 * Tells of every committed change on every node, by following the audit trail while anybody listens. Entries are looked at again for a
 * while, because a transaction that began earlier may commit later.
 */
@ApplicationScoped
public class ChangeFeed {
    private static final Duration LOOK_BACK = Duration.ofSeconds(5);

    /** A record changed in an organisation. */
    public record Change(@Nullable UUID organisationId, String recordType, UUID recordId, String action) {}

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    private final BroadcastProcessor<Change> changes = BroadcastProcessor.create();
    private final AtomicInteger listeners = new AtomicInteger();
    private Set<UUID> told = new HashSet<>();
    private @Nullable Instant since;

    public Multi<Change> changes() {
        return changes.onOverflow()
                .buffer(1_000)
                .onSubscription()
                .invoke(listeners::incrementAndGet)
                .onTermination()
                .invoke(listeners::decrementAndGet);
    }

    @Scheduled(
            every = "1s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    @Transactional
    synchronized void follow() {
        if (listeners.get() == 0) {
            since = null;
            return;
        }
        var now = clock.instant();
        var seen = new HashSet<UUID>();
        for (var entry : recent((since == null ? now : since).minus(LOOK_BACK))) {
            seen.add(entry.id());
            if (!told.contains(entry.id())) {
                changes.onNext(entry.change());
            }
        }
        told = seen;
        since = now;
    }

    private record Entry(UUID id, Change change) {}

    private List<Entry> recent(Instant from) {
        return sql.query(
                """
                select id, organisation_id, record_type, record_id, action
                from audit_entry where recorded_at >= ? order by id""",
                row -> new Entry(
                        Objects.requireNonNull(Sql.id(row, "id")),
                        new Change(
                                Sql.id(row, "organisation_id"),
                                row.getString("record_type"),
                                Objects.requireNonNull(Sql.id(row, "record_id")),
                                row.getString("action"))),
                LocalDateTime.ofInstant(from, ZoneOffset.UTC));
    }
}
