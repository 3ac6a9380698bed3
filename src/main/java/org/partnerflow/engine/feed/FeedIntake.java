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
 * time shows that the log is not the one that was heard before: then all that was known of the partition is forgotten.
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
        boolean otherEngine = batch.records().stream()
                .anyMatch(record -> record.position() <= before.position() && record.time() > before.time());
        if (otherEngine || batch.lost()) {
            forget(batch.partition(), otherEngine);
        }
        long from = otherEngine ? -1 : before.position();
        var fresh = batch.records().stream()
                .filter(record -> record.position() > from)
                .toList();
        var ended = state.apply(batch.partition(), fresh);
        sql.update(
                """
                update engine_feed set position = ?, record_time = ?, heard_at = utc_timestamp(6) where partition_id = ?""",
                fresh.isEmpty() ? before.position() : fresh.getLast().position(),
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
                        ? "Partition %d is not the one that was heard before: the engine was emptied or restored"
                        : "Partition %d told nothing for a while: what it was at is not known",
                partition);
        state.forget(partition, otherEngine);
        sql.update("update engine_feed set broken_at = utc_timestamp(6) where partition_id = ?", partition);
        broken.fire(new FeedBroken(partition, otherEngine));
    }
}
