package org.partnerflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code -Dschema.update=true} writes the expected schema anew, after a migration was added. */
@QuarkusTest
class SchemaTest {
    /** MariaDB names the display width of integers, MySQL does not. */
    private static final Pattern DISPLAY_WIDTH = Pattern.compile("\\b((?:small|big)?int)\\([0-9]+\\)");

    private static final Path EXPECTED = Path.of("src/test/resources/schema.txt");

    private static final String COLUMNS = """
            select concat(table_name, '.', column_name, ' ', column_type,
                if(is_nullable = 'YES', ' null', ''), coalesce(concat(' ', collation_name), ''))
            from information_schema.columns where table_schema = database()
                and table_name <> 'flyway_schema_history'""";

    private static final String KEYS = """
            select concat(table_name, ' ', if(non_unique = 0, 'unique ', ''), index_name, ' (',
                group_concat(column_name order by seq_in_index separator ', '), ')')
            from information_schema.statistics where table_schema = database()
                and table_name <> 'flyway_schema_history'
            group by table_name, index_name, non_unique""";

    @Inject
    DataSource database;

    @Test
    @DisplayName("18: the migrations make the same schema on MySQL and on MariaDB")
    @Tag("X8")
    void isTheSameOnBothDatabases() throws SQLException, IOException {
        var schema = new ArrayList<String>();
        try (var connection = database.getConnection()) {
            schema.addAll(lines(connection, COLUMNS));
            schema.addAll(lines(connection, KEYS));
        }
        schema.replaceAll(line -> DISPLAY_WIDTH.matcher(line).replaceAll("$1"));
        if (Boolean.getBoolean("schema.update")) {
            Files.write(EXPECTED, schema);
        }

        assertThat(schema).containsExactlyElementsOf(Files.readAllLines(EXPECTED));
    }

    private static List<String> lines(Connection connection, String sql) throws SQLException {
        var lines = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            while (row.next()) {
                lines.add(row.getString(1));
            }
        }
        lines.sort(null);
        return lines;
    }
}
