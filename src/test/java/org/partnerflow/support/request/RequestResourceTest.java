package org.partnerflow.support.request;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.partnerflow.Given;
import org.partnerflow.Given.TestUser;
import org.partnerflow.shared.Role;
import org.partnerflow.support.TestSupport;
import org.partnerflow.support.TestSupport.TestCustomer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

/** The REST API of requests. What the process does to them is in {@link RequestEscalationTest}. */
@QuarkusTest
class RequestResourceTest {
    private final TestSupport support = new TestSupport();
    private final Given.TestOrganisation organisation = support.organisation();
    private TestCustomer customer;
    private UUID team;
    private TestUser technician;

    @BeforeEach
    void supportWithATechnician() {
        customer = support.customer();
        technician = organisation.user(Role.TECHNICIAN);
        team = support.team();
        support.layer(team, technician);
    }

    @Test
    @Tag("O1")
    void isLoggedByACustomerAndNumbered() {
        customer.user()
                .api()
                .body(Map.of(
                        "subject", "Printer jams",
                        "text", "Since Monday.\nOn every page.",
                        "priority", "HIGH",
                        "product", "LaserJet"))
                .post("/api/requests")
                .then()
                .statusCode(201)
                .body("summary.name", equalTo("R-1"))
                .body("summary.priority", equalTo("HIGH"))
                .body("summary.customer.id", equalTo(customer.id().toString()))
                .body("text", equalTo("Since Monday.\nOn every page."))
                .body("product", equalTo("LaserJet"))
                .body("path", empty())
                .body("summary.layer", nullValue())
                .body("actions", equalTo(List.of("REPLY")));
        log(customer, "Second").then().body("summary.name", equalTo("R-2"));
    }

    @Test
    @Tag("O1")
    void isLoggedByStaffForACustomer() {
        String id = organisation
                .as(Role.BROKER)
                .body(Map.of("subject", "Called", "text", "By phone", "customerId", customer.id()))
                .post("/api/requests")
                .then()
                .statusCode(201)
                .body("summary.customer.id", equalTo(customer.id().toString()))
                .body("summary.priority", equalTo("NORMAL"))
                .extract()
                .path("summary.id");
        customer.user().api().get("/api/requests/" + id).then().statusCode(200);

        organisation
                .as(Role.BROKER)
                .body(Map.of("subject", "Called", "text", "By phone"))
                .post("/api/requests")
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("customerId"));
    }

    @Test
    void asksForTheTeamWhereThereAreSeveral() {
        var other = support.team();
        log(customer, "Which team").then().statusCode(400).body("violations.field", hasItem("teamId"));
        customer.user().api().get("/api/requests/teams").then().statusCode(200).body("id", hasItem(other.toString()));
        customer.user()
                .api()
                .body(Map.of("subject", "For the other", "text", "x", "teamId", other))
                .post("/api/requests")
                .then()
                .statusCode(201)
                .body("summary.team.id", equalTo(other.toString()));
    }

    @Test
    void saysWhenNoTeamTakesRequestsYet() {
        var empty = new TestSupport();
        log(empty.customer(), "Help")
                .then()
                .statusCode(422)
                .body("detail", containsString("No team takes requests yet"));
    }

    @Test
    void saysThatAUserWithoutAnOrgUnitCannotLogRequests() {
        organisation
                .newUser(Role.CUSTOMER)
                .api()
                .body(Map.of("subject", "Help", "text", "x"))
                .post("/api/requests")
                .then()
                .statusCode(422)
                .body("detail", containsString("You belong to no org unit yet"));
    }

    @Test
    @DisplayName("24: a customer cannot log for somebody else, nor set what is not theirs")
    void ignoresNothingThatACustomerAdds() {
        var other = support.customer();
        for (var extra : Map.of(
                        "customerId",
                        other.id(),
                        "organisationId",
                        UUID.randomUUID(),
                        "role",
                        "ADMIN",
                        "state",
                        "RESOLVED")
                .entrySet()) {
            var body = new HashMap<String, Object>(Map.of("subject", "Mine", "text", "x"));
            body.put(extra.getKey(), extra.getValue());
            customer.user().api().body(body).post("/api/requests").then().statusCode(400);
        }
        for (var field : List.of("assigneeId", "ownerId", "partnerId")) {
            customer.user()
                    .api()
                    .body(Map.of("subject", "Mine", "text", "x", field, technician.id()))
                    .post("/api/requests")
                    .then()
                    .statusCode(400);
        }
    }

    @Test
    @DisplayName("31: a subject with line breaks is refused, because it goes into mails")
    void refusesASubjectWithLineBreaks() {
        log(customer, "Printer\r\nBcc: all@example.org")
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("subject"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "7",
                "{}",
                "{\"subject\":\"x\"}",
                "{\"subject\":\" \",\"text\":\"x\"}",
                "{\"subject\":\"x\",\"text\":\"\"}",
                "{\"subject\":\"x\",\"text\":\"a\\u0000b\"}",
                "{\"subject\":\"x\",\"text\":\"y\",\"priority\":\"SOON\"}",
                "{\"subject\":\"x\",\"text\":\"y\",\"teamId\":\"no id\"}",
                "{\"subject\":\"x\",\"text\":\"y\",\"product\":\"a\\nb\"}"
            })
    void saysWhatIsWrongWithAForm(String body) {
        customer.user().api().body(body).post("/api/requests").then().statusCode(400);
    }

    @Test
    void refusesTextsOfFiveMegabytes() {
        customer.user()
                .api()
                .body(Map.of("subject", "x", "text", "x".repeat(5_000_000)))
                .post("/api/requests")
                .then()
                .statusCode(400);
        customer.user()
                .api()
                .body(Map.of("subject", "x".repeat(5_000_000), "text", "x"))
                .post("/api/requests")
                .then()
                .statusCode(400);
    }

    @Test
    void refusesTeamsAndFiltersThatDoNotExist() {
        customer.user()
                .api()
                .body(Map.of("subject", "x", "text", "y", "teamId", UUID.randomUUID()))
                .post("/api/requests")
                .then()
                .statusCode(404);
        for (var query : List.of("view=NONE", "teamId=x", "after=x", "limit=0", "limit=1000000")) {
            assertThat(customer.user().api().get("/api/requests?" + query).statusCode())
                    .as(query)
                    .isIn(400, 404);
        }
    }

    @Test
    void isDiscussedByCustomerAndTechnician() {
        var id = logged(customer);
        assign(id);
        customer.user()
                .api()
                .body(Map.of("text", "Still broken"))
                .post(path(id) + "/responses")
                .then()
                .statusCode(201);
        technician
                .api()
                .body(Map.of("text", "Please restart it"))
                .post(path(id) + "/responses")
                .then()
                .statusCode(201)
                .body("summary.state", equalTo("RESPONDED"))
                .body("respondedAt", notNullValue());
        customer.user()
                .api()
                .get(path(id) + "/responses")
                .then()
                .statusCode(200)
                .body("items.text", equalTo(List.of("Still broken", "Please restart it")))
                .body("items.fromCustomer", equalTo(List.of(true, false)))
                .body("items.mine", equalTo(List.of(true, false)))
                .body("items[1].author", equalTo(technician.name()));
        for (var body : List.of("", "{}", "{\"text\":\" \"}", "{\"text\":\"x\",\"at\":1}")) {
            technician.api().body(body).post(path(id) + "/responses").then().statusCode(400);
        }
    }

    @Test
    void isResolvedOnce() {
        var id = logged(customer);
        assign(id);
        technician
                .api()
                .body(Map.of("text", "A new roller"))
                .post(path(id) + "/resolution")
                .then()
                .statusCode(201)
                .body("summary.state", equalTo("RESOLVED"))
                .body("actions", empty());
        technician
                .api()
                .body("{}")
                .post(path(id) + "/resolution")
                .then()
                .statusCode(409)
                .body("detail", containsString("because it is resolved"));
        technician.api().body("{}").post(path(id) + "/escalation").then().statusCode(409);
        customer.user()
                .api()
                .body(Map.of("text", "Thanks"))
                .post(path(id) + "/responses")
                .then()
                .statusCode(409);
        customer.user().api().get(path(id) + "/responses").then().body("items.text", equalTo(List.of("A new roller")));
        organisation.as(Role.ADMIN).get(path(id) + "/assignments").then().body("endedBy", equalTo(List.of("RESOLVED")));
    }

    @Test
    void refusesToEscalateWhatNobodyHasAndTellsWhoMayNot() {
        var id = logged(customer);
        technician
                .api()
                .body("{}")
                .post(path(id) + "/escalation")
                .then()
                .statusCode(409)
                .body("detail", containsString("because it is new"));
        organisation
                .as(Role.BROKER)
                .body(Map.of("text", "x"))
                .post(path(id) + "/responses")
                .then()
                .statusCode(403);
        technician
                .api()
                .body(Map.of("reason", "x\ny"))
                .post(path(id) + "/escalation")
                .then()
                .statusCode(409);
        technician.api().body("{}").post(path(id) + "/assignments").then().statusCode(400);
        technician
                .api()
                .body(Map.of("userId", support.technician().id()))
                .post(path(id) + "/assignments")
                .then()
                .statusCode(422)
                .body("detail", containsString("in none of its layers"));
    }

    @Test
    void staysVisibleUnassignedUntilSomebodyGivesItToAMember() {
        var id = logged(customer);
        organisation.as(() -> {
            Given.bean(RequestAssigner.class).tellLead(id);
            return id;
        });
        organisation
                .as(Role.ADMIN)
                .queryParam("view", "UNASSIGNED")
                .get("/api/requests")
                .then()
                .body("items.id", equalTo(List.of(id.toString())));
        technician
                .api()
                .get(path(id))
                .then()
                .body("actions", equalTo(List.of("REPLY", "RESOLVE", "ASSIGN")))
                .body("leadToldAt", notNullValue());

        technician
                .api()
                .body(Map.of("userId", technician.id()))
                .post(path(id) + "/assignments")
                .then()
                .statusCode(201)
                .body("summary.assignee.name", equalTo(technician.name()))
                .body("summary.state", equalTo("ASSIGNED"));
        technician
                .api()
                .get(path(id) + "/assignments")
                .then()
                .body("[0].note", containsString("Assigned by hand by"))
                .body("[0].decision", nullValue());
    }

    @Test
    void isListedWithFiltersCountsAndPages() {
        var first = logged(customer);
        var second = logged(customer);
        var third = logged(customer);
        assign(first);
        technician.api().body("{}").post(path(first) + "/resolution").then().statusCode(201);
        assign(second);

        var staff = organisation.user(Role.ADMIN);
        String next = staff.api()
                .queryParam("limit", 2)
                .get("/api/requests")
                .then()
                .body("items.id", equalTo(List.of(third.toString(), second.toString())))
                .extract()
                .path("next");
        staff.api()
                .queryParam("after", next)
                .get("/api/requests")
                .then()
                .body("items.id", equalTo(List.of(first.toString())))
                .body("next", nullValue());
        listed(staff, "view=OPEN", third, second);
        listed(staff, "view=RESOLVED", first);
        listed(technician, "view=MINE", second);
        listed(staff, "q=R-2", second);
        listed(staff, "q=printer", third, second, first);
        listed(staff, "q=%25");
        listed(staff, "customerId=" + customer.id(), third, second, first);
        listed(staff, "teamId=" + UUID.randomUUID());
        listed(staff, "view=OVERDUE");
        technician
                .api()
                .get("/api/requests/counts")
                .then()
                .body("open", equalTo(2))
                .body("mine", equalTo(1))
                .body("unassigned", equalTo(0))
                .body("overdue", equalTo(0));
    }

    @Test
    @DisplayName("22: customers see their own requests, partner users those assigned to them, and no count leaks")
    void showsEverybodyOnlyTheirs() {
        var other = support.customer();
        var partner = support.partnerUser(support.account("Northern Repairs"));
        var stranger = new TestSupport();
        var strangeTeam = stranger.team();
        var id = logged(customer);
        assign(id);

        for (var outsider : List.of(
                other.user(),
                partner,
                stranger.organisation().user(Role.ADMIN),
                stranger.customer().user())) {
            outsider.api().get(path(id)).then().statusCode(404);
            outsider.api().get(path(id) + "/responses").then().statusCode(404);
            outsider.api()
                    .body(Map.of("text", "x"))
                    .post(path(id) + "/responses")
                    .then()
                    .statusCode(404);
            outsider.api().get("/api/requests").then().body("items", empty());
            outsider.api().queryParam("q", "R-1").get("/api/requests").then().body("items", empty());
            outsider.api()
                    .queryParam("customerId", customer.id())
                    .get("/api/requests")
                    .then()
                    .body("items", empty());
            outsider.api().get("/api/requests/counts").then().body("open", equalTo(0));
        }
        partner.api().body("{}").post(path(id) + "/escalation").then().statusCode(404);
        partner.api().body("{}").post(path(id) + "/resolution").then().statusCode(404);
        partner.api()
                .body(Map.of("userId", partner.id()))
                .post(path(id) + "/assignments")
                .then()
                .statusCode(404);
        partner.api().get(path(id) + "/assignments").then().statusCode(403);
        customer.user().api().get(path(id) + "/assignments").then().statusCode(403);
        stranger.organisation()
                .as(Role.ADMIN)
                .get(path(id) + "/assignments")
                .then()
                .statusCode(404);
        customer.user()
                .api()
                .body(Map.of("subject", "x", "text", "y", "teamId", strangeTeam))
                .post("/api/requests")
                .then()
                .statusCode(404);
        organisation
                .as(Role.ADMIN)
                .body(Map.of(
                        "subject",
                        "x",
                        "text",
                        "y",
                        "customerId",
                        stranger.customer().id()))
                .post("/api/requests")
                .then()
                .statusCode(404);
    }

    @Test
    void tellsCustomersNothingOfLayersAndTimes() {
        var id = logged(customer);
        assign(id);

        customer.user()
                .api()
                .get(path(id))
                .then()
                .body("summary.layer", nullValue())
                .body("summary.dueAt", nullValue())
                .body("responseDueAt", nullValue())
                .body("path", empty())
                .body("summary.assignee.name", equalTo(technician.name()));
        technician
                .api()
                .get(path(id))
                .then()
                .body("summary.dueAt", notNullValue())
                .body("path.passage", equalTo(List.of("CURRENT")))
                .body("actions", equalTo(List.of("REPLY", "ESCALATE", "RESOLVE", "ASSIGN")));
    }

    @Test
    void keepsALayerThatHasOpenRequests() {
        var id = logged(customer);
        assign(id);
        String layer = technician.api().get(path(id)).path("path[0].id");
        organisation
                .as(Role.ADMIN)
                .delete("/api/teams/%s/layers/%s".formatted(team, layer))
                .then()
                .statusCode(422)
                .body("detail", containsString("has 1 open requests"));
    }

    @Test
    @Tag("X2")
    void recordsEachStep() {
        var id = logged(customer);
        assign(id);
        technician.api().body("{}").post(path(id) + "/resolution").then().statusCode(201);
        String ofCustomer = log(customer, "Printer jams").path("summary.id");

        organisation
                .as(Role.ADMIN)
                .queryParam("recordId", id)
                .get("/api/audit-entries")
                .then()
                .body("items.action", equalTo(List.of("request.resolved", "request.assigned")))
                .body("items[0].actor", equalTo(technician.name()))
                .body("items[0].address", equalTo("127.0.0.1"))
                .body("items[0].at", startsWith("20"));
        organisation
                .as(Role.ADMIN)
                .queryParam("recordId", ofCustomer)
                .get("/api/audit-entries")
                .then()
                .body(
                        "items.find { it.action == 'request.logged' }.actor",
                        equalTo(customer.user().name()));
    }

    private static Response log(TestCustomer customer, String subject) {
        return customer.user()
                .api()
                .body(Map.of("subject", subject, "text", "x"))
                .post("/api/requests");
    }

    private UUID logged(TestCustomer who) {
        return RequestWithoutProcess.of(organisation, who, team);
    }

    /** What the first job of the process does. */
    private void assign(UUID id) {
        organisation.as(() -> Given.bean(RequestAssigner.class).assign(id));
    }

    private static void listed(TestUser viewer, String query, UUID... ids) {
        viewer.api()
                .urlEncodingEnabled(false)
                .get("/api/requests?" + query)
                .then()
                .statusCode(200)
                .body(
                        "items.id",
                        equalTo(List.of(ids).stream().map(UUID::toString).toList()));
    }

    private static String path(UUID id) {
        return "/api/requests/" + id;
    }
}
