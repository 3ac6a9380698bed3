package org.partnerflow.shared.retention;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.partnerflow.Given;
import org.partnerflow.shared.Ids;
import org.partnerflow.shared.Role;
import org.partnerflow.shared.Sql;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@Tag("F10.10")
class RetentionTest {
    private static final Path KEPT = Path.of("src/test/resources/kept.txt");

    @Inject
    Retention retention;

    @Inject
    @All
    List<Expiring> all;

    @Inject
    Sql sql;

    @Inject
    DataSource database;

    @Test
    void deletesSessionsThatHaveEndedAndKeepsTheOthers() {
        var gone = Given.organisation().newUser(Role.BROKER);
        var stays = Given.organisation().newUser(Role.BROKER);
        gone.logIn();
        stays.logIn();
        QuarkusTransaction.requiringNew()
                .run(() -> sql.update(
                        "update user_session set expires_at = date_sub(utc_timestamp(), interval 2 day) where user_id = ?",
                        gone.id()));

        retention.cleanUp();

        assertThat(sessions(gone)).isZero();
        assertThat(sessions(stays)).isEqualTo(1);
    }

    /** Of a table that is not deleted at night, a line of kept.txt says why it does not grow without end. */
    @Test
    void ofEveryTableItIsDecidedHowLongItsRowsAreKept() throws IOException {
        var expiring = new TreeSet<String>();
        for (var each : all) {
            assertThat(each.kept()).as(each.table()).isPositive();
            expiring.add(each.table());
            each.parts().forEach(part -> expiring.add(part.table()));
        }
        var kept = firstWords(KEPT);
        assertThat(kept).doesNotContainAnyElementsOf(expiring);
        var decided = new TreeSet<>(kept);
        decided.addAll(expiring);
        assertThat(decided)
                .as("Say in %s why the rows of a table are kept, or have them deleted by an Expiring", KEPT)
                .containsExactlyElementsOf(firstWords(Path.of("src/test/resources/schema.txt")));
    }

    private static TreeSet<String> firstWords(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> line.split("[. ]", 2)[0])
                .filter(word -> !word.isBlank())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @CsvSource({
        "UPLOADED, 31, false",
        "UPLOADED, 29, true",
        "CHECKED, 31, false",
        "DONE, 31, true",
        "DONE, 366, false",
        "IMPORTING, 366, true"
    })
    void forgetsImportsWithTheirFilesAndLines(String state, int days, boolean stays) {
        var organisation = Given.organisation();
        var user = organisation.user(Role.BROKER);
        var id = given().cookie("partnerflow_session", user.session())
                .multiPart("file", "a.csv", "Name\nOne\nTwo\n".getBytes(StandardCharsets.UTF_8))
                .post("/api/imports")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getUUID("id");
        // nobody works on it, not even the runner
        QuarkusTransaction.requiringNew().run(() -> sql.update("""
                        update partner_import set state = ?, updated_at = date_sub(utc_timestamp(), interval ? day),
                            lease_until = date_add(utc_timestamp(), interval 1 hour) where id = ?""", state, days, id));

        retention.cleanUp();

        for (var table : List.of("partner_import_file", "partner_import_line")) {
            assertThat(sql.query("select 1 from " + table + " where import_id = ?", row -> true, id))
                    .as(table)
                    .hasSize(!stays ? 0 : table.endsWith("file") ? 1 : 2);
        }
        assertThat(sql.query("select 1 from partner_import where id = ?", row -> true, id))
                .hasSize(stays ? 1 : 0);
    }

    @Test
    void forgetsComparisonsWithTheEngineAndWhatTheyMended() {
        var run = Ids.next();
        var organisation = Given.organisation().id();
        QuarkusTransaction.requiringNew().run(() -> {
            sql.update("""
                    insert into reconciliation_run (id, cause, started_at, beat_at, ended_at, engine_replaced)
                    values (?, 'NIGHT', utc_timestamp(), utc_timestamp(), date_sub(utc_timestamp(), interval 181 day), false)""", run);
            sql.update("""
                    insert into reconciliation_item (id, run_id, organisation_id, outcome, process_id, detail)
                    values (?, ?, ?, 'LEFT', 'deal', 'Left')""", Ids.next(), run, organisation);
        });

        retention.cleanUp();

        assertThat(sql.query("select 1 from reconciliation_item where run_id = ?", row -> true, run))
                .isEmpty();
        assertThat(sql.query("select 1 from reconciliation_run where id = ?", row -> true, run))
                .isEmpty();
    }

    @Test
    void forgetsWhatWasPutAsideLongAgo() {
        assertThat(all)
                .filteredOn(expiring -> expiring.table().equals("attention_item"))
                .singleElement()
                .satisfies(expiring -> assertThat(expiring.condition()).contains("PUT_ASIDE"));
    }

    @Test
    void findsWhatIsToBeDeletedByAnIndex() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            for (var expiring : all) {
                var condition = expiring.condition().replace("?", "'1980-01-01 00:00:00'");
                try (var row = statement.executeQuery("explain format=traditional select 1 from %s where %s"
                        .formatted(expiring.table(), condition))) {
                    row.next();
                    assertThat(row.getString("possible_keys"))
                            .as(expiring.table())
                            .isNotNull();
                }
            }
        }
    }

    private long sessions(Given.TestUser user) {
        return sql.query("select count(*) from user_session where user_id = ?", row -> row.getLong(1), (Object)
                        Ids.toBytes(user.id()))
                .getFirst();
    }
}
