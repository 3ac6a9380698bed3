package org.partnerflow.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.Ids;

/** The SQL of the outbox, within the caller's transaction. Times are the database's own, so that all nodes agree on them. */
@ApplicationScoped
class OutboxTable {
    private static final int LONGEST_ERROR = 1000;

    @Inject
    DataSource database;

    @Inject
    ObjectMapper json;

    void insert(UUID id, @Nullable UUID organisationId, String channel, UUID recordId, String payload) {
        update("""
                insert into outbox_message
                    (id, organisation_id, channel, record_id, payload, appended_at, due_at, attempts)
                values (?, ?, ?, ?, ?, utc_timestamp(6), utc_timestamp(6), 0)""", id, organisationId, channel, recordId, payload);
    }

    /** Takes messages that are due, each the first of its record, and keeps them from others for the time of the lease. */
    List<OutboxMessage> take(String channel, int most, Duration lease) {
        var taken = new ArrayList<OutboxMessage>();
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        select id, organisation_id, channel, record_id, payload, attempts,
                            timestampdiff(microsecond, first_tried_at, utc_timestamp(6)) as since_first_try
                        from outbox_message m
                        where channel = ? and due_at <= utc_timestamp(6) and not exists (
                            select 1 from outbox_message earlier
                            where earlier.record_id = m.record_id and earlier.channel = m.channel
                                and earlier.due_at is not null and earlier.sequence_number < m.sequence_number)
                        order by due_at, sequence_number limit ? for update skip locked""");
                var update = connection.prepareStatement("""
                        update outbox_message
                        set due_at = date_add(utc_timestamp(6), interval ? microsecond),
                            first_tried_at = coalesce(first_tried_at, utc_timestamp(6))
                        where id = ?""")) {
            select.setString(1, channel);
            select.setInt(2, most);
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    var message = message(row);
                    taken.add(message);
                    set(update, micros(lease), message.id());
                    update.addBatch();
                }
            }
            if (!taken.isEmpty()) {
                update.executeBatch();
            }
            return taken;
        } catch (SQLException e) {
            throw new IllegalStateException("Could not take messages of " + channel, e);
        }
    }

    void sent(Collection<UUID> ids) {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement("""
                        update outbox_message set due_at = null, sent_at = utc_timestamp(6), last_error = null where id = ?""")) {
            for (var id : ids) {
                set(update, id);
                update.addBatch();
            }
            update.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("Could not note that messages are sent", e);
        }
    }

    /** The channel was in trouble: the message waits as if it had not been tried. */
    void putBack(UUID id, Duration delay, boolean certainlyNotSent, String cause) {
        update("""
                update outbox_message
                set due_at = date_add(utc_timestamp(6), interval ? microsecond), last_error = ?,
                    first_tried_at = if(?, null, first_tried_at)
                where id = ?""", micros(delay), shortened(cause), certainlyNotSent, id);
    }

    void failed(UUID id, Duration delay, String cause) {
        update("""
                update outbox_message
                set attempts = attempts + 1, due_at = date_add(utc_timestamp(6), interval ? microsecond), last_error = ?
                where id = ?""", micros(delay), shortened(cause), id);
    }

    void park(UUID id, String cause) {
        update("""
                update outbox_message
                set attempts = attempts + 1, due_at = null, parked_at = utc_timestamp(6), last_error = ?
                where id = ?""", shortened(cause), id);
    }

    boolean unpark(UUID id) {
        return update("""
                update outbox_message set due_at = utc_timestamp(6), parked_at = null, attempts = 0
                where id = ? and parked_at is not null""", id) == 1;
    }

    boolean isWaiting(UUID recordId) {
        return count("select count(*) from outbox_message where record_id = ? and due_at is not null", recordId) > 0;
    }

    long waiting(String channel) {
        return count("select count(*) from outbox_message where channel = ? and due_at is not null", channel);
    }

    int deleteSent(Duration olderThan, int most) {
        return update("""
                delete from outbox_message
                where sent_at < date_sub(utc_timestamp(6), interval ? microsecond) limit ?""", micros(olderThan), most);
    }

    private OutboxMessage message(ResultSet row) throws SQLException {
        var organisation = row.getBytes("organisation_id");
        long sinceFirstTry = row.getLong("since_first_try");
        boolean tried = !row.wasNull();
        try {
            return new OutboxMessage(
                    Ids.fromBytes(row.getBytes("id")),
                    organisation == null ? null : Ids.fromBytes(organisation),
                    row.getString("channel"),
                    Ids.fromBytes(row.getBytes("record_id")),
                    json.readTree(row.getString("payload")),
                    row.getInt("attempts"),
                    tried ? Duration.ofNanos(sinceFirstTry * 1000) : null);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Expected JSON in the outbox", e);
        }
    }

    private int update(String sql, @Nullable Object... values) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            set(statement, values);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("Could not write to the outbox", e);
        }
    }

    private long count(String sql, Object value) {
        try (Connection connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            set(statement, value);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Could not read the outbox", e);
        }
    }

    private static void set(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i] instanceof UUID id ? Ids.toBytes(id) : values[i]);
        }
    }

    private static long micros(Duration duration) {
        return duration.toNanos() / 1000;
    }

    private static String shortened(String cause) {
        return cause.substring(0, Math.min(cause.length(), LONGEST_ERROR));
    }
}
