package org.partnerflow.lists;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.lists.StatementTap.Statement;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Explains what every list of the OpenAPI document asks of the database, as every role and with every filter, where the tables that
 * grow have 100,000 rows: none may read or sort a whole table, as its plan says and as it then does. {@code list-plans.txt} names those
 * that may, with the reason. The list is of the embedded database; MySQL plans some of them otherwise.
 */
@QuarkusTest
@Tag("without-database")
@Tag("F10.10")
class ListPlansTest {
    private static final Path ACCEPTED = Path.of("src/test/resources/list-plans.txt");
    private static final int ROWS = 100_000;
    /** Of what there is with the others, and of people. */
    private static final int MANY = 20_000;

    private static final int SETTINGS = 200;
    /** One of so many clones belongs to what the lists are narrowed to. */
    private static final int KEPT = 50;
    /** More than the rows of one owner, one deal, or one account. */
    private static final int TOO_MANY = 8_000;

    /** Of these there may be 100,000. */
    private static final Set<String> GROWING = Set.of(
            "attention_item",
            "audit_entry",
            "deal",
            "deal_notice",
            "decision",
            "partner_account",
            "partner_contact",
            "sales_lead",
            "search_entry",
            "search_term",
            "support_request");

    private static final Set<String> KEPT_BY_HAND = Set.of(
            "assignment_group",
            "assignment_group_member",
            "deal_workflow",
            "escalation_layer",
            "escalation_layer_member",
            "lead_queue",
            "lead_queue_member",
            "picklist_entry",
            "rule_version",
            "support_team",
            "workflow_version");

    private static final Pattern TABLE = Pattern.compile("(?:from|join) ([a-z_]+)\\b");

    @Inject
    DataSource database;

    /** A step of a plan, as both databases tell it. */
    private record Step(String table, String kind, String access, String key, long rows, String extra) {
        boolean isTooMuch(String sql) {
            boolean whole = "ALL".equals(access) || "index".equals(access) && !limited(sql);
            boolean sorted = extra.contains("Using filesort") || extra.contains("Using temporary");
            return rows > TOO_MANY && !table.startsWith("<") && (whole || sorted || !limited(sql));
        }

        private boolean limited(String sql) {
            return sql.contains(" limit ")
                    && Set.of("SIMPLE", "PRIMARY", "DEPENDENT SUBQUERY").contains(kind);
        }
    }

    @Test
    void readNoMoreThanTheyShow() throws SQLException, IOException {
        var world = ListWorld.create();
        var asked = statements(world);
        var found = new TreeMap<String, String>();
        try (var connection = database.getConnection()) {
            var home = connection.getCatalog();
            var big = home + "_lists";
            try {
                fill(connection, big, world, asked.keySet());
                connection.setCatalog(big);
                for (var entry : asked.entrySet()) {
                    for (var step : plan(connection, entry.getKey())) {
                        if (step.isTooMuch(entry.getKey().sql()) && read(connection, entry.getKey()) > TOO_MANY) {
                            found.merge(
                                    key(entry.getValue(), step),
                                    "%s\n    %s\n    %s"
                                            .formatted(
                                                    step,
                                                    entry.getKey().sql(),
                                                    entry.getKey().values()),
                                    (one, other) -> one);
                        }
                    }
                }
            } finally {
                connection.setCatalog(home);
                ListStatementsTest.execute(connection, "drop database if exists " + big);
            }
        }
        var accepted = accepted();
        assertThat(found.entrySet().stream()
                        .filter(entry -> accepted.stream()
                                .noneMatch(line -> entry.getKey().matches(line)))
                        .map(entry -> entry.getKey() + "\n    " + entry.getValue())
                        .toList())
                .as("lists that read a whole table")
                .isEmpty();
    }

    private static String key(String operation, Step step) {
        return operation + " " + step.table();
    }

    /** The operations and tables, as patterns. */
    private static List<String> accepted() throws IOException {
        return Files.readAllLines(ACCEPTED).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(": ", 2)[0])
                .toList();
    }

    /** Each different statement, with the first call that asked it. */
    private static Map<Statement, String> statements(ListWorld world) {
        var statements = new LinkedHashMap<String, Map.Entry<Statement, String>>();
        try (var tap = new StatementTap()) {
            for (var reader : world.readers()) {
                for (var call : new ListCalls(world).filtered()) {
                    var status = new int[1];
                    var asked = tap.during(
                            () -> status[0] = reader.api().get(call.address()).statusCode());
                    assertThat(status[0]).as(call.address()).isIn(200, 403, 404);
                    if (status[0] == 200) {
                        asked.forEach(statement ->
                                statements.putIfAbsent(statement.sql(), Map.entry(statement, call.operation())));
                    }
                }
            }
        }
        return statements.values().stream()
                .filter(entry -> entry.getKey().sql().startsWith("select"))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
    }

    private static void fill(Connection connection, String big, ListWorld world, Set<Statement> asked)
            throws SQLException {
        var home = connection.getCatalog();
        ListStatementsTest.execute(connection, "drop database if exists " + big);
        ListStatementsTest.execute(connection, "create database " + big);
        var clones = new Clones(connection, world.organisation().id());
        clones.number(big + ".number", ROWS);
        ListStatementsTest.execute(connection, "set unique_checks = 0");
        ListStatementsTest.execute(connection, "set foreign_key_checks = 0");
        var kept = ListStatementsTest.kept(world);
        var known = clones.tables();
        for (var table : tables(asked).stream().filter(clones::isTable).toList()) {
            ListStatementsTest.execute(connection, "create table %s.%s like %s.%s".formatted(big, table, home, table));
            if (known.contains(table)) {
                add(clones, table, big, kept);
            } else {
                ListStatementsTest.execute(
                        connection, "insert into %s.%s select * from %s limit 1000".formatted(big, table, table));
            }
            ListStatementsTest.execute(connection, "analyze table %s.%s".formatted(big, table));
        }
        ListStatementsTest.execute(connection, "set unique_checks = 1");
        ListStatementsTest.execute(connection, "set foreign_key_checks = 1");
    }

    private static void add(Clones clones, String table, String big, Set<UUID> kept) throws SQLException {
        int rows = KEPT_BY_HAND.contains(table) ? SETTINGS : GROWING.contains(table) ? ROWS : MANY;
        int templates = clones.count(table);
        if (templates == 0) {
            assertThat(GROWING).as("Give ListWorld something in %s", table).doesNotContain(table);
            return;
        }
        clones.add(
                table,
                new Clones.Copy(big + ".", big + ".number", true),
                1,
                rows / templates + 1,
                kept,
                "s.n %% %d = 0".formatted(KEPT));
    }

    private static Set<String> tables(Set<Statement> asked) {
        return asked.stream()
                .flatMap(statement -> TABLE.matcher(statement.sql()).results())
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(java.util.TreeSet::new));
    }

    /** How many rows the statement really reads, as plans estimate only. */
    private static long read(Connection connection, Statement statement) throws SQLException {
        long before = read(connection);
        try (var query = connection.prepareStatement(statement.sql())) {
            fill(query, statement.values());
            query.executeQuery().close();
        }
        return read(connection) - before;
    }

    private static long read(Connection connection) throws SQLException {
        long read = 0;
        try (var status = connection.createStatement();
                var row = status.executeQuery("show session status like 'Handler_read%'")) {
            while (row.next()) {
                read += row.getLong(2);
            }
        }
        return read;
    }

    private static void fill(PreparedStatement statement, List<Object> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
    }

    /** MariaDB adds how many of them a filter lets through. */
    private static long rows(String text) {
        return text == null ? 0 : Long.parseLong(text.split(" ")[0]);
    }

    private static List<Step> plan(Connection connection, Statement statement) throws SQLException {
        try (var explain = connection.prepareStatement("explain format=traditional " + statement.sql())) {
            fill(explain, statement.values());
            var steps = new ArrayList<Step>();
            try (var row = explain.executeQuery()) {
                while (row.next()) {
                    steps.add(new Step(
                            String.valueOf(row.getString("table")),
                            row.getString("select_type"),
                            String.valueOf(row.getString("type")),
                            String.valueOf(row.getString("key")),
                            rows(row.getString("rows")),
                            String.valueOf(row.getString("Extra"))));
                }
            }
            return steps;
        }
    }
}
