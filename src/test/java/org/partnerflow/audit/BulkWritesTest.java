package org.partnerflow.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.shared.record.RecordType;

import static org.assertj.core.api.Assertions.assertThat;

/** {@link RecordChanges} sees what Hibernate writes; whatever is changed past it has been thought about. */
@Tag("without-database")
class BulkWritesTest {
    private static final Pattern STATEMENT =
            Pattern.compile("\"\\s*(?:update|delete from|delete)\\s+([A-Za-z_]\\w*|%s)", Pattern.CASE_INSENSITIVE);

    /** A table that the statement is given: it may be any. */
    private static final String ANY = "%s";

    /** Of a repository: {@code update("name = ?1 where ...")}, {@code delete("where ...")}. */
    private static final Pattern OF_A_REPOSITORY =
            Pattern.compile("(?<![\\w.])(?:update|delete)\\(\\s*\"(?!\\s*(?:update|delete)\\s)");

    private static final Pattern REPOSITORY = Pattern.compile("implements PanacheRepositoryBase<(\\w+),");

    @Test
    @Tag("F6.2")
    void everyChangeOfARecordPastHibernateIsDecided() throws IOException {
        assertThat(found())
                .as(
                        "these statements change or delete records, and the audit trail does not see what was before: load the"
                                + " records and change them, or say in bulk-writes.txt what tells of it")
                .containsExactlyInAnyOrderElementsOf(decided());
    }

    @Test
    @Tag("F6.2")
    void aStatementIsSeenHoweverItIsWritten() {
        assertThat(written("sql.update(\"update sales_lead set x = 1\")", Map.of()))
                .containsExactly("sales_lead");
        assertThat(written("createQuery(\"\"\"\n   delete from DealShare where", Map.of("DealShare", "deal_share")))
                .containsExactly("deal_share");
        assertThat(written(
                        "class Deals implements PanacheRepositoryBase<Deal, UUID> { void x() { update(\"name = ?1\"); } }",
                        Map.of("Deal", "deal")))
                .containsExactly("deal");
        assertThat(written("\"delete from %s where\".formatted(table)", Map.of()))
                .containsExactly(ANY);
        assertThat(written("sql.update(\"delete from inbox_job\")", Map.of())).isEmpty();
    }

    private static List<String> decided() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/bulk-writes.txt")).stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> line.split("\\s*\\|\\s*", 3))
                .peek(parts -> assertThat(parts[2]).isNotBlank())
                .map(parts -> parts[0] + " in " + parts[1])
                .toList();
    }

    private static Set<String> found() throws IOException {
        var tables = tables();
        var found = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java/org/partnerflow"))) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                var type = file.getFileName().toString().replace(".java", "");
                written(Files.readString(file), tables).forEach(table -> found.add(table + " in " + type));
            }
        }
        return found;
    }

    /** The tables of records that the audit trail tells of, and that a source writes past Hibernate. */
    private static List<String> written(String source, Map<String, String> tables) {
        var found = new ArrayList<String>();
        var plain = source.replace("\"\"\"", "\"");
        STATEMENT.matcher(plain).results().forEach(match -> found.add(match.group(1)));
        var repository = REPOSITORY.matcher(plain);
        if (repository.find() && OF_A_REPOSITORY.matcher(plain).find()) {
            found.add(repository.group(1));
        }
        return found.stream()
                .map(name -> tables.getOrDefault(name, name))
                .filter(table -> table.equals(ANY) || RecordType.ofTable(table).isPresent())
                .toList();
    }

    /** Of the records by the names of their classes. */
    private static Map<String, String> tables() {
        var tables = new HashMap<String, String>();
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.partnerflow").stream()
                        .filter(type -> type.isAnnotatedWith(Entity.class))
                        .forEach(type -> tables.put(
                                type.getSimpleName(),
                                type.getAnnotationOfType(Table.class).name()));
        return tables;
    }
}
