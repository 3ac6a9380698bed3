package org.partnerflow.partner;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.partnerflow.Given;
import org.partnerflow.Given.TestOrganisation;
import org.partnerflow.Parallel;
import org.partnerflow.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.partnerflow.partner.AccountBody.anAccount;

@QuarkusTest
class PartnerAccountTest {
    private final TestOrganisation organisation = Given.organisation();

    @Test
    @Tag("R2")
    void newAccountIsACurrentPartnerOwnedByWhoEnteredIt() {
        var name = "Community College of Aurora (CCA)";
        organisation
                .as(Role.BROKER)
                .body(anAccount(name)
                        .with("website", "www.ccaurora.edu")
                        .with("town", "Aurora")
                        .with("notes", "First line\nsecond line")
                        .body())
                .post("/api/partner-accounts")
                .then()
                .statusCode(201)
                .body("name", equalTo(name))
                .body("status.label", equalTo("Current Partner"))
                .body("website", equalTo("https://www.ccaurora.edu"))
                .body("owner.id", equalTo(organisation.user(Role.BROKER).id().toString()))
                .body("owner.label", equalTo(organisation.user(Role.BROKER).name()))
                .body("partnerEnabledAt", nullValue())
                .body("version", equalTo(0));
    }

    @RepeatedTest(5)
    void takesTheFirstAccountsOfAnOrganisationFromManyAtOnce() {
        var broker = organisation.user(Role.BROKER);
        broker.session();

        var answers = Parallel.times(5, () -> broker.api()
                .body(anAccount("Account " + Given.unique()).body())
                .post("/api/partner-accounts")
                .statusCode());

        assertThat(answers).hasSize(5).containsOnly(201);
    }

    @Test
    void listsByNameWithFiltersAndPages() {
        for (var name : List.of("Zeta Works", "Alpha Works", "Midway Works", "Beta Farm")) {
            anAccount(name).in(organisation);
        }
        var first = organisation
                .as(Role.TECHNICIAN)
                .queryParam("q", "works")
                .queryParam("limit", 2)
                .get("/api/partner-accounts")
                .then()
                .statusCode(200)
                .body("items.name", equalTo(List.of("Alpha Works", "Midway Works")))
                .extract()
                .<String>path("next");
        organisation
                .as(Role.TECHNICIAN)
                .queryParam("q", "works")
                .queryParam("after", first)
                .get("/api/partner-accounts")
                .then()
                .body("items.name", equalTo(List.of("Zeta Works")))
                .body("next", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"100%", "a_b", "a!b", "'; drop table partner_account; --", "\\"})
    void wildcardsInASearchAreLetters(String text) {
        anAccount("Plain Name Limited").in(organisation);
        organisation
                .as(Role.BROKER)
                .queryParam("q", text)
                .get("/api/partner-accounts")
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void asksWhenThereIsALikelyDuplicateAndThenMakesIt() {
        var known = anAccount("Abbott Laboratories").with("town", "Chicago").in(organisation);
        var twin = anAccount("Abbott Laboratories, Inc.").with("town", "Chicago");
        organisation
                .as(Role.BROKER)
                .body(twin.body())
                .post("/api/partner-accounts")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("duplicates", hasSize(1))
                .body("duplicates[0].recordId", equalTo(known.toString()))
                .body("duplicates[0].score", equalTo(0.97f))
                .body("duplicates[0].reasons", hasItems("Same name with another legal form", "Same place: Chicago"));
        var seen = twin.body();
        seen.put("seenDuplicates", List.of(known));
        organisation
                .as(Role.BROKER)
                .body(seen)
                .post("/api/partner-accounts")
                .then()
                .statusCode(201);
    }

    @Test
    void findsDuplicatesByWebSiteAndPhone() {
        anAccount("Northwind Traders")
                .with("website", "https://www.northwind.example/about")
                .with("phone", "+1 (303) 555-0199")
                .in(organisation);
        organisation
                .as(Role.BROKER)
                .body(anAccount("NWT Holding")
                        .with("website", "northwind.example")
                        .form())
                .post("/api/partner-accounts/hints")
                .then()
                .statusCode(200)
                .body("duplicates.title", hasItem("Northwind Traders"))
                .body("duplicates[0].reasons", hasItem("Same web site: northwind.example"));
        organisation
                .as(Role.BROKER)
                .body(anAccount("Other Name").with("phone", "1 303 555 0199").form())
                .post("/api/partner-accounts/hints")
                .then()
                .body("duplicates[0].reasons", hasItem("Same phone number"));
    }

    @Test
    void findsTheAcronymOfAName() {
        anAccount("Denver Public Schools").in(organisation);
        organisation
                .as(Role.BROKER)
                .body(anAccount("DPS").form())
                .post("/api/partner-accounts/hints")
                .then()
                .statusCode(200)
                .body("warnings[0]", containsString("looks like an acronym"))
                .body("duplicates[0].title", equalTo("Denver Public Schools"))
                .body("duplicates[0].score", greaterThan(0.8f));
    }

    @Test
    @DisplayName("22: duplicates, lists and search know nothing of other organisations")
    void keepsOrganisationsApart() {
        var stranger = Given.organisation();
        var name = "Secret Company " + Given.unique();
        var id = anAccount(name).in(stranger);
        organisation
                .as(Role.BROKER)
                .body(anAccount(name).form())
                .post("/api/partner-accounts/hints")
                .then()
                .body("duplicates", empty());
        organisation
                .as(Role.ADMIN)
                .queryParam("q", name)
                .get("/api/search")
                .then()
                .body("", empty());
        organisation.as(Role.ADMIN).get("/api/partner-accounts").then().body("items", empty());
        organisation.as(Role.ADMIN).get("/api/partner-accounts/export").then().body(not(containsString(name)));
        organisation.as(Role.ADMIN).get("/api/partner-accounts/{id}", id).then().statusCode(404);
        organisation
                .as(Role.ADMIN)
                .get("/api/partner-accounts/{id}/activity", id)
                .then()
                .statusCode(404);
        organisation
                .as(Role.ADMIN)
                .body(Map.of("version", 0, "account", anAccount().form()))
                .put("/api/partner-accounts/{id}", id)
                .then()
                .statusCode(404);
        organisation
                .as(Role.ADMIN)
                .post("/api/partner-accounts/{id}/enable-as-partner", id)
                .then()
                .statusCode(404);
        var owner = stranger.user(Role.BROKER).id();
        organisation
                .as(Role.ADMIN)
                .body(anAccount().with("ownerUserId", owner).body())
                .post("/api/partner-accounts")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("ownerUserId"));
        var strangePicklist =
                stranger.as(Role.ADMIN).get("/api/picklists").jsonPath().getString("[0].entries[0].id");
        organisation
                .as(Role.ADMIN)
                .body(anAccount().with("typeId", strangePicklist).body())
                .post("/api/partner-accounts")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("typeId"));
        organisation
                .as(Role.ADMIN)
                .queryParam("ownerUserId", owner)
                .get("/api/partner-accounts")
                .then()
                .body("items", empty());
    }

    @Test
    @DisplayName("11: who edits an older state is told what is different")
    void refusesAStaleEditWithTheDifference() {
        var id = anAccount("Old name").with("town", "Denver").in(organisation);
        organisation
                .as(Role.BROKER)
                .body(Map.of(
                        "version",
                        0,
                        "account",
                        anAccount("New name").with("town", "Denver").form()))
                .put("/api/partner-accounts/{id}", id)
                .then()
                .statusCode(200)
                .body("version", equalTo(1));
        organisation
                .as(Role.ADMIN)
                .body(Map.of(
                        "version",
                        0,
                        "account",
                        anAccount("Third name").with("town", "Denver").form()))
                .put("/api/partner-accounts/{id}", id)
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("seenVersion", equalTo(0))
                .body("version", equalTo(1))
                .body("differences.find { it.field == 'name' }.before", equalTo("New name"))
                .body("differences.find { it.field == 'name' }.after", equalTo("Third name"))
                .body("differences.field", not(hasItem("town")));
        organisation
                .as(Role.BROKER)
                .get("/api/partner-accounts/{id}", id)
                .then()
                .body("name", equalTo("New name"));
    }

    @Test
    @DisplayName("11: of many who save at once, one wins and the others are told")
    void oneOfManyEditsAtOnceWins() {
        var id = anAccount().in(organisation);
        var session = organisation.user(Role.BROKER);
        session.session();

        var statuses = Parallel.each(List.of(1, 2, 3, 4, 5, 6, 7, 8), number -> session.api()
                .body(Map.of(
                        "version", 0, "account", anAccount("Edit " + number).form()))
                .put("/api/partner-accounts/{id}", id)
                .statusCode());

        assertThat(statuses).containsOnly(200, 409);
        assertThat(statuses.stream().filter(status -> status == 200)).hasSize(1);
    }

    @Test
    @Tag("X2")
    void everyChangeIsInTheActivity() {
        var id = anAccount("First").in(organisation);
        organisation
                .as(Role.BROKER)
                .body(Map.of("version", 0, "account", anAccount("Second").form()))
                .put("/api/partner-accounts/{id}", id);
        organisation.as(Role.BROKER).post("/api/partner-accounts/{id}/enable-as-partner", id);
        AccountBody.contactIn(organisation, id, AccountBody.anEmail());
        organisation
                .as(Role.TECHNICIAN)
                .get("/api/partner-accounts/{id}/activity", id)
                .then()
                .statusCode(200)
                .body(
                        "items.action",
                        equalTo(List.of(
                                "contact.added",
                                "partner-account.enabled-as-partner",
                                "partner-account.changed",
                                "partner-account.added")))
                .body("items[2].details.name.from", equalTo("First"))
                .body("items[2].details.name.to", equalTo("Second"))
                .body(
                        "items.actor",
                        everyItem(equalTo(organisation.user(Role.BROKER).name())));
    }

    @Test
    @Tag("P4")
    void enablingAsPartnerWorksOnce() {
        var id = anAccount().in(organisation);
        organisation
                .as(Role.BROKER)
                .post("/api/partner-accounts/{id}/enable-as-partner", id)
                .then()
                .statusCode(200)
                .body("partnerEnabledAt", notNullValue());
        organisation
                .as(Role.BROKER)
                .post("/api/partner-accounts/{id}/enable-as-partner", id)
                .then()
                .statusCode(409)
                .body("detail", containsString("enabled as a partner already"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    website | javascript:alert(1)
                    website | ftp://example.org
                    website | not a site
                    phone   | call me
                    ownerUserId | 00000000-0000-0000-0000-000000000001
                    typeId  | 00000000-0000-0000-0000-000000000001
                    """)
    @Tag("R2")
    void badValuesSayWhatWasExpected(String field, String value) {
        organisation
                .as(Role.BROKER)
                .body(anAccount().with(field, value).body())
                .post("/api/partner-accounts")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].field", containsString(field))
                .body("violations[0].message", containsString("xpected"));
    }

    @Test
    void nameOfFiveMegabytesIsRefused() {
        organisation
                .as(Role.BROKER)
                .body(anAccount("x".repeat(5 * 1024 * 1024)).body())
                .post("/api/partner-accounts")
                .then()
                .statusCode(400)
                .body("violations[0].field", containsString("name"))
                .body("violations[0].message", containsString("200"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "line\nbreak", "nul\u0000", "sep\u2028arator"})
    void nameWithoutLettersOrWithLineBreaksIsRefused(String name) {
        organisation
                .as(Role.BROKER)
                .body(anAccount(name).body())
                .post("/api/partner-accounts")
                .then()
                .statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Quote \" and 'end'",
                "<script>alert(1)</script>",
                "${jndi:ldap://x}",
                "@{1+1}",
                "Ünïcödé 株式会社 🦄",
                "back\\slash",
                "{mustache} {#include}",
                "!!!"
            })
    @DisplayName("33: hostile names are text")
    void hostileNamesAreText(String name) {
        var id = anAccount(name).in(organisation);
        organisation
                .as(Role.BROKER)
                .get("/api/partner-accounts/{id}", id)
                .then()
                .body("name", equalTo(name));
        organisation
                .as(Role.BROKER)
                .queryParam("q", name)
                .get("/api/partner-accounts")
                .then()
                .statusCode(200)
                .body("items.name", hasItem(name));
        organisation
                .as(Role.BROKER)
                .queryParam("q", name)
                .get("/api/search")
                .then()
                .statusCode(200);
    }

    @Test
    @DisplayName("24: fields that are not on the form are refused")
    void refusesForeignFields() {
        for (var field : List.of("organisationId", "id", "role", "partnerId", "version")) {
            organisation
                    .as(Role.BROKER)
                    .body(anAccount().with(field, UUID.randomUUID()).body())
                    .post("/api/partner-accounts")
                    .then()
                    .statusCode(400)
                    .body("violations[0].field", containsString(field));
        }
    }

    @Test
    @Tag("D8")
    void anAdminExtendsAndRetiresPicklistValues() {
        var added = organisation
                .as(Role.ADMIN)
                .body(Map.of("label", "Sports club"))
                .post("/api/picklists/ACCOUNT_TYPE/entries")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        var id = added.getString("id");
        var account = anAccount().with("typeId", id).in(organisation);
        organisation
                .as(Role.ADMIN)
                .body(Map.of("label", "sports CLUB"))
                .post("/api/picklists/ACCOUNT_TYPE/entries")
                .then()
                .statusCode(400);
        organisation
                .as(Role.ADMIN)
                .body(Map.of("version", 0, "label", "Sports club", "active", false))
                .put("/api/picklists/entries/{id}", id)
                .then()
                .statusCode(200)
                .body("active", equalTo(false));
        organisation
                .as(Role.BROKER)
                .body(anAccount().with("typeId", id).body())
                .post("/api/partner-accounts")
                .then()
                .statusCode(400);
        organisation
                .as(Role.BROKER)
                .get("/api/partner-accounts/{id}", account)
                .then()
                .body("type.label", equalTo("Sports club"));
    }

    @Test
    @DisplayName("30: exported formula cells are neutralised")
    void exportNeutralisesFormulas() {
        anAccount("=cmd|' /C calc'!A0").in(organisation);
        anAccount("@SUM(1)").with("phone", "+1 303 555 0100").in(organisation);
        var csv = organisation
                .as(Role.BROKER)
                .get("/api/partner-accounts/export")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("attachment"))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .extract()
                .asString();
        assertThat(csv).contains("'=cmd|'' /C calc'!A0", "'@SUM(1)", "'+1 303-555-0100");
        assertThat(csv.lines().skip(1)).allSatisfy(line -> assertThat(line).doesNotStartWith("="));
    }
}
