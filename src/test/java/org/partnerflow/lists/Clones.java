package org.partnerflow.lists;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Makes many of all records of an organisation, each of which refers to what was made with it; some go on referring to records of the
 * original, such as a deal, which has many notes then.
 */
final class Clones {
    /** One of an organisation or of the product, known to the engine, or not to be done again. */
    private static final Set<String> SINGLE = Set.of(
            "organisation",
            "organisation_settings",
            "portal_settings",
            "request_number",
            "creation_lock",
            "search_version",
            "rule_draft",
            "exchange_rate",
            "outbox_message",
            "inbox_job",
            "engine_instance",
            "engine_incident",
            "stray_job");

    /** What belongs to an organisation without naming it. */
    private static final Map<String, String> PARTS = Map.of(
            "app_user", "id in (select user_id from %smembership where organisation_id = ?)",
            "membership_role", "membership_id in (select id from %smembership where organisation_id = ?)",
            "lead_queue_member", "queue_id in (select id from %slead_queue where organisation_id = ?)",
            "escalation_layer_member", "layer_id in (select id from %sescalation_layer where organisation_id = ?)",
            "partner_user_allocation", "partner_user_id in (select id from %spartner_user where organisation_id = ?)",
            "partner_notification", "partner_user_id in (select id from %spartner_user where organisation_id = ?)",
            "partner_import_line", "import_id in (select id from %spartner_import where organisation_id = ?)");

    /** Places in a list have no gaps. */
    private static final String PLACE = "list_position";

    /** The ids of clones are greater than those of all others, which begin with the time. */
    private static final int FIRST = 0xE00000;

    private static final String COLUMNS = """
        select c.table_name, c.column_name, c.data_type, c.is_nullable, coalesce(c.character_maximum_length, 0)
        from information_schema.columns c
            join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
        where c.table_schema = database() and t.table_type = 'BASE TABLE' and coalesce(c.generation_expression, '') = ''
        order by c.table_name, c.ordinal_position""";

    private static final String KEYS = """
        select table_name, index_name, column_name from information_schema.statistics
        where table_schema = database() and non_unique = 0 order by table_name, index_name, seq_in_index""";

    private static final String REFERENCES = """
        select table_name, column_name, referenced_table_name from information_schema.key_column_usage
        where table_schema = database() and referenced_table_name is not null""";

    private final Connection connection;
    private final UUID organisation;
    private final Map<String, List<Column>> tables = new LinkedHashMap<>();
    private final Map<String, List<List<String>>> keys = new LinkedHashMap<>();
    private final Map<String, String> references = new LinkedHashMap<>();

    private record Column(String name, String type, boolean nullable, long length) {}

    /** @param numbers the table with the numbers of the clones */
    record Copy(String schema, String numbers, boolean varied) {}

    Clones(Connection connection, UUID organisation) throws SQLException {
        this.connection = connection;
        this.organisation = organisation;
        rows(COLUMNS, row -> tables.computeIfAbsent(row.getString(1), none -> new ArrayList<>())
                .add(new Column(
                        row.getString(2), row.getString(3), row.getString(4).equals("YES"), row.getLong(5))));
        var found = new LinkedHashMap<List<String>, List<String>>();
        rows(KEYS, row -> found.computeIfAbsent(List.of(row.getString(1), row.getString(2)), none -> new ArrayList<>())
                .add(row.getString(3)));
        found.forEach((index, columns) -> keys.computeIfAbsent(index.getFirst(), none -> new ArrayList<>())
                .add(columns));
        rows(REFERENCES, row -> references.put(row.getString(1) + "." + row.getString(2), row.getString(3)));
    }

    /** The tables that hold records of organisations, more than one of each. */
    List<String> tables() {
        return tables.keySet().stream()
                .filter(table ->
                        !SINGLE.contains(table) && keys.get(table).stream().anyMatch(key -> hasIdOfItsOwn(table, key)))
                .filter(table -> PARTS.containsKey(table)
                        || tables.get(table).stream()
                                .anyMatch(column -> column.name().equals("organisation_id")))
                .toList();
    }

    boolean isTable(String name) {
        return tables.containsKey(name);
    }

    int count(String table) throws SQLException {
        var counted = new int[1];
        rows(
                "select count(*) from %s where %s"
                        .formatted(table, condition("", table).replace("?", hex(organisation))),
                row -> counted[0] = row.getInt(1));
        return counted[0];
    }

    /** A table of the numbers 1 to {@code most}, with what begins the ids of each clone. */
    void number(String name, int most) throws SQLException {
        var digits = "(select 0 d union all select 1 union all select 2 union all select 3 union all select 4"
                + " union all select 5 union all select 6 union all select 7 union all select 8 union all select 9)";
        execute("create table %s (n int primary key, head binary(3) not null)".formatted(name));
        execute(("insert into %s select n, unhex(hex(%d + n)) from (select 1 + a.d + 10 * b.d + 100 * c.d + 1000 * e.d"
                        + " + 10000 * f.d as n from %s a, %s b, %s c, %s e, %s f) numbers where n <= %d")
                .formatted(name, FIRST, digits, digits, digits, digits, digits, most));
    }

    /**
     * @param first the first number
     * @param kept ids that are referred to as they are by the clones that {@code which} says
     */
    void add(String table, Copy copy, int first, int last, Set<UUID> kept, String which) throws SQLException {
        var columns = tables.get(table);
        var names = columns.stream().map(column -> "`" + column.name() + "`").collect(Collectors.joining(", "));
        var values = columns.stream()
                .map(column -> value(table, column, copy.varied(), kept, which))
                .collect(Collectors.joining(", "));
        execute(("insert ignore into %s%s (%s) select %s from %s s, %s t where s.n between %d and %d and t.%s"
                        + " and t.%s < unhex('E0000000000000000000000000000000')")
                .formatted(
                        copy.schema(),
                        table,
                        names,
                        values,
                        copy.numbers(),
                        table,
                        first,
                        last,
                        condition("", table).replace("?", hex(organisation)),
                        idOf(table)));
    }

    /** Removes all clones of all organisations. */
    void remove() throws SQLException {
        execute("set foreign_key_checks = 0");
        for (var table : tables()) {
            var id = idOf(table);
            execute(
                    "delete from %s where %s >= unhex('E0000000000000000000000000000000') and %s < unhex('E2000000000000000000000000000000')"
                            .formatted(table, id, id));
        }
        execute("set foreign_key_checks = 1");
    }

    /** The column that tells clones from others. */
    private String idOf(String table) {
        return keys.get(table).stream()
                .flatMap(List::stream)
                .filter(column -> isId(table, column) && !column.equals("organisation_id"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Which clones are in " + table + "?"));
    }

    private boolean isId(String table, String column) {
        return tables.get(table).stream()
                .anyMatch(
                        known -> known.name().equals(column) && known.type().equals("binary") && known.length() == 16);
    }

    private String value(String table, Column column, boolean varied, Set<UUID> kept, String which) {
        var original = "t.`" + column.name() + "`";
        if (column.type().equals("binary") && column.length() == 16) {
            return id(table, column, original, kept, which);
        }
        var unique = keys.get(table).stream()
                .filter(key -> key.getLast().equals(column.name()))
                .filter(key -> !column.name().equals(PLACE))
                .toList();
        if (!unique.isEmpty()) {
            switch (column.type()) {
                case "binary", "varbinary" -> {
                    return "unhex(sha2(concat(hex(%s), s.n), 256))".formatted(original);
                }
                case "int", "bigint" -> {
                    return original + " + s.n * 1000";
                }
                default -> {
                    if (unique.stream().anyMatch(key -> !hasIdOfItsOwn(table, key))) {
                        return "left(concat(s.n, %s), %d)".formatted(original, column.length());
                    }
                }
            }
        }
        return varied ? varied(column, original) : original;
    }

    private boolean hasIdOfItsOwn(String table, List<String> key) {
        return key.stream().anyMatch(column -> isId(table, column) && !column.equals("organisation_id"));
    }

    private String id(String table, Column column, String original, Set<UUID> kept, String which) {
        var referenced = references.get(table + "." + column.name());
        if (column.name().equals("organisation_id") || referenced != null && SINGLE.contains(referenced)) {
            return original;
        }
        boolean alone = keys.get(table).contains(List.of(column.name()));
        if (alone && column.nullable()) {
            return "null";
        }
        var clone = "concat(s.head, substr(%s, 4))".formatted(original);
        var ids = new HashSet<>(kept);
        return ids.isEmpty() || alone
                ? clone
                : "if(%s and %s in (%s), %s, %s)"
                        .formatted(
                                which,
                                original,
                                ids.stream().map(Clones::hex).collect(Collectors.joining(", ")),
                                original,
                                clone);
    }

    /** As if they had been made one after the other, and were called differently. */
    private static String varied(Column column, String original) {
        return switch (column.type()) {
            case "datetime" -> "date_sub(%s, interval s.n second)".formatted(original);
            case "longtext", "text", "longblob", "mediumblob", "mediumtext" -> "left(%s, 20)".formatted(original);
            case "varchar" ->
                Set.of("name", "title", "folded_title", "last_name", "company", "email")
                                .contains(column.name())
                        ? "left(concat(char(65 + s.n %% 26), s.n, %s), %d)".formatted(original, column.length())
                        : original;
            default -> original;
        };
    }

    private static String condition(String schema, String table) {
        return PARTS.containsKey(table) ? PARTS.get(table).formatted(schema) : "organisation_id = ?";
    }

    private static String hex(UUID id) {
        return "unhex('" + id.toString().replace("-", "") + "')";
    }

    private interface Reader {
        void read(ResultSet row) throws SQLException;
    }

    private void rows(String sql, Reader reader) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            while (row.next()) {
                reader.read(row);
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
