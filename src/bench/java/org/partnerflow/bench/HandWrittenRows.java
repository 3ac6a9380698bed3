package org.partnerflow.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.camunda.client.api.response.ActivatedJob;

import org.partnerflow.shared.Ids;

/**
 * Reads and writes what the product does at each step of a deal, in the same transactions, by plain JDBC: what the product could cost
 * at the least. The rows go into copies of its tables, so that the product does not act on them.
 */
final class HandWrittenRows implements ZeebeStory.Steps {
    private static final int CONNECTIONS = 25;
    private static final int FORGOTTEN_AT_ONCE = 64;
    private static final String OPTIONS = "&useServerPrepStmts=true&cachePrepStmts=true&prepStmtCacheSize=250"
            + "&prepStmtCacheSqlLimit=4096&useLocalSessionState=true&elideSetAutoCommits=true&cacheServerConfiguration=true";
    private static final List<String> TABLES = List.of(
            "deal",
            "deal_contact",
            "stage_visit",
            "audit_entry",
            "outbox_message",
            "inbox_job",
            "process_binding",
            "search_entry",
            "search_term");
    private static final String PROCESS = "by-hand-deal";
    private static final String DEAL = """
            select d.*, v.* from hand_deal d left join hand_stage_visit v on v.id = d.visit_id where d.id = ?""";

    private final BlockingQueue<Connection> connections = new LinkedBlockingQueue<>();
    private final Map<UUID, UUID> visits = new ConcurrentHashMap<>();
    private final Queue<UUID> sent = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService forgetting = Executors.newSingleThreadScheduledExecutor();
    private final byte[] organisation;
    private final byte[] owner;
    private final byte[] workflow;
    private final byte[] version;

    private interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    /** @param settings that lead to the product's database, in which there is a deal already: its organisation is used */
    HandWrittenRows(Map<String, String> settings) throws SQLException {
        for (int i = 0; i < CONNECTIONS; i++) {
            var connection = DriverManager.getConnection(
                    settings.get("quarkus.datasource.jdbc.url") + OPTIONS,
                    settings.get("quarkus.datasource.username"),
                    settings.get("quarkus.datasource.password"));
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            connection.setAutoCommit(false);
            connections.add(connection);
        }
        try (var statement = connections.element().createStatement()) {
            for (var table : TABLES) {
                statement.execute("create table hand_%1$s like %1$s".formatted(table));
            }
            var deal = statement.executeQuery(
                    "select organisation_id, owner_user_id, workflow_id, workflow_version_id from deal limit 1");
            deal.next();
            organisation = deal.getBytes(1);
            owner = deal.getBytes(2);
            workflow = deal.getBytes(3);
            version = deal.getBytes(4);
        }
        forgetting.scheduleWithFixedDelay(this::forgetSent, 20, 20, TimeUnit.MILLISECONDS);
    }

    @Override
    public void create(UUID deal) {
        sent.add(inTransaction(connection -> {
            query(
                    connection,
                    "select * from deal_workflow where organisation_id = ? and default_for is not null",
                    organisation);
            query(connection, "select * from app_user where id = ?", owner);
            update(connection, """
                    insert into hand_deal (id, organisation_id, workflow_id, workflow_version_id, name, state, board_column,
                        column_since, waiting, owner_user_id, edition, version, created_at, updated_at)
                    values (?, ?, ?, ?, ?, 'OPEN', 'Stage_Qualification', ?, false, ?, 0, 0, ?, ?)""", deal, organisation, workflow, version, "Bench " + deal, now(), owner, now(), now());
            update(connection, """
                    insert into hand_deal_contact (id, organisation_id, deal_id, first_name, last_name, email, phone, version,
                        created_at, updated_at)
                    values (?, ?, ?, 'Ada', 'Byron', 'ada@example.org', '+44 20 7946 0000', 0, ?, ?)""", Ids.next(), organisation, deal, now(), now());
            putIntoSearch(connection, deal);
            update(connection, """
                    insert ignore into hand_process_binding (record_id, process_id, organisation_id, start_id, called)
                    values (?, ?, ?, ?, false)""", deal, PROCESS, organisation, Ids.next());
            audit(connection, "deal.created", deal);
            return append(connection, "process", deal);
        }));
    }

    @Override
    public void arrive(UUID deal, ActivatedJob job) {
        var visit = Ids.next();
        inTransaction(connection -> {
            enter(connection, deal, job);
            query(connection, DEAL + " for update", deal);
            update(
                    connection,
                    """
                    insert into hand_stage_visit (id, organisation_id, deal_id, workflow_version_id, element_id, stage_name,
                        job_key, entered_at, version, created_at, updated_at)
                    values (?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?)""",
                    visit,
                    organisation,
                    deal,
                    version,
                    job.getElementId(),
                    job.getElementId(),
                    job.getKey(),
                    now(),
                    now(),
                    now());
            stand(connection, deal, visit, job.getElementId(), "OPEN");
            audit(connection, "deal.stage-entered", deal);
            return true;
        });
        visits.put(deal, visit);
    }

    @Override
    public void move(UUID deal, ActivatedJob job, String outcome) {
        sent.add(inTransaction(connection -> {
            query(connection, DEAL + " for update", deal);
            update(connection, """
                    update hand_stage_visit set left_at = ?, left_by_name = 'Bea Broker', left_by_user_id = ?, moved_to = 'Next',
                        outcome = ?, updated_at = ?, version = 1 where id = ? and version = 0""", now(), owner, outcome, now(), visits.remove(deal));
            stand(connection, deal, null, "Next", "OPEN");
            audit(connection, "deal.moved", deal);
            return append(connection, "process", deal);
        }));
    }

    @Override
    public void mail(UUID deal, ActivatedJob job) {
        sent.add(inTransaction(connection -> {
            enter(connection, deal, job);
            query(connection, DEAL, deal);
            query(connection, "select * from hand_deal_contact where deal_id = ? order by id", deal);
            query(connection, "select * from app_user where id = ?", owner);
            query(connection, "select * from organisation where id = ?", organisation);
            audit(connection, "deal.email-sent", deal);
            return append(connection, "mail", deal);
        }));
    }

    @Override
    public void end(UUID deal, ActivatedJob job) {
        inTransaction(connection -> {
            enter(connection, deal, job);
            query(connection, DEAL + " for update", deal);
            stand(connection, deal, null, "WON", "WON");
            audit(connection, "deal.won", deal);
            return true;
        });
    }

    private void enter(Connection connection, UUID deal, ActivatedJob job) throws SQLException {
        query(connection, "select * from hand_process_binding where record_id = ? and process_id = ?", deal, PROCESS);
        update(connection, """
                insert ignore into hand_inbox_job (job_key, organisation_id, record_id, job_type, failures, outcome, kept_open,
                    received_at)
                values (?, ?, ?, ?, 0, '{"outcome":"kept-open"}', true, utc_timestamp(6))""", job.getKey(), organisation, deal, job.getType());
    }

    private void stand(Connection connection, UUID deal, UUID visit, String column, String state) throws SQLException {
        update(connection, """
                update hand_deal set visit_id = ?, board_column = ?, column_since = ?, state = ?, updated_at = ?,
                    version = version + 1 where id = ?""", visit, column, now(), state, now(), deal);
    }

    private void putIntoSearch(Connection connection, UUID deal) throws SQLException {
        update(connection, "delete from hand_search_term where record_id in (?)", deal);
        update(
                connection,
                "replace into hand_search_entry (record_id, organisation_id, record_type, title, folded_title) values (?, ?, 'deal', ?, ?)",
                deal,
                organisation,
                "Bench " + deal,
                "bench " + deal);
        var terms = new ArrayList<Object>();
        for (int i = 0; i < 10; i++) {
            terms.addAll(List.of(organisation, "w:" + i + deal, deal));
        }
        update(
                connection,
                "insert into hand_search_term (organisation_id, term, record_id) values "
                        + String.join(", ", Collections.nCopies(10, "(?, ?, ?)")),
                terms.toArray());
    }

    private void audit(Connection connection, String action, UUID deal) throws SQLException {
        update(connection, """
                insert into hand_audit_entry (id, organisation_id, recorded_at, actor_kind, actor_name, action, record_type,
                    record_id, details)
                values (?, ?, ?, 'STAFF', 'Bea Broker', ?, 'deal', ?, '{"from":"Needs analysis","to":"Proposal"}')""", Ids.next(), organisation, now(), action, deal);
    }

    private UUID append(Connection connection, String channel, UUID deal) throws SQLException {
        var message = Ids.next();
        update(connection, """
                insert into hand_outbox_message (id, organisation_id, channel, record_id, payload, appended_at, due_at,
                    first_tried_at, attempts)
                values (?, ?, ?, ?, '{"command":"complete-job","jobKey":2251799813685249,"variables":{"outcome":"Qualified"}}',
                    utc_timestamp(6), date_add(utc_timestamp(6), interval 30 second), utc_timestamp(6), 0)""", message, organisation, channel, deal);
        return message;
    }

    private void forgetSent() {
        var messages = new ArrayList<Object>();
        for (var message = sent.poll(); message != null; message = sent.poll()) {
            messages.add(message);
            if (messages.size() == FORGOTTEN_AT_ONCE) {
                break;
            }
        }
        if (!messages.isEmpty()) {
            var places = String.join(", ", Collections.nCopies(messages.size(), "?"));
            inTransaction(connection -> update(
                    connection,
                    "delete from hand_outbox_message where id in (%s)".formatted(places),
                    messages.toArray()));
        }
    }

    private <T> T inTransaction(Work<T> work) {
        Connection connection = null;
        try {
            connection = connections.take();
            var result = work.in(connection);
            connection.commit();
            return result;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            if (connection != null) {
                connections.add(connection);
            }
        }
    }

    private static int update(Connection connection, String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            set(statement, values);
            return statement.executeUpdate();
        }
    }

    /** Reads all columns, as whoever needs the row does. */
    private static void query(Connection connection, String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            set(statement, values);
            var rows = statement.executeQuery();
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int i = 1; i <= columns; i++) {
                    rows.getObject(i);
                }
            }
        }
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i] instanceof UUID id ? Ids.toBytes(id) : values[i]);
        }
    }

    private static Timestamp now() {
        return Timestamp.from(Clock.systemUTC().instant());
    }

    @Override
    public void close() {
        forgetting.close();
        try {
            for (var connection : connections) {
                connection.close();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
