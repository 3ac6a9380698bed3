package org.partnerflow.deal;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.BrokerClock;
import org.partnerflow.CaughtMails;
import org.partnerflow.Given;
import org.partnerflow.Given.TestOrganisation;
import org.partnerflow.Given.TestUser;
import org.partnerflow.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.partnerflow.deal.TestDeals.awaitStage;
import static org.partnerflow.deal.TestDeals.awaitState;
import static org.partnerflow.deal.TestDeals.body;
import static org.partnerflow.deal.TestDeals.create;
import static org.partnerflow.deal.TestDeals.move;
import static org.partnerflow.deal.TestDeals.moveTo;
import static org.partnerflow.deal.TestDeals.read;
import static org.partnerflow.deal.TestDeals.standing;

/** Every path of the shipped diagram, with the real broker, over REST. */
@QuarkusTest
class DealProgressionTest {
    private TestOrganisation organisation;
    private TestUser broker;

    @BeforeEach
    void givenABroker() {
        organisation = Given.organisation();
        broker = organisation.user(Role.BROKER);
    }

    @Test
    @DisplayName(
            "happy path: a partner's deal is qualified, proposed, negotiated, signed and won, with one mail to the contact")
    @Tag("W1")
    void happyPath() {
        var partner = TestDeals.partnerOf(broker);
        var contact = Map.of(
                "firstName", "Cora",
                "lastName", "Contact",
                "email", "cora." + Given.unique() + "@example.org",
                "phone", "+1 303 555 0100");
        var id = create(partner, body("Chairs for Acme", Map.of("contacts", List.of(contact))));

        awaitStage(partner, id, "Qualification");
        moveTo(partner, id, "Qualified", "Needs analysis");
        moveTo(partner, id, "Proposal", "Proposal");
        moveTo(broker, id, outcomeOnly(broker, id), "Negotiation");
        moveTo(partner, id, "Agreed", "Contract");
        move(broker, id, Map.of("outcome", "Signed")).statusCode(200).body("column", is("WON"));
        awaitState(partner, id, "WON");

        read(partner, id)
                .body("place.visitId", nullValue())
                .body("owner.id", is(broker.id().toString()))
                .body(
                        "progress.name",
                        contains("Qualification", "Needs analysis", "Proposal", "Negotiation", "Contract"))
                .body("progress.state", contains("DONE", "DONE", "DONE", "DONE", "DONE"))
                .body("progress[3].visits[0].outcome", is("Agreed"))
                .body("progress[3].visits[0].leftBy", is(partner.name()));
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(
                        CaughtMails.to(contact.get("email")))
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.subject()).isEqualTo("Your proposal is ready");
                    assertThat(mail.text()).contains("Chairs for Acme").contains(broker.name());
                }));
    }

    @Test
    @DisplayName("not a fit: lost at the first stage")
    void notAFit() {
        var id = standing(broker);
        move(broker, id, Map.of("targetElementId", "LOST")).statusCode(200).body("outcome", is("Not a fit"));
        awaitState(broker, id, "LOST");
        read(broker, id).body("progress.state", contains("DONE", "SKIPPED", "SKIPPED", "SKIPPED", "SKIPPED"));
    }

    @Test
    @DisplayName("new proposal wanted: back to the proposal, and declined the second time")
    void secondProposalDeclined() {
        var id = inNegotiation();
        moveTo(broker, id, "New proposal wanted", "Proposal");
        read(broker, id)
                .body("progress.state", contains("DONE", "DONE", "CURRENT", "AHEAD", "AHEAD"))
                .body("progress[2].visits.size()", is(2));
        moveTo(broker, id, outcomeOnly(broker, id), "Negotiation");
        move(broker, id, Map.of("outcome", "Declined")).statusCode(200);
        awaitState(broker, id, "LOST");
    }

    @Test
    @DisplayName("fell through: lost at the contract")
    void fellThrough() {
        var id = inNegotiation();
        moveTo(broker, id, "Agreed", "Contract");
        move(broker, id, Map.of("outcome", "Fell through")).statusCode(200);
        awaitState(broker, id, "LOST");
    }

    @Test
    @DisplayName("proposal overdue: the broker is reminded once, the deal stays")
    void proposalOverdue() {
        var id = atProposal();
        BrokerClock.advance(Duration.ofDays(7).plusMinutes(1));
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> broker.api()
                .get("/api/deal-notices")
                .then()
                .statusCode(200)
                .body("dealId", contains(id))
                .body("message", contains("The proposal has been waiting for 7 days."))
                .body("read", contains(false)));
        String notice = broker.api().get("/api/deal-notices").path("[0].id");
        broker.api().put("/api/deal-notices/{id}/read", notice).then().statusCode(204);
        broker.api().get("/api/deal-notices").then().body("read", contains(true));
        read(broker, id).body("place.name", is("Proposal"));
        moveTo(broker, id, outcomeOnly(broker, id), "Negotiation");
    }

    @Test
    @DisplayName("the broker sees a partner's move, and who made it, in the activity")
    void activity() {
        var partner = TestDeals.partnerOf(broker);
        var id = standing(partner);
        moveTo(partner, id, "Qualified", "Needs analysis");
        broker.api()
                .get("/api/deals/{id}/activity", id)
                .then()
                .statusCode(200)
                .body("items.action", hasItem("deal.moved"))
                .body("items.find { it.action == 'deal.moved' }.actor", is(partner.name()))
                .body("items.find { it.action == 'deal.moved' }.details.to", is("Needs analysis"));
    }

    @Test
    @DisplayName("31: line breaks in the name or in a contact are refused, and mails have one receiver")
    void refusesLineBreaks() {
        var evil = "Chairs\r\nBcc: eve@example.org";
        broker.api()
                .body(body(evil, Map.of()))
                .post("/api/deals")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("name"));
        for (var field : List.of("firstName", "lastName", "email", "phone")) {
            var contact = new java.util.HashMap<>(TestDeals.CONTACT);
            contact.put(field, contact.get(field) + "\r\nBcc: eve@example.org");
            broker.api()
                    .body(body("Chairs", Map.of("contacts", List.of(contact))))
                    .post("/api/deals")
                    .then()
                    .statusCode(400)
                    .body("violations[0].field", containsString(field));
        }
    }

    private String inNegotiation() {
        var id = atProposal();
        moveTo(broker, id, outcomeOnly(broker, id), "Negotiation");
        return id;
    }

    private String atProposal() {
        var id = standing(broker);
        moveTo(broker, id, "Qualified", "Needs analysis");
        moveTo(broker, id, outcomeOnly(broker, id), "Proposal");
        return id;
    }

    private static String outcomeOnly(TestUser user, String id) {
        return read(user, id).extract().path("place.position.moves[0].outcome");
    }
}
