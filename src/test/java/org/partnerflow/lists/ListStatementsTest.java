package org.partnerflow.lists;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.Given.TestUser;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Walks the lists of the OpenAPI document as every role: none asks the database more often for many rows than for one. {@code
 * -Dlists.rows=500} prints the figures for so many rows beside those for 50.
 */
@QuarkusTest
@Tag("F10.9")
class ListStatementsTest {
    private static final Logger LOG = Logger.getLogger(ListStatementsTest.class);
    private static final int MANY = 50;
    private static final String NUMBERS = "clone_number";
    /** Parts that are read a hundred at a time are read more than once for 200. */
    private static final int MORE_BATCHES = 5;

    /** These go through the eligibility of partner users, which is asked for each of them: not mended yet. */
    private static final Set<String> ASK_FOR_EACH_PARTNER = Set.of(
            "/api/assignment-groups",
            "/api/leads",
            "/api/leads/{id}/candidates",
            "/api/partner-users/eligibility",
            "/api/queues",
            "/api/rule-sets/{ruleSet}/draft/csv",
            "/api/rule-sets/{ruleSet}/form");

    private static final Pattern ALIAS = Pattern.compile("(?:from|join) ([a-z_]+) ([a-z0-9_]+)");
    private static final Pattern COLUMN = Pattern.compile("\\b([a-z0-9_]+)\\.([a-z0-9_]+)\\b");

    @Inject
    DataSource database;

    @Test
    void askTheDatabaseAsOftenForManyRowsAsForOne() throws SQLException {
        var world = ListWorld.create();
        var few = count(world);
        Map<String, Integer> many;
        Map<String, Integer> most = Map.of();
        int rows = Integer.getInteger("lists.rows", 0);
        try {
            grow(world, 1, MANY - 1);
            many = count(world);
            if (rows > MANY) {
                grow(world, MANY, rows - 1);
                most = count(world);
            }
            print(few, many, most);
        } finally {
            shrink(world);
        }
        var grown = new ArrayList<String>();
        many.forEach((call, number) -> {
            if (number > few.get(call) + MORE_BATCHES && !ASK_FOR_EACH_PARTNER.contains(call.split(" as ")[0])) {
                grown.add("%s: %d, then %d".formatted(call, few.get(call), number));
            }
        });
        assertThat(grown).as("lists that ask for each of their rows").isEmpty();
    }

    /** What is shown, belongs to the one record that the list is a part of, is of two tables of rules, or is a job of a few lines. */
    private static final Set<String> SHOWN = Set.of(
            "/api/attention attention_item.delivery",
            "/api/audit-entries audit_entry.details",
            "/api/deals/{id}/activity audit_entry.details",
            "/api/imports partner_import.column_mapping",
            "/api/imports partner_import.header_cells",
            "/api/imports/{id}/lines partner_import.column_mapping",
            "/api/imports/{id}/lines partner_import.header_cells",
            "/api/imports/{id}/refused.csv partner_import.column_mapping",
            "/api/imports/{id}/refused.csv partner_import.header_cells",
            "/api/leads/{id}/decisions decision.ruling",
            "/api/partner-accounts/{id}/activity audit_entry.details",
            "/api/partner-users/{id}/activity audit_entry.details",
            "/api/requests/{id}/assignments decision.ruling",
            "/api/rule-sets rule_draft.document",
            "/api/rule-sets rule_version.document",
            "/api/rule-sets/{ruleSet}/decisions decision.ruling",
            "/api/rule-sets/{ruleSet}/draft/csv rule_draft.document",
            "/api/rule-sets/{ruleSet}/draft/csv rule_version.document",
            "/api/rule-sets/{ruleSet}/versions/{number}/csv rule_version.document");

    @Test
    void loadNoLongTextsThatTheyDoNotShow() throws SQLException {
        var world = ListWorld.create();
        var longTexts = longTexts();
        var found = new TreeSet<String>();
        try (var tap = new StatementTap()) {
            for (var reader : world.readers()) {
                for (var call : new ListCalls(world).largest()) {
                    for (var statement : tap.during(() -> reader.api().get(call.address()))) {
                        var tables = ALIAS.matcher(statement.sql())
                                .results()
                                .collect(Collectors.toMap(
                                        alias -> alias.group(2), alias -> alias.group(1), (one, other) -> one));
                        COLUMN.matcher(statement.sql().split(" from ", 2)[0])
                                .results()
                                .map(column -> tables.get(column.group(1)) + "." + column.group(2))
                                .filter(longTexts::contains)
                                .forEach(column -> found.add(call.operation() + " " + column));
                    }
                }
            }
        }
        assertThat(found).as("lists that load a long text").isSubsetOf(SHOWN);
    }

    private Set<String> longTexts() throws SQLException {
        var columns = new TreeSet<String>();
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select concat(table_name, '.', column_name) from information_schema.columns where"
                                + " table_schema = database() and data_type in ('longtext', 'longblob', 'mediumblob')")) {
            while (row.next()) {
                columns.add(row.getString(1));
            }
        }
        return columns;
    }

    private Map<String, Integer> count(ListWorld world) {
        var counts = new TreeMap<String, Integer>();
        try (var tap = new StatementTap()) {
            for (var reader : world.readers()) {
                for (var call : new ListCalls(world).largest()) {
                    int number = Stream.generate(() -> statements(tap, reader, call))
                            .limit(2)
                            .min(Integer::compare)
                            .orElseThrow();
                    if (number >= 0) {
                        counts.put(call.operation() + " as " + reader.roles(), number);
                    }
                }
            }
        }
        return counts;
    }

    /** -1 for who may not see the list. */
    private static int statements(StatementTap tap, TestUser reader, ListCalls.ListCall call) {
        var status = new int[1];
        var asked =
                tap.during(() -> status[0] = reader.api().get(call.address()).statusCode());
        if (status[0] == 403 || status[0] == 404) {
            return -1;
        }
        assertThat(status[0]).as("%s as %s", call.address(), reader.roles()).isEqualTo(200);
        return asked.size();
    }

    private void grow(ListWorld world, int first, int last) throws SQLException {
        try (var connection = database.getConnection()) {
            var clones = new Clones(connection, world.organisation().id());
            execute(connection, "drop table if exists " + NUMBERS);
            clones.number(NUMBERS, 2 * last);
            execute(connection, "set foreign_key_checks = 0");
            var kept = kept(world);
            var copy = new Clones.Copy("", NUMBERS, false);
            for (var table : clones.tables()) {
                clones.add(table, copy, 2 * first - 1, 2 * last, kept, "s.n %% 2 = 0".formatted());
            }
            execute(connection, "set foreign_key_checks = 1");
            execute(connection, "drop table " + NUMBERS);
        }
    }

    private void shrink(ListWorld world) throws SQLException {
        try (var connection = database.getConnection()) {
            new Clones(connection, world.organisation().id()).remove();
        }
    }

    /** What the addresses of lists name, and the readers. */
    static Set<UUID> kept(ListWorld world) {
        var kept = new HashSet<UUID>();
        world.readers().forEach(reader -> kept.add(reader.id()));
        world.ids().values().forEach(id -> {
            if (id.toString().length() == 36) {
                kept.add(UUID.fromString(id.toString()));
            }
        });
        return kept;
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void print(Map<String, Integer> few, Map<String, Integer> many, Map<String, Integer> most) {
        var lists = few.keySet().stream()
                .map(call -> call.split(" as ")[0])
                .collect(Collectors.toCollection(java.util.TreeSet::new));
        var lines = new ArrayList<String>(
                List.of("Statements by rows: 1, %d, %s".formatted(MANY, most.isEmpty() ? "-" : "the most")));
        for (var list : lists) {
            lines.add("%-60s %4d %4d %4s"
                    .formatted(
                            list, largest(few, list), largest(many, list), most.isEmpty() ? "" : largest(most, list)));
        }
        LOG.info(String.join("\n", lines));
    }

    private static int largest(Map<String, Integer> counts, String list) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(list + " as "))
                .mapToInt(Map.Entry::getValue)
                .max()
                .orElse(0);
    }
}
