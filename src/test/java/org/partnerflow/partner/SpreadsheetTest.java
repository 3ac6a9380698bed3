package org.partnerflow.partner;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.Given;
import org.partnerflow.Given.TestOrganisation;
import org.partnerflow.identity.UserService;
import org.partnerflow.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.partnerflow.partner.AccountBody.anAccount;

/** Files as spreadsheets write them, and our own. */
@QuarkusTest
class SpreadsheetTest {
    private final TestOrganisation organisation = Given.organisation();

    @Test
    @Tag("F7.1")
    void whatIsExportedIsImportedAsItWas() {
        anAccount("Zöe & Sons, \"The\" Bakers; GmbH")
                .with("employerPartner", true)
                .with("website", "https://zoe.example/a?b=c")
                .with("phone", "+1 303 555 0123 ext. 7")
                .with("street", "1 High St, Apt \"4\"")
                .with("town", "Saint Paul")
                .with("state", "Minnesota")
                .with("postcode", "00123")
                .with("country", "US")
                .with("notes", "=SUM(A1)\n'quoted, with; signs\n\nlast\tline")
                .in(organisation);
        anAccount("-Dash First").with("notes", "'=already protected").in(organisation);
        anAccount("@ At Sign").with("notes", "+1").in(organisation);
        anAccount("007").with("town", "1.000").in(organisation);
        anAccount("Partner & Partner Logistics").partnerIn(organisation);
        var exported = export(organisation);
        var other = Given.organisation();
        var owner = organisation.user(Role.BROKER);
        other.as(() -> {
            var users = Given.bean(UserService.class);
            users.countAsLoggedIn(users.createMember(owner.email(), owner.name(), Set.of(Role.BROKER))
                    .id());
            return true;
        });
        var id = upload(other, exported.getBytes(StandardCharsets.UTF_8), Map.of())
                .getString("id");
        run(other, id);
        assertThat(export(other).lines().sorted().toList())
                .isEqualTo(exported.lines().sorted().toList());
    }

    @Test
    @Tag("F7.1")
    void anOwnerIsKnownByName() {
        var colleague = organisation.newUser(Role.BROKER);
        run(
                organisation,
                upload("Name,Owner\nAcme Tools,%s\n".formatted(colleague.name()))
                        .getString("id"));
        organisation
                .as(Role.BROKER)
                .get("/api/partner-accounts")
                .then()
                .body(
                        "items[0].owner.id",
                        org.hamcrest.Matchers.is(colleague.id().toString()));
    }

    @Test
    @Tag("F7.2")
    void emptyCellsAtTheEndMayBeMissingOrMore() {
        var id = upload("Name,Town,Country\nAlpha Mills\nBravo Yard,Oslo\nCharlie Port,Lima,Peru,,,\n")
                .getString("id");
        run(organisation, id);
        assertThat(organisation
                        .as(Role.BROKER)
                        .get("/api/imports/{id}", id)
                        .jsonPath()
                        .getMap("counts"))
                .containsEntry("CREATED", 3);
    }

    @Test
    @Tag("F7.2")
    void aLineMayNameTheSeparator() {
        var imported = upload("sep=;\r\nName;Town\r\nAcme, Inc.;Oslo\r\n");
        assertThat(imported.getList("header")).containsExactly("Name", "Town");
        assertThat(imported.getString("delimiter")).isEqualTo(";");
        organisation
                .as(Role.BROKER)
                .get("/api/imports/{id}/lines", imported.getString("id"))
                .then()
                .body("items[0].number", org.hamcrest.Matchers.is(3));
    }

    @Test
    @Tag("F7.2")
    void theGuessOfTheSeparatorCanBeChanged() {
        var imported = upload("Name;City, State\nAcme;Denver, Colorado\n");
        assertThat(imported.getList("header")).containsExactly("Name", "City, State");
        assertThat(imported.getList("mapping")).containsExactly("NAME", "PLACE");
        var id = imported.getString("id");
        organisation
                .as(Role.BROKER)
                .body(Map.of("encoding", "UTF-8", "separator", ","))
                .put("/api/imports/{id}/reading", id)
                .then()
                .statusCode(200)
                .body("header", hasSize(2))
                .body("header[0]", org.hamcrest.Matchers.is("Name;City"));
        organisation
                .as(Role.BROKER)
                .body(Map.of("separator", ":"))
                .put("/api/imports/{id}/reading", id)
                .then()
                .statusCode(400)
                .body("violations[0].field", org.hamcrest.Matchers.is("separator"));
    }

    @Test
    @Tag("F7.2")
    void westernAndUnmarkedEncodingsAreUnderstoodAndCanBeChanged() {
        var text = "Name;Ort\nKäsehaus “Düsseldorf”;Köln\n";
        for (var encoding : List.of("windows-1252", "UTF-16LE", "UTF-16BE", "UTF-8")) {
            var bytes = text.getBytes(Charset.forName(encoding));
            var imported = upload(organisation, bytes, Map.of());
            assertThat(imported.getString("encoding")).isEqualTo(encoding);
            assertThat(firstCell(imported.getString("id"))).isEqualTo("Käsehaus “Düsseldorf”");
        }
        var cyrillic = "Name;Ort\nРомашка;Москва\n".getBytes(Charset.forName("windows-1251"));
        var imported = upload(organisation, cyrillic, Map.of("encoding", "windows-1251"));
        assertThat(firstCell(imported.getString("id"))).isEqualTo("Ромашка");
        var guessed = upload(organisation, cyrillic, Map.of()).getString("id");
        organisation
                .as(Role.BROKER)
                .body(Map.of("encoding", "windows-1251", "separator", ";"))
                .put("/api/imports/{id}/reading", guessed)
                .then()
                .statusCode(200);
        assertThat(firstCell(guessed)).isEqualTo("Ромашка");
    }

    @Test
    @Tag("F7.4")
    void linesOfOneFileAreComparedAsRecordsAre() {
        var id = upload("Name\nHarbour Light Bakery Ltd\nHarbor Light Bakery\nSomething Else\n")
                .getString("id");
        var checked = TestImport.check(organisation, id);
        assertThat(checked.getMap("counts")).containsEntry("DUPLICATE", 1).containsEntry("GOOD", 2);
    }

    private String firstCell(String id) {
        return organisation.as(Role.BROKER).get("/api/imports/{id}/lines", id).path("items[0].cells[0]");
    }

    private static String export(TestOrganisation organisation) {
        var bytes = organisation
                .as(Role.BROKER)
                .get("/api/partner-accounts/export")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private JsonPath upload(String text) {
        return upload(organisation, text.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    private static JsonPath upload(TestOrganisation organisation, byte[] bytes, Map<String, String> reading) {
        return TestImport.upload(organisation, bytes, reading)
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private static void run(TestOrganisation organisation, String id) {
        TestImport.check(organisation, id);
        TestImport.run(organisation, id, false, true);
        TestImport.await(organisation, id, "DONE");
    }
}
