package org.partnerflow.engine.health;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.Actors;
import org.partnerflow.shared.Ids;
import org.partnerflow.shared.Problems;
import org.partnerflow.shared.Sql;
import org.partnerflow.shared.Texts;

/** What comparisons of the database with the engine have found and done. One runs at a time, on all nodes together. */
@ApplicationScoped
class ReconciliationRuns {
    private static final int MOST = 20;
    private static final int MOST_ITEMS = 1_000;
    private static final int LONGEST = 1_000;

    @Inject
    Sql sql;

    @Inject
    Actors actors;

    enum Cause {
        START,
        NIGHT,
        ANOTHER_ENGINE,
        DEMAND
    }

    enum Outcome {
        DEPLOYED,
        BEGUN_ANEW,
        CANCELLED,
        /** Could not be mended; the detail says why. */
        LEFT
    }

    /**
     * A comparison.
     *
     * @param engineReplaced the engine was not the one that the database had worked with
     * @param mended how much was deployed, begun anew or cancelled in the reader's organisation
     * @param left how much could not be mended there
     */
    record Run(
            UUID id,
            Cause cause,
            Instant startedAt,
            @Nullable Instant endedAt,
            boolean engineReplaced,
            @Nullable String failure,
            int mended,
            int left) {}

    record Item(
            UUID id,
            Outcome outcome,
            String processId,
            @Nullable UUID recordId,
            @Nullable String recordName,
            String detail) {}

    /** Null when another comparison runs. */
    @Transactional(TxType.REQUIRES_NEW)
    public @Nullable UUID begin(Cause cause, @Nullable UUID organisation) {
        sql.update("""
                update reconciliation_run
                set running = null, ended_at = utc_timestamp(6), failure = 'The node that ran it has ended.'
                where running = 1 and beat_at < date_sub(utc_timestamp(6), interval 2 minute)""");
        var id = Ids.next();
        int begun = sql.update("""
                insert ignore into reconciliation_run
                    (id, organisation_id, cause, started_at, beat_at, running, engine_replaced)
                values (?, ?, ?, utc_timestamp(6), utc_timestamp(6), 1, false)""", id, organisation, cause.name());
        return begun == 1 ? id : null;
    }

    @Transactional(TxType.REQUIRES_NEW)
    public void noteReplaced(UUID run) {
        // Whoever asked for it: another engine concerns everybody
        sql.update("update reconciliation_run set engine_replaced = true, organisation_id = null where id = ?", run);
    }

    @Transactional(TxType.REQUIRES_NEW)
    public void beat(UUID run) {
        sql.update("update reconciliation_run set beat_at = utc_timestamp(6) where id = ?", run);
    }

    @Transactional(TxType.REQUIRES_NEW)
    public void end(UUID run, @Nullable String failure) {
        sql.update(
                "update reconciliation_run set running = null, ended_at = utc_timestamp(6), failure = ? where id = ?",
                failure == null ? null : Texts.cut(failure, LONGEST),
                run);
    }

    @Transactional(TxType.REQUIRES_NEW)
    public void note(UUID run, UUID organisation, Item item) {
        sql.update(
                """
                insert into reconciliation_item
                    (id, run_id, organisation_id, outcome, process_id, record_id, record_name, detail)
                values (?, ?, ?, ?, ?, ?, ?, ?)""",
                item.id(),
                run,
                organisation,
                item.outcome().name(),
                item.processId(),
                item.recordId(),
                item.recordName(),
                Texts.cut(item.detail(), LONGEST));
    }

    /** The latest, as far as they concern the reader's organisation. */
    @Transactional
    public List<Run> latest() {
        var organisation = actors.current().organisation();
        return sql.query(
                """
                select r.*,
                    (select count(*) from reconciliation_item i
                     where i.run_id = r.id and i.organisation_id = ? and i.outcome <> 'LEFT') as mended,
                    (select count(*) from reconciliation_item i
                     where i.run_id = r.id and i.organisation_id = ? and i.outcome = 'LEFT') as left_over
                from reconciliation_run r where r.organisation_id is null or r.organisation_id = ?
                order by r.id desc limit ?""",
                row -> new Run(
                        Objects.requireNonNull(Sql.id(row, "id")),
                        Cause.valueOf(row.getString("cause")),
                        row.getObject("started_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                        row.getObject("ended_at") == null
                                ? null
                                : row.getObject("ended_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                        row.getBoolean("engine_replaced"),
                        row.getString("failure"),
                        row.getInt("mended"),
                        row.getInt("left_over")),
                organisation,
                organisation,
                organisation,
                MOST);
    }

    /** What a comparison has done and left in the reader's organisation, what it left first. */
    @Transactional
    public List<Item> items(UUID run) {
        var organisation = actors.current().organisation();
        if (sql.query(
                        "select 1 from reconciliation_run where id = ? and (organisation_id is null or organisation_id = ?)",
                        row -> true,
                        run,
                        organisation)
                .isEmpty()) {
            throw Problems.notFound("Comparison");
        }
        return sql.query(
                """
                select * from reconciliation_item where run_id = ? and organisation_id = ?
                order by outcome = 'LEFT' desc, id limit ?""",
                row -> new Item(
                        Objects.requireNonNull(Sql.id(row, "id")),
                        Outcome.valueOf(row.getString("outcome")),
                        row.getString("process_id"),
                        Sql.id(row, "record_id"),
                        row.getString("record_name"),
                        row.getString("detail")),
                run,
                organisation,
                MOST_ITEMS);
    }
}
