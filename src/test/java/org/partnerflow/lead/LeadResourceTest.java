package org.partnerflow.lead;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.Given;
import org.partnerflow.Parallel;
import org.partnerflow.shared.Role;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
class LeadResourceTest {
    private LeadWorld world;

    @BeforeEach
    void newOrganisation() {
        world = LeadWorld.create();
    }

    @Test
    void takesLeadIn() {
        world.broker()
                .body(LeadWorld.aLead("Acme"))
                .post("/api/leads")
                .then()
                .statusCode(201)
                .body("id", notNullValue())
                .body("company", is("Acme"))
                .body("contact.email", is("ada.hill@example.org"))
                .body("value", equalTo(12500.5f))
                .body("currency", is("USD"))
                .body("steps", hasItem("ASSIGN"))
                .body("version", notNullValue());
    }

    @Test
    void takesSameExternalIdInOnce() {
        var form = with(LeadWorld.aLead("Acme"), "externalId", "crm-" + Given.unique());
        String first = world.broker()
                .body(form)
                .post("/api/leads")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        world.broker().body(form).post("/api/leads").then().statusCode(200).body("id", is(first));
        world.as(Role.ADMIN)
                .body(form)
                .post("/api/leads")
                .then()
                .statusCode(201)
                .body("id", not(first));
    }

    @Test
    void sentTwiceAtOnceIsOneLead() {
        var form = with(LeadWorld.aLead("Acme"), "externalId", "crm-" + Given.unique());
        var broker = world.organisation().user(Role.BROKER);
        broker.session();
        List<String> ids = Parallel.times(8, () -> broker.api()
                .body(form)
                .post("/api/leads")
                .then()
                .extract()
                .path("id"));
        org.assertj.core.api.Assertions.assertThat(ids.stream().distinct()).hasSize(1);
    }

    @Test
    void saysWhichFieldsAreWrong() {
        world.broker()
                .body(Map.of(
                        "company",
                        " ",
                        "contact",
                        Map.of("firstName", "Ada", "lastName", "", "email", "ada", "phone", "1"),
                        "value",
                        -1))
                .post("/api/leads")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.field", hasItem(containsString("company")))
                .body("violations.field", hasItem(containsString("lastName")))
                .body("violations.field", hasItem(containsString("value")));
    }

    @Test
    void neverAnswersBadInputWithAFault() {
        var huge = "x".repeat(5_000_000);
        for (Object body : List.of(
                "{",
                "[]",
                "null",
                "\"text\"",
                with(LeadWorld.aLead("Acme"), "company", huge),
                with(LeadWorld.aLead("Acme"), "value", "much"),
                with(LeadWorld.aLead("Acme"), "value", 1e300),
                with(LeadWorld.aLead("Acme"), "currency", "euro"),
                with(LeadWorld.aLead("Acme"), "currency", null),
                with(LeadWorld.aLead("Acme"), "contact", null),
                with(LeadWorld.aLead("Acme"), "text", "x".repeat(10_001)),
                with(LeadWorld.aLead("Acme"), "externalId", ""),
                with(LeadWorld.aLead("Acme"), "unknown", 1))) {
            world.broker().body(body).post("/api/leads").then().statusCode(400).contentType("application/problem+json");
        }
        for (var query : List.of("limit=0", "limit=x", "after=x", "state=GONE", "ownerId=x", "q=" + "x".repeat(300))) {
            world.broker()
                    .get("/api/leads?" + query)
                    .then()
                    .statusCode(not(500))
                    .statusCode(org.hamcrest.Matchers.in(List.of(400, 404)));
        }
        for (var id : List.of("x", UUID.randomUUID().toString(), "%00")) {
            world.broker()
                    .urlEncodingEnabled(false)
                    .get("/api/leads/" + id)
                    .then()
                    .statusCode(org.hamcrest.Matchers.in(List.of(400, 404)));
        }
    }

    @Test
    @DisplayName("31: line breaks in company, name or address are refused")
    void refusesLineBreaks() {
        var bcc = "Acme\r\nBcc: thief@example.org";
        world.broker().body(LeadWorld.aLead(bcc)).post("/api/leads").then().statusCode(400);
        for (var field : List.of("firstName", "lastName", "email", "phone")) {
            var contact = new HashMap<>(LeadWorld.aContact());
            contact.put(field, contact.get(field) + "\r\nBcc: thief@example.org");
            world.broker()
                    .body(with(LeadWorld.aLead("Acme"), "contact", contact))
                    .post("/api/leads")
                    .then()
                    .statusCode(400);
        }
    }

    @Test
    @DisplayName("24: a partner cannot choose organisation, owner, state or role")
    void refusesFieldsThatTheServerDecides() {
        var partner = world.partnerUser("Anna Berg");
        for (var field : List.of("organisationId", "ownerId", "partnerId", "role", "state", "queueId", "dealId")) {
            partner.api()
                    .body(with(LeadWorld.aLead("Acme"), field, UUID.randomUUID().toString()))
                    .post("/api/leads")
                    .then()
                    .statusCode(400)
                    .body("violations[0].field", is(field));
        }
    }

    @Test
    void listsNewestFirstPageByPage() {
        var first = world.lead("First");
        var second = world.lead("Second");
        var third = world.lead("Third");
        String next = world.broker()
                .get("/api/leads?limit=2")
                .then()
                .statusCode(200)
                .body("items.id", contains(third.toString(), second.toString()))
                .extract()
                .path("next");
        world.broker()
                .get("/api/leads?limit=2&after=" + next)
                .then()
                .body("items.id", contains(first.toString()))
                .body("next", nullValue());
    }

    @Test
    void filtersByStateAndWords() {
        world.unassignedLead("Solar One");
        world.unassignedLead("Wind_Two");
        world.broker().get("/api/leads?q=solar").then().body("items.company", contains("Solar One"));
        world.broker().get("/api/leads?q=d_T").then().body("items.company", contains("Wind_Two"));
        world.broker().get("/api/leads?q=%25").then().body("items", empty());
        world.broker().get("/api/leads?state=UNASSIGNED").then().body("items", hasSize(2));
        world.broker().get("/api/leads?state=OFFERED&state=QUEUED").then().body("items", empty());
    }

    @Test
    @DisplayName("11: the second of two who edit a lead is told what differs")
    void refusesStaleEdit() {
        var lead = world.unassignedLead("Acme");
        int version = world.broker().get("/api/leads/" + lead).path("version");
        var mine = with(with(LeadWorld.aLead("Acme"), "region", "North"), "version", version);
        var theirs = with(with(LeadWorld.aLead("Acme"), "region", "South"), "version", version);
        world.broker()
                .body(mine)
                .put("/api/leads/" + lead)
                .then()
                .statusCode(200)
                .body("region", is("North"))
                .body("version", is(version + 1));
        world.as(Role.ADMIN)
                .body(theirs)
                .put("/api/leads/" + lead)
                .then()
                .statusCode(409)
                .body("differences[0].field", is("region"))
                .body("differences[0].before", is("North"))
                .body("differences[0].after", is("South"));
        world.broker()
                .body(LeadWorld.aLead("Acme"))
                .put("/api/leads/" + lead)
                .then()
                .statusCode(400)
                .body("violations[0].field", is("version"));
    }

    @Test
    @Tag("P5")
    @Tag("P9")
    void assignsByHandToEligiblePartnerUser() {
        var anna = world.partnerUser("Anna Berg");
        var lead = world.unassignedLead("Acme");
        world.broker()
                .body(Map.of("partnerUserId", anna.id()))
                .post("/api/leads/" + lead + "/assignment")
                .then()
                .statusCode(200)
                .body("state", is("OFFERED"))
                .body("owner.name", is("Anna Berg"));
        world.broker()
                .get("/api/leads/" + lead + "/offers")
                .then()
                .body("way", contains("HAND"))
                .body("answer", contains(nullValue()));
        anna.api().get("/api/leads?mine=true").then().body("items.id", contains(lead.toString()));
    }

    @Test
    void reassigningWithdrawsTheOpenOffer() {
        var anna = world.partnerUser("Anna Berg");
        var ben = world.partnerUser("Ben Cole");
        var lead = world.unassignedLead("Acme");
        world.assign(lead, anna);
        world.assign(lead, ben);
        world.broker()
                .get("/api/leads/" + lead + "/offers")
                .then()
                .body("partnerUser.name", contains("Anna Berg", "Ben Cole"))
                .body("answer", contains(is("WITHDRAWN"), nullValue()));
        anna.api()
                .post("/api/leads/" + lead + "/accept")
                .then()
                .statusCode(409)
                .body("detail", containsString("has ended"));
        anna.api().get("/api/leads/" + lead).then().statusCode(404);
    }

    @Test
    @Tag("P7")
    void refusesToAssignToSomebodyWhoCannotTakeIt() {
        var fresh = world.invitedPartnerUser("Never Here");
        var lead = world.unassignedLead("Acme");
        world.broker()
                .body(Map.of("partnerUserId", fresh.id()))
                .post("/api/leads/" + lead + "/assignment")
                .then()
                .statusCode(422)
                .body("detail", containsString("Never Here"))
                .body("detail", containsString("invitation"));
        world.broker()
                .get("/api/leads/" + lead + "/candidates")
                .then()
                .statusCode(200)
                .body("find { it.partnerUser.name == 'Never Here' }.eligible", is(false))
                .body("find { it.partnerUser.name == 'Never Here' }.objection", containsString("invitation"));
    }

    @Test
    @Tag("P11")
    @Tag("F4.2")
    void whoDeclinedIsOfferedItAgainByHandWithANoteOnly() {
        var anna = world.partnerUser("Anna Berg");
        var lead = world.unassignedLead("Acme");
        world.assign(lead, anna);
        anna.api()
                .body(Map.of("reason", "No capacity"))
                .post("/api/leads/" + lead + "/decline")
                .then()
                .statusCode(204);
        world.broker()
                .body(Map.of("partnerUserId", anna.id()))
                .post("/api/leads/" + lead + "/assignment")
                .then()
                .statusCode(422)
                .body("detail", is("Anna Berg has declined this lead. Say in a note why it is offered to them again."));
        world.broker()
                .get("/api/leads/" + lead + "/candidates")
                .then()
                .body("find { it.partnerUser.name == 'Anna Berg' }.eligible", is(true))
                .body("find { it.partnerUser.name == 'Anna Berg' }.refusal", is("DECLINED"))
                .body("find { it.partnerUser.name == 'Anna Berg' }.noteNeeded", is(true));
        world.broker()
                .body(Map.of("partnerUserId", anna.id(), "note", "As agreed on the phone."))
                .post("/api/leads/" + lead + "/assignment")
                .then()
                .statusCode(200)
                .body("owner.name", is("Anna Berg"));
        anna.api().get("/api/leads/" + lead + "/offers").then().body("note", hasItem("As agreed on the phone."));
    }

    @Test
    void declineNeedsReason() {
        var anna = world.partnerUser("Anna Berg");
        var lead = world.unassignedLead("Acme");
        world.assign(lead, anna);
        for (var body : List.of("{}", "{\"reason\": \" \"}", "{\"reason\": \"" + "x".repeat(1001) + "\"}")) {
            anna.api().body(body).post("/api/leads/" + lead + "/decline").then().statusCode(400);
        }
    }

    @Test
    void assignmentNamesJustOneTarget() {
        var lead = world.unassignedLead("Acme");
        var both = Map.of("partnerUserId", UUID.randomUUID(), "queueId", UUID.randomUUID());
        for (var body : List.of(Map.of(), both, Map.of("partnerUserId", UUID.randomUUID()))) {
            world.broker()
                    .body(body)
                    .post("/api/leads/" + lead + "/assignment")
                    .then()
                    .statusCode(400);
        }
        world.broker()
                .body(Map.of("queueId", UUID.randomUUID()))
                .post("/api/leads/" + lead + "/assignment")
                .then()
                .statusCode(404);
    }

    @Test
    void refusesToReassignAcceptedLead() {
        var anna = world.partnerUser("Anna Berg");
        var ben = world.partnerUser("Ben Cole");
        var lead = world.unassignedLead("Acme");
        world.assign(lead, anna);
        anna.api().post("/api/leads/" + lead + "/accept").then().statusCode(200);
        world.broker()
                .body(Map.of("partnerUserId", ben.id()))
                .post("/api/leads/" + lead + "/assignment")
                .then()
                .statusCode(409)
                .body("owner.name", is("Anna Berg"));
        anna.api().post("/api/leads/" + lead + "/accept").then().statusCode(409);
    }

    @Test
    @DisplayName("10: 50 members take one lead at once: one gets it, 49 are told who")
    void oneOfFiftyGetsTheLead() {
        var members = world.partnerUsers(50);
        var queue = world.queue("West", members);
        var lead = world.unassignedLead("Acme");
        world.assignToQueue(lead, queue);
        var answers = Parallel.each(
                members,
                member -> member.api().post("/api/leads/" + lead + "/take").thenReturn());
        var winners =
                answers.stream().filter(answer -> answer.statusCode() == 200).toList();
        org.assertj.core.api.Assertions.assertThat(winners).hasSize(1);
        String winner = winners.getFirst().path("owner.name");
        org.assertj.core.api.Assertions.assertThat(answers)
                .filteredOn(answer -> answer.statusCode() != 200)
                .hasSize(49)
                .allSatisfy(answer -> {
                    org.assertj.core.api.Assertions.assertThat(answer.statusCode())
                            .isEqualTo(409);
                    org.assertj.core.api.Assertions.assertThat(answer.<String>path("owner.name"))
                            .isEqualTo(winner);
                    org.assertj.core.api.Assertions.assertThat(answer.<String>path("detail"))
                            .contains(winner);
                });
        world.broker().get("/api/leads/" + lead).then().body("owner.name", is(winner));
    }

    @Test
    @DisplayName("22: a partner sees nothing of the leads of others")
    void othersLeadsAreNotThere() {
        var anna = world.partnerUser("Anna Berg");
        var ben = world.partnerUser("Ben Cole");
        var queue = world.queue("West", List.of(anna));
        var offered = world.unassignedLead("Offered to Anna");
        world.assign(offered, anna);
        var queued = world.unassignedLead("Queued for Anna");
        world.assignToQueue(queued, queue);
        var unassigned = world.unassignedLead("Unassigned");

        ben.api()
                .get("/api/leads")
                .then()
                .statusCode(200)
                .body("items", empty())
                .body("next", nullValue());
        ben.api().get("/api/leads?ownerId=" + anna.id()).then().body("items", empty());
        ben.api().get("/api/leads?queueId=" + queue).then().body("items", empty());
        ben.api().get("/api/leads?q=Anna").then().body("items", empty());
        ben.api().get("/api/queues").then().statusCode(200).body("", empty());
        ben.api().get("/api/queues/" + queue).then().statusCode(404);
        for (var lead : List.of(offered, queued, unassigned)) {
            for (var path : List.of("", "/offers")) {
                ben.api().get("/api/leads/" + lead + path).then().statusCode(404);
            }
            for (var step : List.of("/accept", "/take")) {
                ben.api().post("/api/leads/" + lead + step).then().statusCode(404);
            }
            ben.api()
                    .body(Map.of("reason", "x"))
                    .post("/api/leads/" + lead + "/decline")
                    .then()
                    .statusCode(404);
            for (var path : List.of("/decisions", "/candidates")) {
                ben.api().get("/api/leads/" + lead + path).then().statusCode(403);
            }
        }
        anna.api()
                .get("/api/leads")
                .then()
                .body("items.company", containsInAnyOrder("Offered to Anna", "Queued for Anna"));
        anna.api()
                .get("/api/queues")
                .then()
                .body("name", contains("West"))
                .body("members", everyItem(empty()))
                .body("waiting", contains(1));
    }

    @Test
    @DisplayName("22: another organisation's leads, queues and groups are not there")
    void otherOrganisationsAreNotThere() {
        var stranger = LeadWorld.create();
        var anna = world.partnerUser("Anna Berg");
        var queue = world.queue("West", List.of(anna));
        var lead = world.unassignedLead("Acme");
        for (var path : List.of("", "/offers", "/decisions", "/candidates")) {
            stranger.as(Role.ADMIN).get("/api/leads/" + lead + path).then().statusCode(404);
        }
        stranger.as(Role.ADMIN)
                .body(Map.of("queueId", queue))
                .post("/api/leads/" + lead + "/assignment")
                .then()
                .statusCode(404);
        var theirs = stranger.unassignedLead("Theirs");
        stranger.as(Role.ADMIN)
                .body(Map.of("queueId", queue))
                .post("/api/leads/" + theirs + "/assignment")
                .then()
                .statusCode(404);
        stranger.as(Role.ADMIN)
                .body(Map.of("partnerUserId", anna.id()))
                .post("/api/leads/" + theirs + "/assignment")
                .then()
                .statusCode(400);
        stranger.as(Role.ADMIN).get("/api/queues/" + queue).then().statusCode(404);
        stranger.as(Role.ADMIN)
                .body(Map.of("name", "Theirs", "members", List.of(anna.id())))
                .post("/api/queues")
                .then()
                .statusCode(400);
    }

    static Map<String, Object> with(Map<String, Object> form, String field, Object value) {
        var changed = new HashMap<>(form);
        changed.put(field, value);
        return changed;
    }
}
