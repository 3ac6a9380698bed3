package org.partnerflow.partner;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.partnerflow.Given;
import org.partnerflow.Given.TestOrganisation;
import org.partnerflow.identity.UserService;
import org.partnerflow.shared.Role;
import org.partnerflow.shared.Sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
class ImportFailureTest {
    private final TestOrganisation organisation = Given.organisation();

    @Inject
    Sql sql;

    @Test
    @Tag("F11.9")
    void theCheckRefusesADayThatCannotBeStored() {
        var id = upload("""
                Name,Partner since
                Near,2020-02-29
                Far,+10000-01-01T00:00:00Z
                Farther,+999999999-12-31
                Early,0001-01-01
                """);

        assertThat(check(id).getMap("counts")).containsEntry("GOOD", 1).containsEntry("REFUSED", 3);

        lines(id, "REFUSED")
                .forEach(reason -> assertThat(reason).startsWith("Partner since: expected a day such as 2026-03-01"));
    }

    @Test
    @Tag("F11.9")
    void oneLineThatCannotBeStoredHoldsUpNoOther() {
        var id = upload("Name\nFirst\nSecond\nThird\n");
        check(id);
        // so that reading the line fails in a way that no check foresees
        QuarkusTransaction.requiringNew()
                .run(() -> sql.update(
                        "update partner_import_line set cells = '[null]' where import_id = ? and line_number = 3",
                        UUID.fromString(id)));

        run(id);

        assertThat(await(id, "DONE").getMap("counts"))
                .containsEntry("CREATED", 2)
                .containsEntry("REFUSED", 1);
        assertThat(lines(id, "REFUSED")).singleElement().asString().startsWith("This line cannot be stored: ");
    }

    @ParameterizedTest
    @CsvSource({"CHECKING,UPLOADED", "IMPORTING,DONE"})
    @Tag("F11.9")
    void peopleStopWhatIsUnderWay(String underWay, String stopped) {
        var id = upload("Name\nFirst\n");
        organisation.as(Role.BROKER).post("/api/imports/{id}/stop", id).then().statusCode(409);
        check(id);
        // another node has it, and does nothing
        QuarkusTransaction.requiringNew().run(() -> sql.update("""
                        update partner_import set state = ?, lease_holder = ?,
                            lease_until = timestampadd(hour, 1, utc_timestamp(6)) where id = ?""", underWay, UUID.randomUUID(), UUID.fromString(id)));

        organisation
                .as(Role.BROKER)
                .post("/api/imports/{id}/stop", id)
                .then()
                .statusCode(200)
                .body("state", startsWith(stopped));

        organisation
                .as(Role.ADMIN)
                .queryParam("recordId", id)
                .get("/api/audit-entries")
                .then()
                .body("items.action", hasItem("import.stopped"));
    }

    @Test
    @Tag("F7.1")
    @Tag("F10.12")
    void findsTheOwnerByTheExactAddressAmongManyAlike() {
        var word = Given.unique();
        var address = word + "@example.org";
        var owner = organisation.as(() -> {
            var users = Given.bean(UserService.class);
            for (int i = 0; i < 51; i++) {
                users.createMember("a%d.%s".formatted(i, address), "A %d %s".formatted(i, word), Set.of(Role.BROKER));
            }
            var wanted = users.createMember(address, "Zoë " + word, Set.of(Role.BROKER))
                    .id();
            users.countAsLoggedIn(wanted);
            return wanted;
        });
        var id = upload("Name,Owner\nBy address,%s\nBy name,ZOË %s\nBy part,%s\n"
                .formatted(address.toUpperCase(java.util.Locale.ROOT), word, word));

        assertThat(check(id).getMap("counts")).containsEntry("GOOD", 2).containsEntry("REFUSED", 1);

        run(id);
        await(id, "DONE");
        organisation
                .as(Role.BROKER)
                .get("/api/partner-accounts")
                .then()
                .body("items.name", contains("By address", "By name"))
                .body("items.owner.id", contains(owner.toString(), owner.toString()));
    }

    private String upload(String text) {
        return TestImport.upload(organisation, text.getBytes(StandardCharsets.UTF_8), Map.of())
                .statusCode(201)
                .extract()
                .path("id");
    }

    private JsonPath check(String id) {
        return TestImport.check(organisation, id);
    }

    private void run(String id) {
        TestImport.run(organisation, id, true, true);
    }

    private List<String> lines(String id, String state) {
        return organisation
                .as(Role.BROKER)
                .queryParam("state", state)
                .get("/api/imports/{id}/lines", id)
                .then()
                .statusCode(200)
                .extract()
                .path("items.reason");
    }

    private JsonPath await(String id, String state) {
        return TestImport.await(organisation, id, state);
    }
}
