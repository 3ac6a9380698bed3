package org.partnerflow.partner.imports;

import java.sql.SQLTransientException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import org.jboss.logging.Logger;

import org.partnerflow.shared.Actor;
import org.partnerflow.shared.Actors;
import org.partnerflow.shared.Causes;
import org.partnerflow.shared.DatabaseAway;
import org.partnerflow.shared.FailureWords;
import org.partnerflow.shared.Ids;
import org.partnerflow.shared.Permissions;
import org.partnerflow.shared.Shutdown;

/** Goes on with the imports that are under way and that no other node works on. */
@ApplicationScoped
class ImportRunner {
    private static final Logger LOG = Logger.getLogger(ImportRunner.class);
    private static final Duration TURN = Duration.ofSeconds(2);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(10);

    @Inject
    EntityManager entities;

    @Inject
    ImportBatches batches;

    @Inject
    ImportConfig config;

    @Inject
    Actors actors;

    @Inject
    Shutdown shutdown;

    @Inject
    Clock clock;

    private final UUID node = Ids.next();

    private record Due(UUID id, UUID organisationId, UUID userId, String userName) {
        Actor actor() {
            return new Actor(
                    Actor.Kind.STAFF,
                    userId,
                    organisationId,
                    userName,
                    Set.of(Permissions.PARTNER_EDIT, Permissions.PARTNER_IMPORT),
                    null);
        }
    }

    /** Every import gets a turn, so that a long one does not hold up the others. */
    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void work() {
        for (var due : QuarkusTransaction.requiringNew().call(this::due)) {
            if (QuarkusTransaction.requiringNew().call(() -> claim(due))) {
                takeTurn(due);
            }
        }
    }

    private void takeTurn(Due due) {
        var end = clock.instant().plus(TURN);
        try {
            boolean more = true;
            while (more && clock.instant().isBefore(end) && !shutdown.hasBegun()) {
                more = actors.as(due.actor(), () -> step(due.id()));
            }
        } catch (RuntimeException e) {
            LOG.errorf(e, "A batch of import %s failed and will be tried again", due.id());
            actors.as(
                    due.actor(), () -> batches.failed(due.id(), clock.instant().plus(PAUSE_AFTER_FAILURE)));
        }
    }

    private boolean step(UUID importId) {
        try {
            return batches.next(importId, node, config.batch());
        } catch (RuntimeException e) {
            if (passes(e) || !batches.hasFailedBefore(importId)) {
                throw e;
            }
            return lineByLine(importId);
        }
    }

    /** Does what can be done of a batch that failed twice, so that one line does not hold up the others. */
    private boolean lineByLine(UUID importId) {
        boolean more = true;
        for (int i = 0; more && i < config.batch(); i++) {
            try {
                more = batches.next(importId, node, 1);
            } catch (RuntimeException e) {
                if (passes(e)) {
                    throw e;
                }
                LOG.errorf(e, "A line of import %s cannot be done", importId);
                batches.refuseNext(importId, node, "This line cannot be stored: " + FailureWords.of(e));
            }
        }
        return more;
    }

    /** The line is not to blame: the database is away, or somebody else was faster. */
    private static boolean passes(RuntimeException failure) {
        return DatabaseAway.isBehind(failure)
                || Causes.of(failure).stream().anyMatch(SQLTransientException.class::isInstance);
    }

    @SuppressWarnings("unchecked")
    private List<Due> due() {
        List<Object[]> rows = entities.createNativeQuery("""
                        select id, organisation_id, started_by_user_id, started_by_name from partner_import
                        where state in ('CHECKING', 'IMPORTING') and (lease_until <= :now or lease_holder = :node)
                        order by updated_at limit 20""")
                .setParameter("now", clock.instant())
                .setParameter("node", node)
                .getResultList();
        return rows.stream()
                .map(row -> new Due(uuid(row[0]), uuid(row[1]), uuid(row[2]), (String) row[3]))
                .toList();
    }

    private boolean claim(Due due) {
        Instant now = clock.instant();
        return entities.createNativeQuery("""
                        update partner_import set lease_holder = :node, lease_until = :until
                        where id = :id and state in ('CHECKING', 'IMPORTING') and (lease_until <= :now or lease_holder = :node)""")
                        .setParameter("node", node)
                        .setParameter("until", now.plus(config.lease()))
                        .setParameter("id", due.id())
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    private static UUID uuid(Object bytes) {
        return Ids.fromBytes((byte[]) bytes);
    }
}
