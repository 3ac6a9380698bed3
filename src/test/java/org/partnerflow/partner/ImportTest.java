package org.partnerflow.partner;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.partnerflow.Given;
import org.partnerflow.Given.TestOrganisation;
import org.partnerflow.shared.Role;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.partnerflow.partner.AccountBody.anAccount;

@QuarkusTest
class ImportTest {
    private static final String COMPANIES = """
            Symbol,Security,GICS Sector,Headquarters Location,Date added
            AAA,Alpha Gears,Industrials,"Saint Paul, Minnesota",1957-03-04
            BBB,Beta Foods,Consumer Staples,"Milwaukee, Wisconsin",2017-07-26
            CCC,"Gamma, ""Delta"" & Sons",Health Care,Dublin,1957-03-04
            """;

    private final TestOrganisation organisation = Given.organisation();

    @Inject
    EntityManager entities;

    @Test
    void guessesTheMappingAndShowsTheFirstLines() {
        var imported = upload(COMPANIES);
        assertThat(imported.getList("header"))
                .containsExactly("Symbol", "Security", "GICS Sector", "Headquarters Location", "Date added");
        assertThat(imported.getList("mapping")).containsExactly(null, "NAME", "NOTES", "PLACE", null);
        assertThat(imported.getString("encoding")).isEqualTo("UTF-8");
        assertThat(imported.getInt("lines")).isEqualTo(3);
        organisation
                .as(Role.BROKER)
                .get("/api/imports/{id}/lines", imported.getString("id"))
                .then()
                .statusCode(200)
                .body("items.number", equalTo(List.of(2, 3, 4)))
                .body("items[2].cells[1]", equalTo("Gamma, \"Delta\" & Sons"));
    }

    @Test
    void importsInTheBackgroundAfterTheCheck() {
        var id = upload(COMPANIES).getString("id");
        var checked = check(id);
        assertThat(checked.getMap("counts")).containsEntry("GOOD", 3).containsEntry("REFUSED", 0);
        run(id, false, false);
        var done = await(id, "DONE");
        assertThat(done.getMap("counts")).containsEntry("CREATED", 3);
        organisation
                .as(Role.BROKER)
                .get("/api/partner-accounts")
                .then()
                .body("items.name", equalTo(List.of("Alpha Gears", "Beta Foods", "Gamma, \"Delta\" & Sons")))
                .body("items[0].town", equalTo("Saint Paul"))
                .body("items[0].state", equalTo("Minnesota"))
                .body("items[0].notes", equalTo("Industrials"))
                .body(
                        "items[0].owner.id",
                        equalTo(organisation.user(Role.BROKER).id().toString()))
                .body("items[2].town", equalTo("Dublin"));
        organisation
                .as(Role.BROKER)
                .queryParam("q", "gears")
                .get("/api/search")
                .then()
                .body("title", equalTo(List.of("Alpha Gears")));
    }

    @Test
    void keepsTheGoodLinesOnlyWhenAsked() {
        var id = upload("""
                Name,Web site,Employer partner,Status
                Good One,https://one.example,yes,Current Partner
                ,https://two.example,no,
                Bad Site,javascript:alert(1),no,
                Bad Flag,,perhaps,
                Bad Status,,,Unheard of
                Short line
                Good Two,,,
                """).getString("id");
        var counts = check(id).getMap("counts");
        assertThat(counts).containsEntry("GOOD", 3).containsEntry("REFUSED", 4);
        organisation
                .as(Role.BROKER)
                .body(Map.of("keepGood", false, "keepDuplicates", false))
                .post("/api/imports/{id}/run", id)
                .then()
                .statusCode(422)
                .body("detail", containsString("4 of the lines are refused"));
        organisation.as(Role.BROKER).get("/api/partner-accounts").then().body("items", hasSize(0));
        organisation
                .as(Role.BROKER)
                .queryParam("state", "REFUSED")
                .get("/api/imports/{id}/lines", id)
                .then()
                .body("items.number", equalTo(List.of(3, 4, 5, 6)))
                .body(
                        "items.reason",
                        hasItems(
                                startsWith("Name: expected"),
                                startsWith("Website: expected a web address"),
                                startsWith("Employer partner: expected yes or no"),
                                startsWith("Status: expected one of Current Partner")));
        run(id, true, false);
        await(id, "DONE");
        organisation
                .as(Role.BROKER)
                .get("/api/partner-accounts")
                .then()
                .body("items.name", equalTo(List.of("Good One", "Good Two", "Short line")));
    }

    @Test
    void flagsDuplicatesOfAccountsAndOfEarlierLines() {
        anAccount("Abbott Laboratories").in(organisation);
        var id = upload("""
                Name
                "Abbott Laboratories, Inc."
                New Company Ltd
                New Company Limited
                """).getString("id");
        assertThat(check(id).getMap("counts")).containsEntry("GOOD", 1).containsEntry("DUPLICATE", 2);
        organisation
                .as(Role.BROKER)
                .queryParam("state", "DUPLICATE")
                .get("/api/imports/{id}/lines", id)
                .then()
                .body("items[0].reason", equalTo("Same name with another legal form: “Abbott Laboratories” (97 %)"))
                .body("items[1].reason", equalTo("Same name as line 3"));
        run(id, false, false);
        assertThat(await(id, "DONE").getMap("counts"))
                .containsEntry("CREATED", 1)
                .containsEntry("DUPLICATE", 2);
    }

    @Test
    void importsDuplicatesWhenAsked() {
        anAccount("Abbott Laboratories").in(organisation);
        var id = upload("Name\nAbbott Laboratories\n").getString("id");
        check(id);
        run(id, false, true);
        assertThat(await(id, "DONE").getMap("counts"))
                .containsEntry("CREATED", 1)
                .containsEntry("DUPLICATE", 0);
    }

    @Test
    void understandsOtherDelimitersAndEncodings() {
        var text = "Firma;Name;Ort\r\nx;Käsehaus Düsseldorf;Köln\r\n";
        for (var encoding : List.of("UTF-8", "BOM", "UTF-16LE", "UTF-16BE")) {
            var bytes = encoding.equals("BOM")
                    ? ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8)
                    : encoding.equals("UTF-8")
                            ? text.getBytes(StandardCharsets.UTF_8)
                            : ("\uFEFF" + text).getBytes(Charset.forName(encoding));
            var imported = upload(bytes).statusCode(201).extract().jsonPath();
            assertThat(imported.getString("delimiter")).as(encoding).isEqualTo(";");
            assertThat(imported.getList("header")).containsExactly("Firma", "Name", "Ort");
        }
    }

    @Test
    void wrongEncodingIsRefusedWithTheLine() {
        upload("Name\nGood\nCaf\u00e9 \u0081 Noir\n".getBytes(StandardCharsets.ISO_8859_1))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].field", equalTo("file"))
                .body("violations[0].message", containsString("UTF-8, but line 3 is none"))
                .body("violations[0].message", containsString("CSV UTF-8"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   \n\n", "Name\n", "Name\n\n\n"})
    void emptyFileIsRefused(String text) {
        upload(text.getBytes(StandardCharsets.UTF_8))
                .statusCode(400)
                .body("violations[0].message", startsWith("Expected"));
    }

    @Test
    void fileThatIsNoTextIsRefused() {
        upload(new byte[] {'P', 'K', 3, 4, 0, 0})
                .statusCode(400)
                .body("violations[0].message", containsString("workbook"));
        upload(new byte[] {'a', 0, 'b', '\n', 'c'})
                .statusCode(400)
                .body("violations[0].message", containsString("bytes of 0"));
        upload("Name\n\"never closed\n".getBytes(StandardCharsets.UTF_8))
                .statusCode(400)
                .body("violations[0].message", containsString("quote"));
        upload("Name\n\"a\"b\n".getBytes(StandardCharsets.UTF_8))
                .statusCode(400)
                .body("violations[0].message", containsString("quote"));
        given().cookie("partnerflow_session", organisation.user(Role.BROKER).session())
                .multiPart("other", "x")
                .post("/api/imports")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("file"));
    }

    @Test
    void hundredThousandLinesAreTooMany() {
        var text = "Name\n"
                + IntStream.range(0, 100_000).mapToObj(i -> "Company " + i).collect(Collectors.joining("\n"));
        upload(text.getBytes(StandardCharsets.UTF_8))
                .statusCode(400)
                .body("violations[0].message", containsString("at most 50,000 lines"))
                .body("violations[0].message", containsString("100,000"));
    }

    @Test
    void nameOfFiveMegabytesIsOneRefusedLine() {
        var id = upload("Name\n" + "x".repeat(5 * 1024 * 1024) + "\nGood\n").getString("id");
        assertThat(check(id).getMap("counts")).containsEntry("GOOD", 1).containsEntry("REFUSED", 1);
        upload(("x".repeat(5 * 1024 * 1024) + "\nGood\n").getBytes(StandardCharsets.UTF_8))
                .statusCode(400)
                .body("violations[0].message", containsString("names of the columns"));
    }

    @Test
    void mappingWithoutANameIsRefused() {
        var id = upload("Ort,Umsatz\nKöln,1\n").getString("id");
        for (var mapping : List.of(
                listOf(null, null),
                listOf("NAME"),
                listOf("NAME", "NAME"),
                listOf("TOWN", "NOTES"),
                List.<String>of())) {
            organisation
                    .as(Role.BROKER)
                    .body(Map.of("mapping", mapping))
                    .post("/api/imports/{id}/check", id)
                    .then()
                    .statusCode(400)
                    .body("violations[0].field", equalTo("mapping"))
                    .body("violations[0].message", startsWith("Expected"));
        }
        organisation
                .as(Role.BROKER)
                .body(Map.of("mapping", List.of("NAME", "SALARY")))
                .post("/api/imports/{id}/check", id)
                .then()
                .statusCode(400);
        assertThat(check(id, listOf("NAME", null)).getMap("counts")).containsEntry("GOOD", 1);
    }

    @Test
    void stepsOutOfTurnAreRefused() {
        var id = upload(COMPANIES).getString("id");
        organisation
                .as(Role.BROKER)
                .body(Map.of("keepGood", true, "keepDuplicates", true))
                .post("/api/imports/{id}/run", id)
                .then()
                .statusCode(409);
        check(id);
        run(id, true, true);
        await(id, "DONE");
        for (var repeated : List.of("run", "check")) {
            organisation
                    .as(Role.BROKER)
                    .body(
                            repeated.equals("run")
                                    ? Map.of("keepGood", true, "keepDuplicates", true)
                                    : Map.of("mapping", listOf(null, "NAME", null, null, null)))
                    .post("/api/imports/{id}/" + repeated, id)
                    .then()
                    .statusCode(409);
        }
        organisation.as(Role.BROKER).delete("/api/imports/{id}", id).then().statusCode(409);
        var discarded = upload(COMPANIES).getString("id");
        organisation
                .as(Role.BROKER)
                .delete("/api/imports/{id}", discarded)
                .then()
                .statusCode(204);
        organisation.as(Role.BROKER).get("/api/imports/{id}", discarded).then().statusCode(404);
    }

    @Test
    void goesOnAfterANodeHasDiedInTheMiddle() {
        var names = IntStream.range(0, 250)
                .mapToObj(i -> "Deadwood %03d".formatted(i))
                .toList();
        var id = UUID.fromString(upload("Name\n" + String.join("\n", names)).getString("id"));
        check(id.toString());
        // Another node has taken the import and fallen silent; its lease ends in a moment.
        QuarkusTransaction.requiringNew().run(() -> entities.createNativeQuery("""
                                update partner_import set state = 'IMPORTING', keep_good = true, lease_holder = :other,
                                    lease_until = timestampadd(second, 2, utc_timestamp(6)) where id = :id""")
                .setParameter("other", UUID.randomUUID())
                .setParameter("id", id)
                .executeUpdate());
        await(id.toString(), "DONE");
        var stored = new ArrayList<String>();
        for (String after = ""; after != null; ) {
            var request = organisation.as(Role.BROKER).queryParam("limit", 200);
            var page = (after.isEmpty() ? request : request.queryParam("after", after))
                    .get("/api/partner-accounts")
                    .jsonPath();
            stored.addAll(page.getList("items.name"));
            after = page.getString("next");
        }
        assertThat(stored).hasSize(250);
        assertThat(new HashSet<>(stored)).containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    @DisplayName("30: formula cells are neutralised in the refused lines, and read back as they were")
    void formulasAreNeutralisedAndReadBack() {
        var names = List.of("=cmd|calc", "+1 Company", "@home Inc", "-minus", "'quoted", "tab\there");
        var id = upload("Name,Web site\n"
                        + names.stream()
                                .map(name -> "\"" + name + "\",not a site")
                                .collect(Collectors.joining("\n"))
                        + "\n")
                .getString("id");
        check(id);
        var refused = organisation
                .as(Role.BROKER)
                .get("/api/imports/{id}/refused.csv", id)
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("attachment"))
                .header("Content-Type", containsString("text/csv"))
                .extract()
                .asByteArray();
        var text = new String(refused, StandardCharsets.UTF_8);
        assertThat(text)
                .contains("'=cmd|calc", "'+1 Company", "'@home Inc", "'-minus")
                .contains("Line,Reason");
        var again = upload(refused).statusCode(201).extract().jsonPath().getString("id");
        organisation
                .as(Role.BROKER)
                .get("/api/imports/{id}/lines", again)
                .then()
                .body("items.collect { it.cells[0] }", equalTo(names));
    }

    @Test
    void exportIsAnImportAgain() {
        anAccount("=Formula Works")
                .with("town", "Ürümqi")
                .with("notes", "two\nlines, and \"quotes\"")
                .in(organisation);
        var csv =
                organisation.as(Role.BROKER).get("/api/partner-accounts/export").asByteArray();
        var other = Given.organisation();
        var id = upload(other, csv).statusCode(201).extract().jsonPath();
        assertThat(id.getList("mapping")).contains("NAME", "TYPE", "STATUS", "WEBSITE", "TOWN", "NOTES");
    }

    @Test
    @DisplayName("22: imports of another organisation are not there")
    void keepsOrganisationsApart() {
        var id = upload(COMPANIES).getString("id");
        var stranger = Given.organisation();
        for (var path : List.of("/api/imports/{id}", "/api/imports/{id}/lines", "/api/imports/{id}/refused.csv")) {
            stranger.as(Role.ADMIN).get(path, id).then().statusCode(404);
        }
        stranger.as(Role.ADMIN).delete("/api/imports/{id}", id).then().statusCode(404);
        stranger.as(Role.ADMIN)
                .body(Map.of("mapping", listOf(null, "NAME", null, null, null)))
                .post("/api/imports/{id}/check", id)
                .then()
                .statusCode(404);
        stranger.as(Role.ADMIN)
                .body(Map.of("keepGood", true, "keepDuplicates", true))
                .post("/api/imports/{id}/run", id)
                .then()
                .statusCode(404);
        stranger.as(Role.ADMIN).get("/api/imports").then().body("items", hasSize(0));
    }

    @Test
    @DisplayName("29: a file name from outside is only shown")
    void fileNameIsOnlyShown() {
        var imported = given().cookie(
                        "partnerflow_session", organisation.user(Role.BROKER).session())
                .multiPart("file", "../../etc/x\u0007.csv", "Name\nA\n".getBytes(StandardCharsets.UTF_8))
                .post("/api/imports")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        assertThat(imported.getString("fileName")).doesNotContain("/").doesNotContain("\u0007");
    }

    private static List<String> listOf(String... fields) {
        return new ArrayList<>(java.util.Arrays.asList(fields));
    }

    private JsonPath upload(String text) {
        return upload(text.getBytes(StandardCharsets.UTF_8))
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private ValidatableResponse upload(byte[] bytes) {
        return upload(organisation, bytes);
    }

    private static ValidatableResponse upload(TestOrganisation organisation, byte[] bytes) {
        return TestImport.upload(organisation, bytes, Map.of());
    }

    private JsonPath check(String id) {
        return TestImport.check(organisation, id);
    }

    private JsonPath check(String id, List<String> mapping) {
        return TestImport.check(organisation, id, mapping);
    }

    private void run(String id, boolean keepGood, boolean keepDuplicates) {
        TestImport.run(organisation, id, keepGood, keepDuplicates);
    }

    private JsonPath await(String id, String state) {
        return TestImport.await(organisation, id, state);
    }
}
