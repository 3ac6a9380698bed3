package org.partnerflow.shared;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.DataException;
import org.hibernate.exception.JDBCConnectionException;
import org.hibernate.exception.LockAcquisitionException;
import org.hibernate.exception.LockTimeoutException;
import org.jspecify.annotations.Nullable;

/** Plain SQL in the current transaction, for queues and guards where an entity would be in the way. */
@ApplicationScoped
public class Sql {
    // Classes of SQL states
    private static final String CONNECTION_TROUBLE = "08";
    private static final String DATA = "22";
    private static final String CONSTRAINT = "23";
    private static final String ROLLBACK = "40";

    /** The database's own number of an error, as its state says nothing. */
    private static final int LOCK_WAIT_TIMEOUT = 1205;

    @Inject
    DataSource database;

    /** Reads one row of a result. */
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Returns the number of rows that were changed. */
    public int update(String sql, @Nullable Object... values) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            set(statement, values);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** The same update for each of the value lists. */
    public void updateAll(String sql, List<List<?>> all) {
        if (all.isEmpty()) {
            return;
        }
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (var values : all) {
                set(statement, values.toArray());
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    public <T> List<T> query(String sql, Row<T> row, @Nullable Object... values) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            set(statement, values);
            try (var rows = statement.executeQuery()) {
                var found = new ArrayList<T>();
                while (rows.next()) {
                    found.add(row.read(rows));
                }
                return found;
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Places for so many values, at least one, as a list: {@code ?, ?, ?}. */
    public static String places(int number) {
        return String.join(", ", Collections.nCopies(number, "?"));
    }

    /** The id in a BINARY(16) column. */
    public static @Nullable UUID id(ResultSet row, String column) throws SQLException {
        var bytes = row.getBytes(column);
        return bytes == null ? null : Ids.fromBytes(bytes);
    }

    private static void set(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i] instanceof UUID id ? Ids.toBytes(id) : values[i]);
        }
    }

    /** As Hibernate says it, so that the answer to a request is the same; a pool without a connection gives no state. */
    private static RuntimeException failed(SQLException e) {
        if (e.getErrorCode() == LOCK_WAIT_TIMEOUT) {
            return new LockTimeoutException("Somebody else holds a record for too long", e);
        }
        var state = e.getSQLState() == null ? CONNECTION_TROUBLE : e.getSQLState();
        return switch (Texts.cut(state, 2)) {
            case CONNECTION_TROUBLE -> new JDBCConnectionException("The database cannot be reached", e);
            case DATA -> new DataException("The database cannot keep a value", e);
            case CONSTRAINT -> new ConstraintViolationException("The database refused a statement", e, null);
            case ROLLBACK -> new LockAcquisitionException("Two transactions wait for each other", e);
            default -> new IllegalStateException("The database refused a statement.", e);
        };
    }
}
