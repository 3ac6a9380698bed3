package org.partnerflow.engine.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.jboss.logging.Logger;

import org.partnerflow.engine.feed.FeedBatch.Told;
import org.partnerflow.shared.Sql;

/**
 * Stores what a partition tells, each record once, however often it is told. A record that is older by its position and younger by its
 * time shows that the log is not the one that was heard before; one that was stored, and that this database does not know, that the
 * database is not the one that heard it. Then all that was known of the partition is forgotten.
 */
@ApplicationScoped
class FeedIntake {
    private static final Logger LOG = Logger.getLogger(FeedIntake.class);

    @Inject
    Sql sql;

    @Inject
    EngineState state;

    @Inject
    Event<FeedBroken> broken;

    private record Heard(long position, long time) {}

    @Transactional
    FeedHeard take(FeedBatch batch) {
        var before = heard(batch.partition());
        boolean older = batch.records().stream()
                .anyMatch(record -> record.position() <= before.position() && record.time() > before.time());
        boolean younger = before.position() >= 0 && batch.after() > before.position();
        boolean otherEngine = older || younger;
        if (otherEngine || batch.lost()) {
            forget(batch.partition(), otherEngine);
        }
        long known = younger ? batch.after() : before.position();
        long from = older ? -1 : before.position();
        var fresh = batch.records().stream()
                .filter(record -> record.position() > from)
                .toList();
        var ended = state.apply(batch.partition(), fresh);
        sql.update(
                """
                update engine_feed set position = ?, record_time = ?, heard_at = utc_timestamp(6) where partition_id = ?""",
                fresh.isEmpty() ? known : fresh.getLast().position(),
                Math.max(
                        before.time(),
                        fresh.stream().mapToLong(Told::time).max().orElse(0)),
                batch.partition());
        return new FeedHeard(batch.partition(), ended);
    }

    private Heard heard(int partition) {
        sql.update("""
                insert ignore into engine_feed (partition_id, position, record_time, heard_at)
                values (?, -1, 0, utc_timestamp(6))""", partition);
        return sql.query(
                        "select position, record_time from engine_feed where partition_id = ? for update",
                        row -> new Heard(row.getLong("position"), row.getLong("record_time")),
                        partition)
                .getFirst();
    }

    private void forget(int partition, boolean otherEngine) {
        LOG.warnf(
                otherEngine
                        ? "Partition %d does not go on where it was heard last: the engine was emptied, or it or the database restored"
                        : "Partition %d told nothing for a while: what it was at is not known",
                partition);
        state.forget(partition, otherEngine);
        sql.update("update engine_feed set broken_at = utc_timestamp(6) where partition_id = ?", partition);
        broken.fire(new FeedBroken(partition, otherEngine));
    }
}
