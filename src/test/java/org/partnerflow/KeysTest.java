package org.partnerflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.partnerflow.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

/**
 * Every text in a key is of a kind that keys.txt names: {@code machine}, compared byte by byte; {@code name}, the form that
 * {@link org.partnerflow.shared.NormalForm#key} makes of a name; {@code list}, what people read in a list that is sorted by it.
 */
@QuarkusTest
class KeysTest {
    private static final Path KINDS = Path.of("src/test/resources/keys.txt");

    @Inject
    DataSource database;

    private record Key(String column, boolean unique, String collation) {}

    @Test
    @Tag("F2.1")
    void everyTextInAKeyIsOfAKindThatWasDecided() throws IOException, SQLException {
        var kinds = Files.readAllLines(KINDS).stream()
                .map(line -> line.split(" "))
                .collect(Collectors.toMap(words -> words[0], words -> words[1]));
        var keys = keys();
        assertThat(keys.stream().map(Key::column).collect(Collectors.toSet()))
                .as("Name the kind of each of these columns in %s: machine, name or list", KINDS)
                .isEqualTo(kinds.keySet());
        for (var key : keys) {
            var kind = kinds.get(key.column());
            assertThat(kind).as(key.column()).isIn("machine", "name", "list");
            if (kind.equals("list")) {
                assertThat(key.unique())
                        .as("%s sorts a list, so it cannot make a record unique".formatted(key.column()))
                        .isFalse();
            } else {
                assertThat(key.collation()).as(key.column()).isEqualTo("utf8mb4_bin");
                assertThat(key.column().endsWith("_key"))
                        .as("%s is a form made of a name".formatted(key.column()))
                        .isEqualTo(kind.equals("name"));
            }
        }
    }

    @Test
    @Tag("F2.1")
    void addressesAreComparedByteByByte() throws SQLException {
        var others = new ArrayList<String>();
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        select concat(table_name, '.', column_name) from information_schema.columns
                        where table_schema = database() and collation_name <> 'utf8mb4_bin'
                          and (column_name like '%email' or column_name like '%token%' or column_name like '%external_id')""")) {
            while (row.next()) {
                others.add(row.getString(1));
            }
        }
        assertThat(others).isEmpty();
    }

    @Test
    @Tag("F2.1")
    void externalIdsThatDifferInCapitalsAreTwoLeads() {
        var organisation = Given.organisation();
        String first = lead(organisation, "Acme", "00Q5e00000AbCdE");
        organisation
                .as(Role.BROKER)
                .body(aLead("Borealis", "00Q5e00000aBcDe"))
                .post("/api/leads")
                .then()
                .statusCode(201)
                .body("id", not(first))
                .body("company", is("Borealis"));
        organisation
                .as(Role.BROKER)
                .body(aLead("Acme", "00Q5e00000AbCdE"))
                .post("/api/leads")
                .then()
                .statusCode(200)
                .body("id", is(first));
        organisation
                .as(Role.BROKER)
                .body(aLead("Acme", "00Q5e00000AbCdE "))
                .post("/api/leads")
                .then()
                .statusCode(400);
    }

    @ParameterizedTest
    @CsvSource({
        "🍣,🍺,201",
        "👍🏻,👍🏿,201",
        "👩‍💻,👩‍🚒,201",
        "ハハ,パパ,201",
        "Café,Cafe,201",
        "Sales,SALES,409",
        "Sales,Ｓales,409",
        "Sales team,Sales\u00a0 team,409",
        "Sales,Sa\u200bles,409",
        "Straße,STRASSE,409"
    })
    @Tag("F2.2")
    void namesAreUniqueAsPeopleSeeThem(String first, String second, int answer) {
        var organisation = Given.organisation();
        for (var path :
                List.of("/api/queues", "/api/assignment-groups", "/api/org-units", "/api/teams", "/api/workflows")) {
            name(organisation, path, first, 201);
            name(organisation, path, second, answer);
        }
        picklistEntry(organisation, first, 201);
        picklistEntry(organisation, second, answer == 409 ? 400 : 201);
    }

    private static void name(Given.TestOrganisation organisation, String path, String name, int answer) {
        Map<String, Object> form =
                switch (path) {
                    case "/api/queues" -> Map.of("name", name, "members", List.of());
                    case "/api/assignment-groups" -> Map.of("name", name, "kind", "QUEUES", "members", List.of());
                    case "/api/teams" ->
                        Map.of(
                                "name",
                                name,
                                "leadUserId",
                                organisation.user(Role.TECHNICIAN).id());
                    default -> Map.of("name", name);
                };
        var role = path.equals("/api/workflows") ? Role.OPS_MANAGER : Role.ADMIN;
        organisation.as(role).body(form).post(path).then().statusCode(answer);
    }

    private static void picklistEntry(Given.TestOrganisation organisation, String label, int answer) {
        organisation
                .as(Role.ADMIN)
                .body(Map.of("label", label))
                .post("/api/picklists/ACCOUNT_TYPE/entries")
                .then()
                .statusCode(answer);
    }

    private List<Key> keys() throws SQLException {
        var keys = new ArrayList<Key>();
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        select concat(c.table_name, '.', c.column_name), min(s.non_unique), min(c.collation_name)
                        from information_schema.statistics s join information_schema.columns c
                            on c.table_schema = s.table_schema and c.table_name = s.table_name and c.column_name = s.column_name
                        where s.table_schema = database() and c.collation_name is not null
                            and c.table_name <> 'flyway_schema_history'
                        group by 1""")) {
            while (row.next()) {
                keys.add(new Key(row.getString(1), row.getInt(2) == 0, row.getString(3)));
            }
        }
        return keys;
    }

    private static String lead(Given.TestOrganisation organisation, String company, String externalId) {
        return organisation
                .as(Role.BROKER)
                .body(aLead(company, externalId))
                .post("/api/leads")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Map<String, Object> aLead(String company, String externalId) {
        var contact = Map.of(
                "firstName", "Ada", "lastName", "Hill", "email", "ada.hill@example.org", "phone", "+1 303 555 0100");
        return Map.of("company", company, "contact", contact, "externalId", externalId);
    }
}
