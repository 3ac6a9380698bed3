package org.partnerflow.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.partnerflow.shared.Sql;
import org.partnerflow.shared.Texts;

/** The SQL of the outbox, within the caller's transaction. Times are the database's own, so that all nodes agree on them. */
@ApplicationScoped
class OutboxTable {
    private static final int LONGEST_ERROR = 1000;

    @Inject
    Sql sql;

    @Inject
    ObjectMapper json;

    /** The earlier messages of the record that have still to be sent in the channel, as far as the table knows. */
    List<UUID> earlier(String channel, UUID recordId) {
        return sql.query(
                "select id from outbox_message where record_id = ? and channel = ? and due_at is not null",
                row -> Objects.requireNonNull(Sql.id(row, "id")),
                recordId,
                channel);
    }

    /** Writes a message that waits to be taken. */
    void insert(OutboxMessage message) {
        insert(message, 0, false);
    }

    /** Writes a message that the writer's node has taken: nobody else sends it before the lease is over. */
    void insertTaken(OutboxMessage message, Duration lease) {
        insert(message, micros(lease), true);
    }

    private void insert(OutboxMessage message, long dueInMicros, boolean tried) {
        sql.update(
                """
                insert into outbox_message (id, organisation_id, channel, record_id, payload, appended_at, due_at,
                    first_tried_at, attempts)
                values (?, ?, ?, ?, ?, utc_timestamp(6), date_add(utc_timestamp(6), interval ? microsecond),
                    if(?, utc_timestamp(6), null), 0)""",
                message.id(),
                message.organisationId(),
                message.channel(),
                message.recordId(),
                message.payload().toString(),
                dueInMicros,
                tried);
    }

    /** Takes messages that are due, each the first of its record, and keeps them from others for the time of the lease. */
    List<OutboxMessage> take(String channel, int most, Duration lease) {
        var taken = sql.query("""
                select id, organisation_id, channel, record_id, payload, attempts,
                    timestampdiff(microsecond, first_tried_at, utc_timestamp(6)) as since_first_try
                from outbox_message m
                where channel = ? and due_at <= utc_timestamp(6) and not exists (
                    select 1 from outbox_message earlier
                    where earlier.record_id = m.record_id and earlier.channel = m.channel
                        and earlier.due_at is not null and earlier.sequence_number < m.sequence_number)
                order by due_at, sequence_number limit ? for update skip locked""", this::message, channel, most);
        sql.updateAll(
                """
                update outbox_message
                set due_at = date_add(utc_timestamp(6), interval ? microsecond),
                    first_tried_at = coalesce(first_tried_at, utc_timestamp(6))
                where id = ?""",
                taken.stream()
                        .<List<?>>map(message -> List.of(micros(lease), message.id()))
                        .toList());
        return taken;
    }

    /** Forgets messages that have arrived. The list is filled up to a power of two, so that there are few different statements. */
    void forget(List<UUID> ids) {
        if (ids.isEmpty()) {
            return;
        }
        var places = new UUID[Integer.highestOneBit(2 * ids.size() - 1)];
        Arrays.setAll(places, place -> ids.get(Math.min(place, ids.size() - 1)));
        sql.update(
                "delete from outbox_message where id in (%s)".formatted(Sql.places(places.length)), (Object[]) places);
    }

    /** Gives messages back that this node has taken and not sent. */
    void giveBack(Collection<UUID> ids) {
        sql.updateAll(
                "update outbox_message set due_at = utc_timestamp(6), first_tried_at = null where id = ?",
                ids.stream().<List<?>>map(List::of).toList());
    }

    /** The channel was in trouble: the message is due again as if it had not been tried. */
    void putBack(UUID id, boolean certainlyNotSent, String cause) {
        sql.update("""
                update outbox_message
                set due_at = utc_timestamp(6), last_error = ?, first_tried_at = if(?, null, first_tried_at)
                where id = ?""", shortened(cause), certainlyNotSent, id);
    }

    void failed(UUID id, Duration delay, String cause) {
        sql.update("""
                update outbox_message
                set attempts = attempts + 1, due_at = date_add(utc_timestamp(6), interval ? microsecond), last_error = ?
                where id = ?""", micros(delay), shortened(cause), id);
    }

    void park(UUID id, String cause) {
        sql.update("""
                update outbox_message
                set attempts = attempts + 1, due_at = null, parked_at = utc_timestamp(6), last_error = ?
                where id = ?""", shortened(cause), id);
    }

    boolean unpark(UUID id) {
        return sql.update("""
                        update outbox_message set due_at = utc_timestamp(6), parked_at = null, attempts = 0
                        where id = ? and parked_at is not null""", id) == 1;
    }

    long waiting(String channel) {
        return sql.query(
                        "select count(*) from outbox_message where channel = ? and due_at is not null",
                        row -> row.getLong(1),
                        channel)
                .getFirst();
    }

    /** How long the oldest message waits that is still to be sent. */
    Duration oldestWaits() {
        return sql.query("""
                        select coalesce(max(timestampdiff(second, appended_at, utc_timestamp(6))), 0)
                        from outbox_message where due_at is not null""", row -> Duration.ofSeconds(row.getLong(1))).getFirst();
    }

    private OutboxMessage message(ResultSet row) throws SQLException {
        long sinceFirstTry = row.getLong("since_first_try");
        boolean tried = !row.wasNull();
        try {
            return new OutboxMessage(
                    Objects.requireNonNull(Sql.id(row, "id")),
                    Sql.id(row, "organisation_id"),
                    row.getString("channel"),
                    Objects.requireNonNull(Sql.id(row, "record_id")),
                    json.readTree(row.getString("payload")),
                    row.getInt("attempts"),
                    tried ? Duration.ofNanos(sinceFirstTry * 1000) : null);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Expected JSON in the outbox", e);
        }
    }

    private static long micros(Duration duration) {
        return duration.toNanos() / 1000;
    }

    private static String shortened(String cause) {
        return Texts.cut(cause, LONGEST_ERROR);
    }
}
