package org.partnerflow.lead;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.BrokerClock;
import org.partnerflow.CaughtMails;
import org.partnerflow.engine.RunningProcesses;
import org.partnerflow.rules.table.OutcomeType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

/** The paths of bpmn/lead-offer.bpmn on the real broker. */
@QuarkusTest
class LeadOfferProcessTest {
    @BeforeAll
    static void leaveNothingThatWouldBeDue() {
        RunningProcesses.cancelAll();
    }

    private LeadWorld world;

    @BeforeEach
    void newOrganisation() {
        world = LeadWorld.create();
    }

    @Test
    @DisplayName("happy path: offered by the rules, accepted, became a deal")
    @Tag("W1")
    @Tag("P11")
    void happyPath() {
        var anna = world.partnerUser("Anna Berg");
        world.publish(OutcomeType.FEWEST_OPEN, null);
        var lead = world.lead("Acme");
        world.awaitOffer(lead, anna);
        await().untilAsserted(() -> assertThat(CaughtMails.to(anna.email()))
                .anySatisfy(mail -> assertThat(mail.subject()).isEqualTo("New lead: Acme")));

        anna.api().post("/api/leads/" + lead + "/accept").then().statusCode(200).body("state", is("ACCEPTED"));

        var deal = world.awaitDeal(lead);
        anna.api().get("/api/deals/" + deal).then().statusCode(200).body("name", is("Acme"));
        anna.api().get("/api/leads/" + lead).then().body("dealId", is(deal.toString()));
    }

    @Test
    @DisplayName("partner declines twice: decided anew without the decliners")
    @Tag("P11")
    void partnerDeclinesTwice() {
        var anna = world.partnerUser("Anna Berg");
        var ben = world.partnerUser("Ben Cole");
        var cleo = world.partnerUser("Cleo Dorn");
        int version = world.publish(OutcomeType.FEWEST_OPEN, null);
        var lead = world.lead("Acme");

        world.awaitOffer(lead, anna);
        world.decline(lead, anna, "Outside our region");
        world.awaitOffer(lead, ben);
        world.decline(lead, ben, "No capacity");
        world.awaitOffer(lead, cleo);
        cleo.api().post("/api/leads/" + lead + "/accept").then().statusCode(200);
        world.awaitDeal(lead);

        world.broker()
                .get("/api/leads/" + lead + "/offers")
                .then()
                .body("partnerUser.name", contains("Anna Berg", "Ben Cole", "Cleo Dorn"))
                .body("answer", contains("DECLINED", "DECLINED", "ACCEPTED"))
                .body("reason", contains(is("Outside our region"), is("No capacity"), nullValue()));
        world.broker()
                .get("/api/leads/" + lead + "/decisions")
                .then()
                .body("", hasSize(3))
                .body("[0].ruling.assignee.name", is("Cleo Dorn"))
                .body("[0].version", is(version))
                .body("[0].ruling.row.number", is(1))
                .body("[0].ruling.verdicts.find { it.name == 'Anna Berg' }.standing", is("EXCLUDED"))
                .body("[0].ruling.verdicts.find { it.name == 'Anna Berg' }.sentence", containsString("has declined it"))
                .body("[2].ruling.assignee.name", is("Anna Berg"))
                .body("[2].ruling.verdicts.name", hasItem("Cleo Dorn"));
    }

    @Test
    @DisplayName("offer expires: withdrawn after two days, offered on")
    @Tag("P11")
    void offerExpires() {
        var anna = world.partnerUser("Anna Berg");
        var ben = world.partnerUser("Ben Cole");
        world.publish(OutcomeType.FEWEST_OPEN, null);
        var lead = world.lead("Acme");
        world.awaitOffer(lead, anna);

        expire(lead, 0);

        world.awaitOffer(lead, ben);
        world.broker()
                .get("/api/leads/" + lead + "/offers")
                .then()
                .body("answer", contains(is("EXPIRED"), nullValue()));
        anna.api().post("/api/leads/" + lead + "/accept").then().statusCode(409);
        anna.api().get("/api/leads").then().body("items", hasSize(0));
    }

    @Test
    @DisplayName("every offer expires: asked again after the others, and by hand at any time")
    @Tag("F4.2")
    void askedAgainAfterTheOthers() {
        var anna = world.partnerUser("Anna Berg");
        var ben = world.partnerUser("Ben Cole");
        world.publish(
                LeadWorld.row(OutcomeType.PARTNER_USER, "Anna Berg", Map.of()),
                LeadWorld.row(OutcomeType.FEWEST_OPEN, null, Map.of()));
        var lead = world.lead("Acme");
        world.awaitOffer(lead, anna);
        expire(lead, 0);
        world.awaitOffer(lead, ben);
        expire(lead, 1);
        world.awaitOffer(lead, anna);
        world.broker()
                .get("/api/leads/" + lead + "/candidates")
                .then()
                .body("find { it.partnerUser.name == 'Ben Cole' }.eligible", is(true))
                .body("find { it.partnerUser.name == 'Ben Cole' }.refusal", is("EXPIRED"))
                .body("find { it.partnerUser.name == 'Ben Cole' }.noteNeeded", is(false));

        world.broker()
                .body(Map.of("partnerUserId", ben.id(), "note", "Please have a look at this one."))
                .post("/api/leads/" + lead + "/assignment")
                .then()
                .statusCode(200)
                .body("state", is("OFFERED"));
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(CaughtMails.to(ben.email()))
                .anySatisfy(mail -> assertThat(mail.text()).contains("Please have a look at this one.")));
        ben.api().post("/api/leads/" + lead + "/accept").then().statusCode(200);
        world.awaitDeal(lead);
    }

    @Test
    @DisplayName("given by hand while it waits: the offer expires too")
    @Tag("F4.3")
    void givenByHandExpiresToo() {
        var anna = world.partnerUser("Anna Berg");
        var lead = world.lead("Acme");
        world.awaitState(lead, "UNASSIGNED");
        world.assign(lead, anna);
        expire(lead, 0);
        world.awaitState(lead, "UNASSIGNED");
    }

    /** Lets the time for an answer run out, again where the process had not come to the timer yet. */
    private void expire(UUID lead, int number) {
        await().atMost(Duration.ofSeconds(90))
                .pollDelay(Duration.ZERO)
                .ignoreExceptionsInstanceOf(ConditionTimeoutException.class)
                .untilAsserted(() -> {
                    BrokerClock.advance(
                            Duration.ofDays(2).plusMinutes(1)); // again where the process had not come to the timer yet
                    await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> world.broker()
                            .get("/api/leads/" + lead + "/offers")
                            .then()
                            .body("[%d].answer".formatted(number), is("EXPIRED")));
                });
    }

    @Test
    @DisplayName("nobody left: on the unassigned list, then given by hand")
    void nobodyLeft() {
        var anna = world.partnerUser("Anna Berg");
        world.publish(OutcomeType.FEWEST_OPEN, null);
        var lead = world.lead("Acme");
        world.awaitOffer(lead, anna);
        world.decline(lead, anna, "No capacity");
        world.awaitState(lead, "UNASSIGNED");
        world.broker().get("/api/leads?state=UNASSIGNED").then().body("items.id", contains(lead.toString()));

        var ben = world.partnerUser("Ben Cole");
        world.assign(lead, ben);
        ben.api().post("/api/leads/" + lead + "/accept").then().statusCode(200);
        world.awaitDeal(lead);
    }

    @Test
    @DisplayName("queue taken: a member takes the lead, and it becomes a deal")
    @Tag("P5")
    void queueTaken() {
        var anna = world.partnerUser("Anna Berg");
        var ben = world.partnerUser("Ben Cole");
        var queue = world.queue("West", List.of(anna, ben));
        world.publish(OutcomeType.QUEUE, "West");
        var lead = world.lead("Acme");
        world.awaitState(lead, "QUEUED");
        ben.api()
                .get("/api/leads?state=QUEUED&queueId=" + queue)
                .then()
                .body("items.id", contains(lead.toString()))
                .body("items[0].steps", contains("TAKE"));

        ben.api().post("/api/leads/" + lead + "/take").then().statusCode(200);
        world.awaitDeal(lead);
        anna.api()
                .post("/api/leads/" + lead + "/take")
                .then()
                .statusCode(409)
                .body("detail", containsString("Ben Cole"));
        anna.api().get("/api/leads/" + lead).then().statusCode(404);
    }

    @Test
    @DisplayName("given to another while offered: the first offer is withdrawn, the second one counts")
    void givenToAnotherWhileOffered() {
        var anna = world.partnerUser("Anna Berg");
        var ben = world.partnerUser("Ben Cole");
        world.publish(OutcomeType.PARTNER_USER, "Anna Berg");
        var lead = world.lead("Acme");
        world.awaitOffer(lead, anna);
        world.assign(lead, ben);
        ben.api().post("/api/leads/" + lead + "/accept").then().statusCode(200);
        world.awaitDeal(lead);
    }

    @Test
    @DisplayName("put from one queue into another by hand, then taken")
    void movedBetweenQueues() {
        var anna = world.partnerUser("Anna Berg");
        world.queue("West", List.of(world.partnerUser("Wim West")));
        var east = world.queue("East", List.of(anna));
        world.publish(OutcomeType.QUEUE, "West");
        var lead = world.lead("Acme");
        world.awaitState(lead, "QUEUED");
        world.assignToQueue(lead, east);
        anna.api().post("/api/leads/" + lead + "/take").then().statusCode(200);
        world.awaitDeal(lead);
    }

    @Test
    @DisplayName("a start message sent twice: one instance, one decision, one offer")
    void startMessageSentTwice() {
        var anna = world.partnerUser("Anna Berg");
        world.partnerUser("Ben Cole");
        world.publish(OutcomeType.FEWEST_OPEN, null);
        var lead = world.lead("Acme");
        world.startAgain(lead);
        world.awaitOffer(lead, anna);
        world.startAgain(lead);
        anna.api().post("/api/leads/" + lead + "/accept").then().statusCode(200);
        var deal = world.awaitDeal(lead);
        world.startAgain(lead);
        await().during(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            world.broker().get("/api/leads/" + lead + "/decisions").then().body("", hasSize(1));
            world.broker().get("/api/leads/" + lead + "/offers").then().body("", hasSize(1));
            world.broker().get("/api/leads/" + lead).then().body("dealId", is(deal.toString()));
        });
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(CaughtMails.to(anna.email()).stream()
                        .filter(mail -> mail.subject().startsWith("New lead")))
                .hasSize(1));
    }

    @Test
    @DisplayName("the next lead is decided by a newly published table within two seconds")
    @Tag("A6")
    void newTableDecidesWithinTwoSeconds() {
        var anna = world.partnerUser("Anna Berg");
        var ben = world.partnerUser("Ben Cole");
        world.publish(OutcomeType.PARTNER_USER, "Anna Berg");
        world.awaitOffer(world.lead("Before"), anna);
        int version = world.publish(OutcomeType.PARTNER_USER, "Ben Cole");
        var lead = world.lead("After");
        world.awaitOffer(lead, ben);
        world.broker()
                .get("/api/leads/" + lead + "/decisions")
                .then()
                .body("[0].version", is(version))
                .body("[0].ruling.row.number", is(1))
                .body("[0].ruling.row.text", containsString("Ben Cole"))
                .body("[0].ruling.verdicts.find { it.name == 'Ben Cole' }.standing", is("CHOSEN"))
                .body("[0].ruling.verdicts.find { it.name == 'Anna Berg' }.standing", is("ELIGIBLE"))
                .body("[0].ruling.verdicts.find { it.name == 'Anna Berg' }.sentence", not(containsString("null")));
    }
}
