package org.partnerflow;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.partnerflow.Given.TestOrganisation;
import org.partnerflow.rules.table.Column;
import org.partnerflow.rules.table.Operator;
import org.partnerflow.rules.table.RuleSet;
import org.partnerflow.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

/** What goes out as a file comes in again as it was, wherever the product takes such files. */
@QuarkusTest
@Tag("F7.1")
class ExportsTest {
    private static final String IMPORTED = "by a test here, or SpreadsheetTest";
    private static final String NOT_IMPORTED = "nothing is made of such files";

    private static final Map<String, String> EXPORTS = new TreeMap<>(Map.of(
            "/api/imports/{id}/refused.csv", IMPORTED,
            "/api/partner-accounts/export", IMPORTED,
            "/api/partner-users/export", NOT_IMPORTED,
            "/api/rule-sets/{ruleSet}/draft/csv", IMPORTED,
            "/api/rule-sets/{ruleSet}/versions/{number}/csv", IMPORTED));

    /** Texts that spreadsheets take for something else. */
    private static final List<String> HARD = List.of(
            "=SUM(A1)",
            "'=protected",
            "+1",
            "-",
            "@here",
            "\"quoted\"",
            "a, b; c\td",
            "two\nlines",
            "1.000",
            "1,000.50",
            "007",
            "any of: EMEA",
            "is empty",
            "between: 1 and 2",
            "a | b\\c",
            "Zöe 東京 🍞");

    private final TestOrganisation organisation = Given.organisation();

    @Test
    void ofEachExportItIsKnownWhetherItComesInAgain() {
        Map<String, Map<String, Map<String, Object>>> paths = RestAssured.given()
                .accept("application/json")
                .get("/api/openapi")
                .jsonPath()
                .getMap("paths");
        assertThat(paths.entrySet().stream()
                        .filter(path -> path.getValue().containsKey("get"))
                        .filter(path -> String.valueOf(
                                        path.getValue().get("get").get("responses"))
                                .contains("text/csv"))
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrderElementsOf(EXPORTS.keySet());
    }

    @ParameterizedTest
    @EnumSource
    void tablesOfRulesAreReadAsTheyWere(RuleSet ruleSet) {
        var address = "/api/rule-sets/" + ruleSet.id() + "/draft";
        var rows = ruleSet.columns().stream()
                .flatMap(column -> cells(column).map(cell -> row(column, cell)))
                .toList();
        var body = new HashMap<String, Object>();
        body.put("version", null);
        body.put("document", Map.of("rows", rows, "cases", List.of()));
        admin().body(body).put(address).then().statusCode(200);
        var before = admin().get(address).jsonPath();
        assertThat(before.getList("document.rows")).hasSize(rows.size());

        var file =
                admin().get(address + "/csv").then().statusCode(200).extract().asByteArray();
        admin().config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig().encodeContentTypeAs("text/csv", ContentType.TEXT)))
                .contentType("text/csv")
                .queryParam("version", before.getInt("version"))
                .body(file)
                .put(address + "/csv")
                .then()
                .statusCode(200);
        assertThat(admin().get(address).jsonPath().getList("document.rows")).isEqualTo(before.getList("document.rows"));
    }

    @Test
    void refusedLinesAreReadAsTheyWere() {
        var lines = new StringBuilder("Name,Town,Status\r\n");
        HARD.forEach(text ->
                lines.append("\"%s\",\"%s\",No such status\r\n".formatted(name(text), text.replace("\"", "\"\""))));
        var first = upload(lines.toString().getBytes(StandardCharsets.UTF_8));
        var cells = cells(first);
        broker().body(Map.of("mapping", List.of("NAME", "TOWN", "STATUS")))
                .post("/api/imports/{id}/check", first)
                .then()
                .statusCode(202);
        await().untilAsserted(
                        () -> broker().get("/api/imports/{id}", first).then().body("state", is("CHECKED")));

        var refused = broker().get("/api/imports/{id}/refused.csv", first)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(cells(upload(refused)).stream()
                        .map(line -> line.subList(0, 3))
                        .toList())
                .isEqualTo(cells);
    }

    private static String name(String text) {
        return "Company " + text.replace("\"", "\"\"");
    }

    private List<List<String>> cells(String id) {
        return broker().get("/api/imports/{id}/lines?limit=200", id).jsonPath().getList("items.cells");
    }

    private String upload(byte[] file) {
        return broker().contentType(ContentType.MULTIPART)
                .multiPart("file", "file.csv", file)
                .post("/api/imports")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Stream<Map<String, Object>> cells(Column column) {
        return column.type().operators().stream()
                .flatMap(operator -> values(operator).<Map<String, Object>>map(values -> {
                    var cell = new HashMap<String, Object>();
                    cell.put("operator", operator.name());
                    cell.put("values", values);
                    return cell;
                }));
    }

    private static Stream<List<String>> values(Operator operator) {
        return switch (operator) {
            case ANY_OF, STARTS_WITH -> Stream.concat(HARD.stream().map(text -> List.of(text)), Stream.of(HARD));
            case BETWEEN -> Stream.of(List.of("100", "500"), List.of("1,000.50", "2,000.50"), List.of("-5", "-1"));
            case AT_LEAST, AT_MOST -> Stream.of(List.of("100"), List.of("1.000"), List.of("1,000.50"), List.of("-5"));
            case IS_EMPTY -> Stream.of(List.of());
        };
    }

    private static Map<String, Object> row(Column column, Map<String, Object> cell) {
        var row = new HashMap<String, Object>();
        row.put("id", Given.unique());
        row.put("on", cell.hashCode() % 2 == 0);
        row.put("conditions", Map.of(column.name(), cell));
        row.put("outcome", null);
        row.put("target", "=Target");
        row.put("comment", "-Comment\nof two lines");
        return row;
    }

    private io.restassured.specification.RequestSpecification admin() {
        return organisation.as(Role.ADMIN);
    }

    private io.restassured.specification.RequestSpecification broker() {
        return organisation.as(Role.BROKER);
    }
}
