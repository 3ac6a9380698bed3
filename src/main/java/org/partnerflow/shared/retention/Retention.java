package org.partnerflow.shared.retention;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import org.jboss.logging.Logger;

import org.partnerflow.shared.Sql;

/** Deletes at night what has been kept for long enough, a little at a time. Several nodes may do so at once. */
@ApplicationScoped
class Retention {
    private static final Logger LOG = Logger.getLogger(Retention.class);
    private static final int BATCH = 500;

    @Inject
    @All
    List<Expiring> all;

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    @Scheduled(
            cron = "${partnerflow.retention.cron:0 0 3 * * ?}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void cleanUp() {
        for (var expiring : all) {
            try {
                int deleted = delete(expiring);
                LOG.infof("Deleted %d rows of %s that were kept for %s", deleted, expiring.table(), expiring.kept());
            } catch (RuntimeException e) {
                LOG.errorf(e, "Could not delete what has expired of %s: the next night will", expiring.table());
            }
        }
    }

    private int delete(Expiring expiring) {
        var before = LocalDateTime.ofInstant(clock.instant().minus(expiring.kept()), ZoneOffset.UTC);
        return expiring.parts().isEmpty() ? deleteRows(expiring, before) : deleteWhole(expiring, before);
    }

    private int deleteRows(Expiring expiring, LocalDateTime before) {
        var statement = "delete from %s where %s limit %d".formatted(expiring.table(), expiring.condition(), BATCH);
        int all = 0;
        int deleted;
        do {
            deleted = QuarkusTransaction.requiringNew().call(() -> sql.update(statement, before));
            all += deleted;
        } while (deleted == BATCH);
        return all;
    }

    /** Each with its parts in one transaction; what is of use again meanwhile stays. */
    private int deleteWhole(Expiring expiring, LocalDateTime before) {
        var which = "select id from %s where %s limit %d".formatted(expiring.table(), expiring.condition(), BATCH);
        int all = 0;
        int deleted;
        do {
            deleted = 0;
            for (var id : QuarkusTransaction.requiringNew()
                    .call(() -> sql.query(which, row -> Objects.requireNonNull(Sql.id(row, "id")), before))) {
                deleted += QuarkusTransaction.requiringNew().call(() -> deleteWhole(expiring, before, id));
            }
            all += deleted;
        } while (deleted == BATCH);
        return all;
    }

    private int deleteWhole(Expiring expiring, LocalDateTime before, UUID id) {
        var still = sql.query(
                "select id from %s where id = ? and (%s) for update".formatted(expiring.table(), expiring.condition()),
                row -> true,
                id,
                before);
        if (still.isEmpty()) {
            return 0;
        }
        for (var part : expiring.parts()) {
            sql.update("delete from %s where %s = ?".formatted(part.table(), part.column()), id);
        }
        return sql.update("delete from %s where id = ?".formatted(expiring.table()), id);
    }
}
