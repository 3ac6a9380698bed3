package org.partnerflow.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import org.jspecify.annotations.Nullable;

/**
 * Tells of every committed change on every node, by following the audit trail. Entries are looked at again for a while, because a
 * transaction that began earlier may commit later.
 */
@ApplicationScoped
public class ChangeFeed {
    private static final Duration LOOK_BACK = Duration.ofSeconds(5);

    /** A record changed in an organisation. */
    public record Change(@Nullable UUID organisationId, String recordType, UUID recordId, String action) {}

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    private final BroadcastProcessor<Change> changes = BroadcastProcessor.create();
    private Set<UUID> told = new HashSet<>();
    private @Nullable Instant since;

    public Multi<Change> changes() {
        return changes.onOverflow().buffer(1_000);
    }

    @Scheduled(
            every = "1s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    @Transactional
    synchronized void follow() {
        var now = clock.instant();
        if (since == null) {
            since = now;
        }
        var entries = recent(since.minus(LOOK_BACK));
        var seen = new HashSet<UUID>();
        for (var entry : entries) {
            seen.add(entry.id);
            if (!told.contains(entry.id) && !entry.recordedAt.isBefore(since.minus(LOOK_BACK))) {
                changes.onNext(new Change(entry.organisationId, entry.recordType, entry.recordId, entry.action));
            }
        }
        told = seen;
        since = now;
    }

    private List<AuditEntry> recent(Instant from) {
        return entities.createNativeQuery(
                        "select * from audit_entry where recorded_at >= :since order by id", AuditEntry.class)
                .setParameter("since", from)
                .getResultList();
    }
}
