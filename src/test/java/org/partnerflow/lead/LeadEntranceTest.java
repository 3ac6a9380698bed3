package org.partnerflow.lead;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.Given.TestUser;
import org.partnerflow.rules.table.OutcomeType;
import org.partnerflow.shared.Role;
import org.partnerflow.shared.Sql;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

/** What a lead must have to become a deal is asked when it matters, and no lead goes astray between two steps. */
@QuarkusTest
class LeadEntranceTest {
    @Inject
    Sql sql;

    private LeadWorld world;

    @BeforeEach
    void newOrganisation() {
        world = LeadWorld.create();
    }

    @Test
    @Tag("F4.1")
    void aPhoneThatIsNoneIsAskedForAtAcceptance() {
        var anna = world.partnerUser("Anna Berg");
        var lead = leadWithPhone("ask reception");
        world.broker()
                .get("/api/leads/" + lead)
                .then()
                .body("contact.phone", is("ask reception"))
                .body("missing.field", is(List.of("contact.phone")))
                .body("missing[0].message", containsString("“ask reception”"));
        world.assign(lead, anna);

        anna.api()
                .post("/api/leads/" + lead + "/accept")
                .then()
                .statusCode(400)
                .body("violations.field", is(List.of("contact.phone")))
                .body("violations[0].message", allOf(containsString("ask reception"), containsString("phone number")));
        anna.api().get("/api/leads/" + lead).then().body("state", is("OFFERED"));

        accept(anna, lead, "(303) 555-0144 x7").statusCode(200).body("contact.phone", is("+1 303-555-0144 ext. 7"));
        var deal = world.awaitDeal(lead);
        world.broker().get("/api/deals/" + deal).then().body("contacts[0].phone", is("+1 303-555-0144 ext. 7"));
        world.as(Role.ADMIN)
                .get("/api/audit-entries?recordId=" + lead)
                .then()
                .body("items.action", hasItem("lead.edited"));
    }

    @Test
    @Tag("F4.5")
    void aPhoneTypedAtAcceptanceIsOneOfTheCountryOfTheLead() {
        var anna = world.partnerUser("Anna Berg");
        var german = new HashMap<>(LeadWorld.aLead("Acme"));
        german.put("country", "Germany");
        german.put("contact", contact("ask reception"));
        String id = world.broker()
                .body(german)
                .post("/api/leads")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        var lead = UUID.fromString(id);
        world.decide(lead);
        world.assign(lead, anna);

        accept(anna, lead, "030 1234567").statusCode(200).body("contact.phone", is("+49 30 1234567"));
    }

    @Test
    @Tag("F4.5")
    void anEmailIsStoredInItsNormalFormAndFound() {
        var typed = new HashMap<>(LeadWorld.aLead("Acme"));
        var contact = new HashMap<>(LeadWorld.aContact());
        contact.put("email", "Ada\u200b.Hill\uFF20Example.ORG");
        typed.put("contact", contact);

        world.broker()
                .body(typed)
                .post("/api/leads")
                .then()
                .statusCode(201)
                .body("contact.email", is("ada.hill@example.org"));
    }

    @Test
    @Tag("F4.1")
    void aCompanyThatNobodySeesIsNone() {
        var typed = new HashMap<>(LeadWorld.aLead("Acme"));
        typed.put("company", "\u200b");

        world.broker()
                .body(typed)
                .post("/api/leads")
                .then()
                .statusCode(400)
                .body("violations.field", is(List.of("company")));
    }

    @Test
    @Tag("F4.1")
    void whoTakesFromAQueueIsAskedToo() {
        var anna = world.partnerUser("Anna Berg");
        var queue = world.queue("West", List.of(anna));
        var lead = leadWithPhone("ask reception");
        world.assignToQueue(lead, queue);

        anna.api()
                .post("/api/leads/" + lead + "/take")
                .then()
                .statusCode(400)
                .body("violations[0].field", is("contact.phone"));
        world.broker().get("/api/leads/" + lead).then().body("state", is("QUEUED"));
        anna.api()
                .body(Map.of("contact", contact("303-555-0145")))
                .post("/api/leads/" + lead + "/take")
                .then()
                .statusCode(200);
        world.awaitDeal(lead);
    }

    @Test
    @Tag("F4.1")
    void anAutomaticStepThatFailsSaysRecordFieldAndValue() {
        var anna = world.partnerUser("Anna Berg");
        var lead = leadWithPhone("ask reception");
        world.assign(lead, anna);
        acceptedBeforeItWasAsked(lead);
        await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> world.as(Role.ADMIN)
                .get("/api/attention?recordId=" + lead)
                .then()
                .body("items", hasSize(1))
                .body(
                        "items[0].cause",
                        allOf(
                                containsString("Acme"),
                                containsString("contact.phone"),
                                containsString("“ask reception”"))));

        int version = world.broker().get("/api/leads/" + lead).path("version");
        var mended = new HashMap<>(LeadWorld.aLead("Acme"));
        mended.put("version", version);
        world.broker()
                .body(mended)
                .put("/api/leads/" + lead)
                .then()
                .statusCode(200)
                .body("missing", empty());
        world.awaitDeal(lead);
    }

    @Test
    @Tag("F4.1")
    void aPartnerAllocatedToNobodyHasDealsOfTheOwnerOfTheAccount() {
        var anna = world.partnerUser("Anna Berg");
        allocateToNobody(anna);
        var lead = world.unassignedLead("Acme");
        world.assign(lead, anna);
        anna.api().post("/api/leads/" + lead + "/accept").then().statusCode(200);

        var deal = world.awaitDeal(lead);
        var owner = world.organisation().user(Role.BROKER).id().toString();
        world.broker().get("/api/deals/" + deal).then().body("owner.id", is(owner));
    }

    @Test
    @Tag("F4.1")
    void withoutAnybodyWhoCouldOwnTheDealAcceptanceSaysSo() {
        var anna = world.partnerUser("Anna Berg");
        allocateToNobody(anna);
        QuarkusTransaction.requiringNew()
                .run(() -> sql.update(
                        "update partner_account set owner_user_id = ? where organisation_id = ?",
                        anna.id(),
                        world.organisation().id()));
        QuarkusTransaction.requiringNew()
                .run(() -> sql.update(
                        "update organisation set owner_user_id = null where id = ?",
                        world.organisation().id()));
        var lead = world.unassignedLead("Acme");
        world.assign(lead, anna);
        anna.api()
                .post("/api/leads/" + lead + "/accept")
                .then()
                .statusCode(422)
                .body("detail", containsString("allocated to nobody"));
        world.broker().get("/api/leads/" + lead).then().body("state", is("OFFERED"));
    }

    @Test
    @Tag("F4.4")
    void aLeadThatAPartnerEntersIsTheirs() {
        var anna = world.partnerUser("Anna Berg");
        var ben = world.partnerUser("Ben Cole");
        world.publish(OutcomeType.PARTNER_USER, "Ben Cole");
        var lead = entered(anna, LeadWorld.aLead("Acme"))
                .statusCode(201)
                .body("state", is("ACCEPTED"))
                .body("owner.name", is("Anna Berg"))
                .extract()
                .jsonPath()
                .getUUID("id");

        var deal = world.awaitDeal(lead);
        anna.api().get("/api/deals/" + deal).then().statusCode(200).body("name", is("Acme"));
        ben.api().get("/api/leads").then().body("items", empty());
        world.broker()
                .get("/api/leads/" + lead + "/offers")
                .then()
                .body("way", is(List.of("OWN")))
                .body("answer", is(List.of("ACCEPTED")));
        world.broker().get("/api/leads/" + lead + "/decisions").then().body("", empty());
    }

    @Test
    @Tag("F4.4")
    void whatItLacksIsAskedWhenItIsEntered() {
        var anna = world.partnerUser("Anna Berg");
        var form = new HashMap<>(LeadWorld.aLead("Acme"));
        form.put("contact", contact("ask reception"));
        entered(anna, form).statusCode(400).body("violations[0].field", is("contact.phone"));
        anna.api().get("/api/leads").then().body("items", empty());
    }

    @Test
    @Tag("F4.4")
    void theOrganisationMayChooseThatTheRulesSayWhoIsAsked() {
        var anna = world.partnerUser("Anna Berg");
        var ben = world.partnerUser("Ben Cole");
        world.publish(OutcomeType.PARTNER_USER, "Ben Cole");
        world.as(Role.ADMIN)
                .body(Map.of(
                        "version",
                        0,
                        "settings",
                        Map.of(
                                "mailPartnerAdded",
                                true,
                                "mailDealShared",
                                true,
                                "partnersKeepTheirLeads",
                                false,
                                "notifications",
                                List.of())))
                .put("/api/portal-settings")
                .then()
                .statusCode(200)
                .body("partnersKeepTheirLeads", is(false));

        var lead = entered(anna, LeadWorld.aLead("Acme"))
                .statusCode(201)
                .body("dealId", is((Object) null))
                .body("id", notNullValue())
                .extract()
                .jsonPath()
                .getUUID("id");
        world.awaitOffer(lead, ben);
    }

    private ValidatableResponse entered(TestUser partner, Map<String, Object> form) {
        return partner.api().body(form).post("/api/leads").then();
    }

    private ValidatableResponse accept(TestUser partner, UUID lead, String phone) {
        return partner.api()
                .body(Map.of("contact", contact(phone)))
                .post("/api/leads/" + lead + "/accept")
                .then();
    }

    private UUID leadWithPhone(String phone) {
        var form = new HashMap<>(LeadWorld.aLead("Acme"));
        form.put("contact", contact(phone));
        var lead = world.broker()
                .body(form)
                .post("/api/leads")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getUUID("id");
        world.decide(lead);
        return lead;
    }

    private static Map<String, Object> contact(String phone) {
        var contact = new HashMap<>(LeadWorld.aContact());
        contact.put("phone", phone);
        return contact;
    }

    /** As older releases let it happen: the lead was accepted, and its process goes on. */
    private void acceptedBeforeItWasAsked(UUID lead) {
        QuarkusTransaction.requiringNew()
                .run(() -> sql.update("update sales_lead set state = 'ACCEPTED' where id = ?", lead));
        QuarkusTransaction.requiringNew()
                .run(() -> sql.update("update lead_offer set answer = 'ACCEPTED' where lead_id = ?", lead));
        world.acceptedOutside(lead);
    }

    private void allocateToNobody(TestUser partner) {
        QuarkusTransaction.requiringNew()
                .run(() -> sql.update(
                        "delete from partner_user_allocation where partner_user_id in (select id from partner_user where user_id = ?)",
                        partner.id()));
    }
}
