package org.partnerflow.rules;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.Given;
import org.partnerflow.Given.TestOrganisation;
import org.partnerflow.rules.decision.LeadFacts;
import org.partnerflow.rules.decision.Queue;
import org.partnerflow.rules.table.RuleSet;
import org.partnerflow.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
class RuleSetRestTest {
    private static final String LEADS = "/api/rule-sets/lead-assignment";

    private final TestOrganisation organisation = Given.organisation();

    /** The queues that the rows of these tests lead to. */
    private Map<String, Queue> queues;

    @BeforeEach
    void makeQueues() {
        queues = GivenQueues.in(organisation, "West", "East");
    }

    @Test
    void everyOrganisationBeginsWithTheShippedTables() {
        get("/api/rule-sets")
                .body("id", contains("lead-assignment", "request-assignment"))
                .body("version.number", everyItem(is(1)))
                .body("version.publishedBy", everyItem(is("Partnerflow")))
                .body("draftEditedBy", everyItem(nullValue()));
        get(LEADS).body("label", equalTo("Lead assignment")).body("noun", equalTo("lead"));
        get(LEADS + "/draft")
                .body("version", nullValue())
                .body("basedOn", is(1))
                .body("document.rows.id", contains("large", "event", "rest"))
                .body("cases.passed", everyItem(is(true)));
        admin().get("/api/rule-sets/unknown").then().statusCode(404);
    }

    @Test
    void formTellsThePageWhatToDraw() {
        get(LEADS + "/form")
                .body("columns.name", contains("region", "industry", "product", "source", "value"))
                .body("columns.find { it.name == 'value' }.type", equalTo("NUMBER"))
                .body(
                        "columns.find { it.name == 'value' }.operators.operator",
                        contains("BETWEEN", "AT_LEAST", "AT_MOST", "IS_EMPTY"))
                .body("columns.find { it.name == 'region' }.operators[0].help", containsString("upper or lower case"))
                .body("outcomes.find { it.outcome == 'QUEUE' }.target", equalTo("QUEUE"))
                .body("outcomes.find { it.outcome == 'FEWEST_OPEN' }.targetNeeded", is(false));
        get("/api/rule-sets/request-assignment/form")
                .body("outcomes.outcome", contains("PARTNER_FIRST", "TECHNICIAN_FIRST", "PARTNER_ONLY"))
                .body("targets", empty());
    }

    @Test
    @Tag("A2")
    void draftIsSavedCheckedAndPublished() {
        int version = save(null, row("r1", "EMEA", "West"), row("r2", "EMEA", "East"))
                .body("problems.kind", hasItems("NEVER_FIRES", "GAP"))
                .body("problems.find { it.kind == 'NEVER_FIRES' }.row", is(2))
                .body("editedBy", equalTo(organisation.user(Role.ADMIN).name()))
                .extract()
                .path("version");
        get("/api/rule-sets").body("[0].draftEditedBy", notNullValue());

        publish(version, 1, "West first").statusCode(201).body("number", is(2)).body("comment", equalTo("West first"));

        get(LEADS + "/versions").body("number", contains(2, 1)).body("restoredFrom", everyItem(nullValue()));
        get(LEADS + "/versions/2").body("document.rows.id", contains("r1", "r2"));
        get(LEADS + "/draft").body("version", nullValue()).body("basedOn", is(2));
        organisation
                .as(Role.ADMIN)
                .get("/api/audit-entries")
                .then()
                .body("items.action", hasItems("rule-set.draft-saved", "rule-set.published"))
                .body("items.find { it.action == 'rule-set.published' }.details.comment", equalTo("West first"));
    }

    @Test
    @DisplayName("11: the second of two who edit a draft is told what the first changed")
    void secondEditorIsToldOfTheFirst() {
        int version = save(null, row("r1", "EMEA", "West")).extract().path("version");
        save(version, row("r1", "EMEA", "West"), row("r2", "APAC", "East")).body("version", is(version + 1));

        admin().body(draft(version, row("r1", "EMEA", "North")))
                .put(LEADS + "/draft")
                .then()
                .statusCode(409)
                .body("version", is(version + 1))
                .body("detail", startsWith(organisation.user(Role.ADMIN).name() + " saved this draft"))
                .body("differences.change", contains("CHANGED", "REMOVED"));
        admin().body(draft(null, row("r1", "EMEA", "North")))
                .put(LEADS + "/draft")
                .then()
                .statusCode(409);
        publish(version, 1, "Stale").statusCode(409);
        admin().queryParam("version", version).delete(LEADS + "/draft").then().statusCode(409);

        admin().queryParam("version", version + 1)
                .delete(LEADS + "/draft")
                .then()
                .statusCode(204);
        admin().body(draft(version + 1, row("r1", "EMEA", "North")))
                .put(LEADS + "/draft")
                .then()
                .statusCode(409)
                .body("detail", containsString("published or discarded"));
        admin().queryParam("version", 0).delete(LEADS + "/draft").then().statusCode(404);
    }

    @Test
    void publishingOverAVersionThatOneHasNotSeenIsRefused() {
        int version = save(null, row("r1", "EMEA", "West")).extract().path("version");
        restoreSomethingElse();
        publish(version, 1, "Mine").statusCode(409).body("current", is(3));
        publish(version, 3, "Mine, having seen it").statusCode(201).body("number", is(4));
    }

    @Test
    void draftWithErrorsOrFailingCasesIsNotPublished() {
        var broken = row("r1", "EMEA", null);
        int version = save(null, broken)
                .body("problems.find { it.severity == 'ERROR' }.column", equalTo("target"))
                .body("cases", empty())
                .extract()
                .path("version");
        publish(version, 1, "Broken").statusCode(422).body("problems.severity", hasItem("ERROR"));
        admin().body(Map.of("last", 10)).post(LEADS + "/what-if").then().statusCode(422);

        var failing = new HashMap<>(draft(version, row("r1", "EMEA", "West")));
        failing.put(
                "document",
                Map.of(
                        "rows",
                        List.of(row("r1", "EMEA", "West")),
                        "cases",
                        List.of(Map.of("name", "Wrong", "given", Map.of("region", "EMEA"), "unavailable", List.of()))));
        int next = admin().body(failing)
                .put(LEADS + "/draft")
                .then()
                .statusCode(200)
                .body("cases[0].message", equalTo("Row 1 fired (region is EMEA: Queue \"West\"), but expected none."))
                .extract()
                .path("version");
        publish(next, 1, "Failing").statusCode(422).body("failedCases.name", contains("Wrong"));
        get(LEADS + "/versions").body("number", contains(1));
    }

    @Test
    void badInputIsAnsweredWithWhatWasExpected() {
        var twice = draft(null, row("r1", "EMEA", "West"), row("r1", "APAC", "East"));
        admin().body(twice)
                .put(LEADS + "/draft")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("rows[1].id"));
        for (String body : List.of(
                "{}",
                "[]",
                "{",
                "{\"document\":null}",
                "{\"document\":{\"rows\":null,\"cases\":[]}}",
                "{\"document\":{\"rows\":[null],\"cases\":[]}}",
                "{\"document\":{\"rows\":[{\"id\":\"\",\"on\":true,\"conditions\":{},\"comment\":\"\"}],\"cases\":[]}}",
                "{\"document\":{\"rows\":[{\"id\":\"a\",\"on\":true,\"conditions\":{\"region\":null},\"comment\":\"\"}],\"cases\":[]}}",
                "{\"document\":{\"rows\":[{\"id\":\"a\",\"on\":true,\"conditions\":{\"region\":{\"operator\":\"LIKE\",\"values\":[]}},\"comment\":\"\"}],\"cases\":[]}}",
                "{\"document\":{\"rows\":[{\"id\":\"a\",\"on\":true,\"conditions\":{\"region\":{\"operator\":null,\"values\":[null]}},\"comment\":\"\"}],\"cases\":[]}}",
                "{\"document\":{\"rows\":[{\"id\":\"a\",\"on\":true,\"conditions\":{\"region\":{\"values\":null}},\"comment\":null}],\"cases\":[]}}",
                "{\"document\":{\"rows\":[],\"cases\":[{\"name\":null,\"given\":{\"region\":null},\"unavailable\":[null]}]}}",
                "{\"document\":{\"rows\":[],\"cases\":[]},\"organisationId\":\"x\"}",
                "{\"document\":{\"rows\":[{\"id\":\"a\",\"on\":true,\"conditions\":{},\"comment\":\"" + "x".repeat(1001)
                        + "\"}],\"cases\":[]}}")) {
            admin().body(body).put(LEADS + "/draft").then().statusCode(400);
        }
        admin().body(Map.of("last", 0)).post(LEADS + "/what-if").then().statusCode(400);
        admin().body(Map.of("last", 5, "version", 99))
                .post(LEADS + "/what-if")
                .then()
                .statusCode(404);
        admin().body(Map.of("comment", " "))
                .post(LEADS + "/versions/1/restoration")
                .then()
                .statusCode(400);
        admin().get(LEADS + "/versions/7").then().statusCode(404);
        admin().get(LEADS + "/versions/seven").then().statusCode(400);
        admin().get(LEADS + "/versions/1/differences").then().statusCode(400);
    }

    @Test
    @Tag("A6")
    void versionsAreComparedAndRolledBack() {
        int version = save(null, row("r1", "EMEA", "West")).extract().path("version");
        publish(version, 1, "One row").statusCode(201);

        admin().queryParam("from", 1)
                .get(LEADS + "/versions/2/differences")
                .then()
                .statusCode(200)
                .body("change", contains("ADDED", "REMOVED", "REMOVED", "REMOVED"))
                .body("[0].after.target", equalTo("West"));
        restore(2).statusCode(422);
        restore(9).statusCode(404);
        restore(1).statusCode(201).body("number", is(3)).body("restoredFrom", is(1));
        admin().queryParam("from", 1)
                .get(LEADS + "/versions/3/differences")
                .then()
                .body("", empty());
    }

    @Test
    @DisplayName("30: a spreadsheet reads back as it was")
    @Tag("A2")
    void tableTravelsAsSpreadsheet() {
        save(null, row("r1", "=cmd|' /C calc'!A0", "+West"), row("r2", "a | b\\c\n\"d\"", "@East"));

        var download = admin().get(LEADS + "/draft/csv").then().statusCode(200);
        byte[] file = download.header("Content-Disposition", "attachment; filename=\"lead-assignment-draft.csv\"")
                .header("X-Content-Type-Options", "nosniff")
                .extract()
                .asByteArray();
        String text = new String(file, StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFFon,region,").contains("'=cmd", "'+West");

        int version = get(LEADS + "/draft").extract().path("version");
        upload(version, file)
                .statusCode(200)
                .body("document.rows[0].conditions.region.values", contains("=cmd|' /C calc'!A0"))
                .body("document.rows[1].conditions.region.values", contains("a | b\\c\n\"d\""))
                .body("document.rows.target", contains("+West", "@East"))
                .body("document.rows.id", contains("r1", "r2"));
        admin().get(LEADS + "/versions/1/csv").then().statusCode(200).body(containsString("FEWEST_OPEN"));
    }

    @Test
    @Tag("F7.2")
    void readsASpreadsheetInTheEncodingAndWithTheSeparatorOfItsCountry() {
        var file = "sep=;\r\noutcome;target;region;\r\nQUEUE;East;Österreich;;\r\n";
        Integer version = null;
        for (var charset : List.of("windows-1252", "UTF-16LE", "UTF-8")) {
            var read = upload(version, file.getBytes(Charset.forName(charset)))
                    .statusCode(200)
                    .body("document.rows[0].conditions.region.values", contains("Österreich"));
            version = read.extract().path("version");
        }
        upload(
                        version,
                        "outcome|comment\nQUEUE|Řím, Praha".getBytes(Charset.forName("windows-1250")),
                        Map.of("encoding", "windows-1250", "separator", "|"))
                .statusCode(200)
                .body("document.rows.comment", contains("Řím, Praha"));
    }

    @Test
    void spreadsheetThatCannotBeReadChangesNothing() {
        upload(null, "on,value,outcome\nmaybe,lots,QUEUE".getBytes(StandardCharsets.UTF_8))
                .statusCode(400)
                .body("violations.field", contains("line 2 on", "line 2 value"));
        upload(null, "outcome\nfür".getBytes(StandardCharsets.ISO_8859_1), Map.of("encoding", "UTF-8"))
                .statusCode(400)
                .body("violations.field", contains("encoding"))
                .body("violations[0].message", containsString("UTF-8"));
        for (var reading : List.of(Map.of("encoding", "Klingon"), Map.of("separator", "x"))) {
            upload(null, "outcome\nQUEUE".getBytes(StandardCharsets.UTF_8), reading)
                    .statusCode(400)
                    .body(
                            "violations.field",
                            contains(reading.keySet().iterator().next()));
        }
        upload(null, ("outcome,comment\nQUEUE," + "x".repeat(1001)).getBytes(StandardCharsets.UTF_8))
                .statusCode(400);
        upload(null, ("outcome\n" + "QUEUE\n".repeat(2001)).getBytes(StandardCharsets.UTF_8))
                .statusCode(400);
        upload(null, new byte[0]).statusCode(400);
        admin().body("{}").put(LEADS + "/draft/csv").then().statusCode(400);
        get(LEADS + "/draft").body("version", nullValue());
    }

    @Test
    @Tag("A5")
    void whatIfShowsWhatTheDraftWouldChangeAndForWhom() {
        var east = queues.get("East");
        var west = queues.get("West");
        int version = save(null, row("r1", "EMEA", "East")).extract().path("version");
        publish(version, 1, "East").statusCode(201);
        decide("Alpha", "EMEA", east, west);
        decide("Beta", "EMEA", east, west);
        decide("Gamma", "APAC", east, west);

        save(null, row("r2", "APAC", "West"), row("r3", "EMEA", "East"));
        ValidatableResponse report =
                admin().body(Map.of("last", 3)).post(LEADS + "/what-if").then();
        report.statusCode(200)
                .body("decisions", is(3))
                .body("changed", is(1))
                .body("otherRow", is(2))
                .body("changes.recordName", contains("Gamma"))
                .body("changes[0].before.assignee.kind", equalTo("NOBODY"))
                .body("changes[0].after.assignee.name", equalTo("West"))
                .body("changes[0].after.row.number", is(1))
                .body("shares.find { it.name == 'queue East' }.before", is(2))
                .body("shares.find { it.name == 'queue East' }.after", is(2))
                .body("shares.find { it.name == 'queue West' }.after", is(1));
        String decision = report.extract().path("changes[0].decisionId");
        get(LEADS + "/what-if/" + decision)
                .body("before.version", is(2))
                .body("before.ruling.summary", equalTo("No row matches: it stays unassigned."))
                .body("after.summary", equalTo("Row 1 (region is APAC: Queue \"West\"): goes to queue West."));
        admin().queryParam("version", 2)
                .get(LEADS + "/what-if/" + decision)
                .then()
                .body("after.assignee.kind", equalTo("NOBODY"));
        admin().body(Map.of("last", 2, "version", 2))
                .post(LEADS + "/what-if")
                .then()
                .body("decisions", is(2))
                .body("changed", is(0));
        get(LEADS + "/decisions").body("items.recordName", contains("Gamma", "Beta", "Alpha"));
        admin().queryParam("limit", 2)
                .get(LEADS + "/decisions")
                .then()
                .body("items", hasSize(2))
                .body("next", notNullValue());
    }

    @Test
    @DisplayName("22: another organisation sees neither tables nor decisions")
    void strangerSeesNothing() {
        int version = save(null, row("r1", "EMEA", "West")).extract().path("version");
        publish(version, 1, "Ours").statusCode(201);
        decide("Alpha", "EMEA", queues.get("West"));
        String decision = get(LEADS + "/decisions").extract().path("items[0].id");

        var stranger = Given.organisation();
        stranger.as(Role.ADMIN).get(LEADS + "/versions").then().body("number", contains(1));
        stranger.as(Role.ADMIN).get(LEADS + "/versions/2").then().statusCode(404);
        stranger.as(Role.ADMIN).get(LEADS + "/decisions").then().body("items", empty());
        stranger.as(Role.ADMIN).get(LEADS + "/what-if/" + decision).then().statusCode(404);
        stranger.as(Role.ADMIN)
                .body(Map.of("last", 100))
                .post(LEADS + "/what-if")
                .then()
                .body("decisions", is(0));
    }

    @Test
    void staffWithoutThePermissionMayLookButNotEdit() {
        organisation.as(Role.BROKER).get(LEADS + "/draft").then().statusCode(200);
        organisation
                .as(Role.BROKER)
                .body(draft(null, row("r1", "EMEA", "West")))
                .put(LEADS + "/draft")
                .then()
                .statusCode(403);
        organisation.as(Role.PARTNER).get(LEADS).then().statusCode(403);
    }

    private void restoreSomethingElse() {
        organisation.as(organisation.user(Role.ADMIN).actor(), () -> {
            var publishing = Given.bean(PublishService.class);
            var ruleSet = RuleSet.LEAD_ASSIGNMENT;
            var shipped = Given.bean(RuleSetService.class).document(ruleSet, 1);
            publishing.publish(ruleSet, shipped, "Another");
            return publishing.restore(ruleSet, 1, "And back");
        });
    }

    private void decide(String name, String region, Queue... queues) {
        var lead = new LeadFacts.Lead(UUID.randomUUID(), name, region, null, null, null, null, null);
        organisation.as(() -> QuarkusTransaction.requiringNew().call(() -> Given.bean(Decisions.class)
                .decide(new LeadFacts(lead, List.of(), List.of(queues), List.of()))));
    }

    private RequestSpecification admin() {
        return organisation.as(Role.ADMIN);
    }

    private ValidatableResponse get(String path) {
        return admin().get(path).then().statusCode(200);
    }

    @SafeVarargs
    private ValidatableResponse save(Integer version, Map<String, Object>... rows) {
        return admin().body(draft(version, rows)).put(LEADS + "/draft").then().statusCode(200);
    }

    private ValidatableResponse publish(int version, int replaces, String comment) {
        return admin().body(Map.of("version", version, "replaces", replaces, "comment", comment))
                .post(LEADS + "/draft/publication")
                .then();
    }

    private ValidatableResponse restore(int number) {
        return admin().body(Map.of("comment", "Back"))
                .post(LEADS + "/versions/" + number + "/restoration")
                .then();
    }

    private ValidatableResponse upload(Integer version, byte[] file) {
        return upload(version, file, Map.of());
    }

    private ValidatableResponse upload(Integer version, byte[] file, Map<String, String> reading) {
        var request = organisation
                .as(Role.ADMIN)
                .config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig().encodeContentTypeAs("text/csv", ContentType.TEXT)))
                .contentType("text/csv")
                .queryParams(reading)
                .body(file);
        return (version == null ? request : request.queryParam("version", version))
                .put(LEADS + "/draft/csv")
                .then();
    }

    @SafeVarargs
    private static Map<String, Object> draft(Integer version, Map<String, Object>... rows) {
        var draft = new HashMap<String, Object>();
        draft.put("version", version);
        draft.put("document", Map.of("rows", List.of(rows), "cases", List.of()));
        return draft;
    }

    private static Map<String, Object> row(String id, String region, String queue) {
        var row = new HashMap<String, Object>();
        row.put("id", id);
        row.put("on", true);
        row.put(
                "conditions",
                Map.of("region", Map.of("operator", "ANY_OF", "values", new ArrayList<>(List.of(region)))));
        row.put("outcome", "QUEUE");
        row.put("target", queue);
        row.put("comment", "");
        return row;
    }
}
