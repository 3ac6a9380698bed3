package org.partnerflow.lists;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.awaitility.Awaitility;

import org.partnerflow.Given;
import org.partnerflow.Given.TestOrganisation;
import org.partnerflow.Given.TestUser;
import org.partnerflow.lead.LeadWorld;
import org.partnerflow.shared.Ids;
import org.partnerflow.shared.Role;
import org.partnerflow.shared.Sql;
import org.partnerflow.support.TestSupport;

import static org.hamcrest.Matchers.is;

/**
 * An organisation with something in every list of the product.
 *
 * @param readers one for each role, who sees what the role sees
 * @param ids what stands for the parameters of paths and of queries, by the path up to the parameter or by the parameter's name
 */
record ListWorld(TestOrganisation organisation, List<TestUser> readers, Map<String, Object> ids) {
    static final String WORD = "Aurora";

    static ListWorld create() {
        var world = LeadWorld.create();
        var organisation = world.organisation();
        var broker = organisation.user(Role.BROKER);
        var partner = world.partnerUser("Anna " + WORD);
        var partnerUser = id(broker.api().get("/api/partner-users").then(), "items[0].id");
        var account = id(broker.api().get("/api/partner-users").then(), "items[0].account.id");
        var queue = world.queue("Queue " + WORD, List.of(partner));
        world.group("Group " + WORD, List.of(partner));

        var lead = world.unassignedLead("Company " + WORD);
        world.assign(lead, partner);

        var deal = deal(broker, partner);
        var workflow = id(broker.api().get("/api/workflows").then(), "[0].id");
        var version =
                id(broker.api().get("/api/workflows/{id}/versions", workflow).then(), "items[0].id");

        var support = new TestSupport(organisation);
        var technician = organisation.user(Role.TECHNICIAN);
        var unit = support.unit(UUID.fromString(account));
        var customer = support.customer(unit, UUID.fromString(account));
        var team = support.team();
        support.layer(team, technician);
        var request = request(customer.user(), technician);

        var imported = imported(broker);
        organisation
                .as(Role.ADMIN)
                .body(Map.of("rate", 1.1))
                .put("/api/exchange-rates/EUR")
                .then()
                .statusCode(200);
        var run = engineRecords(organisation, UUID.fromString(deal));
        broker.logIn();

        return new ListWorld(
                organisation,
                List.of(
                        organisation.user(Role.ADMIN),
                        organisation.user(Role.OPS_MANAGER),
                        broker,
                        technician,
                        partner,
                        customer.user()),
                Map.ofEntries(
                        Map.entry("/api/boards", workflow),
                        Map.entry("/api/deals", deal),
                        Map.entry("/api/engine/reconciliations", run),
                        Map.entry("/api/imports", imported),
                        Map.entry("/api/leads", lead),
                        Map.entry("/api/partner-accounts", account),
                        Map.entry("/api/partner-users", partnerUser),
                        Map.entry("/api/requests", request),
                        Map.entry("/api/rule-sets", "lead-assignment"),
                        Map.entry("/api/workflows", workflow),
                        Map.entry("column", "Stage_Qualification"),
                        Map.entry("number", 1),
                        Map.entry("accountId", account),
                        Map.entry("partnerAccountId", account),
                        Map.entry("customerId", customer.id()),
                        Map.entry("orgUnitId", unit),
                        Map.entry("ownerId", broker.id()),
                        Map.entry("ownerUserId", broker.id()),
                        Map.entry("queueId", queue),
                        Map.entry("recordId", deal),
                        Map.entry("recordType", "deal"),
                        Map.entry("teamId", team),
                        Map.entry("versionId", version),
                        Map.entry("workflowId", workflow),
                        Map.entry("stage", "Stage_Qualification"),
                        Map.entry("statusId", picked(broker, "ACCOUNT_STATUS")),
                        Map.entry("typeId", picked(broker, "ACCOUNT_TYPE")),
                        Map.entry("q", WORD),
                        Map.entry("works", "notify"),
                        Map.entry("id", deal),
                        Map.entry("processId", "deal-progression"),
                        Map.entry("from", "2020-01-01T00:00:00Z"),
                        Map.entry("until", "2100-01-01T00:00:00Z")));
    }

    private static String deal(TestUser broker, TestUser partner) {
        String deal = broker.api()
                .body(Map.of(
                        "name",
                        "Deal " + WORD,
                        "contacts",
                        List.of(Map.of(
                                "firstName", "Cora",
                                "lastName", "Contact",
                                "email", "cora@example.org",
                                "phone", "+1 303 555 0100"))))
                .post("/api/deals")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        broker.api()
                .body(Map.of("partnerUserId", partner.id()))
                .post("/api/deals/{id}/shares", deal)
                .then()
                .statusCode(201);
        broker.api()
                .body(Map.of("text", "Called them.", "shared", true))
                .post("/api/deals/{id}/notes", deal)
                .then()
                .statusCode(201);
        broker.api()
                .contentType(ContentType.MULTIPART)
                .multiPart("file", "offer.txt", "What it costs".getBytes(StandardCharsets.UTF_8))
                .multiPart("shared", "true")
                .post("/api/deals/{id}/files", deal)
                .then()
                .statusCode(201);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> broker.api().get("/api/deals/{id}", deal).then().body("place.name", is("Qualification")));
        return deal;
    }

    private static String request(TestUser customer, TestUser technician) {
        String request = customer.api()
                .body(Map.of("subject", "Printer " + WORD, "text", "It jams."))
                .post("/api/requests")
                .then()
                .statusCode(201)
                .extract()
                .path("summary.id");
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> technician
                .api()
                .get("/api/requests/{id}", request)
                .then()
                .body("summary.state", is("ASSIGNED")));
        technician
                .api()
                .body(Map.of("text", "Which one?"))
                .post("/api/requests/{id}/responses", request)
                .then()
                .statusCode(201);
        return request;
    }

    private static String imported(TestUser broker) {
        return broker.api()
                .contentType(ContentType.MULTIPART)
                .multiPart("file", "companies.csv", ("Name\n" + WORD + "\n").getBytes(StandardCharsets.UTF_8))
                .post("/api/imports")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** What comes of engines that are in trouble. */
    private static UUID engineRecords(TestOrganisation organisation, UUID deal) {
        var run = Ids.next();
        var sql = Given.bean(Sql.class);
        QuarkusTransaction.requiringNew().run(() -> {
            sql.update("""
                    insert into reconciliation_run (id, organisation_id, cause, engine_replaced, started_at, beat_at, ended_at)
                    values (?, ?, 'DEMAND', false, utc_timestamp(6), utc_timestamp(6), utc_timestamp(6))""", run, organisation.id());
            sql.update("""
                    insert into reconciliation_item (id, organisation_id, run_id, process_id, record_id, record_name, outcome, detail)
                    values (?, ?, ?, 'deal', ?, 'Deal', 'LEFT', 'Away')""", Ids.next(), organisation.id(), run, deal);
            sql.update("""
                    insert into attention_item (id, organisation_id, kind, what, record_id, record_name, cause, reference,
                        failures, state, version, created_at, updated_at)
                    values (?, ?, 'JOB', 'notify', ?, 'Deal Aurora', 'It broke', ?, 3, 'OPEN', 0, utc_timestamp(6), utc_timestamp(6))""", Ids.next(), organisation.id(), deal, "test " + run);
        });
        return run;
    }

    private static String picked(TestUser user, String list) {
        return id(user.api().get("/api/picklists").then(), "find { it.list == '%s' }.entries[0].id".formatted(list));
    }

    private static String id(ValidatableResponse response, String path) {
        return response.statusCode(200).extract().path(path);
    }
}
