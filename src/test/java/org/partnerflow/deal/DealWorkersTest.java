package org.partnerflow.deal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.partnerflow.BrokerClock;
import org.partnerflow.CaughtMails;
import org.partnerflow.Given;
import org.partnerflow.Given.TestOrganisation;
import org.partnerflow.Given.TestUser;
import org.partnerflow.engine.Job;
import org.partnerflow.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.partnerflow.deal.TestDeals.moveTo;
import static org.partnerflow.deal.TestDeals.read;
import static org.partnerflow.deal.TestDeals.standing;

/** The workers of deals, also when the engine delivers a job twice. */
@QuarkusTest
class DealWorkersTest {
    @Inject
    RecordStageVisit recordStageVisit;

    @Inject
    SendDealEmail sendDealEmail;

    @Inject
    CloseDeal closeDeal;

    private TestOrganisation organisation;
    private TestUser broker;

    @BeforeEach
    void givenABroker() {
        organisation = Given.organisation();
        broker = organisation.user(Role.BROKER);
    }

    @Test
    @DisplayName("5: a stage's job that is delivered again, and twice at once, records one visit")
    void recordsOneVisit() throws Exception {
        var id = standing(broker);
        var visit = organisation
                .as(() -> Given.bean(StageVisits.class).ofDeal(UUID.fromString(id)))
                .getFirst();
        var job = job(id, visit.jobKey(), "Stage_Qualification", Map.of());
        Callable<Boolean> again = () -> organisation.as(() -> {
            recordStageVisit.handle(job, new RecordStageVisit.Input());
            return true;
        });
        try (var pool = Executors.newFixedThreadPool(2)) {
            for (var done : pool.invokeAll(List.of(again, again))) {
                assertThat(done.get()).isTrue();
            }
        }
        read(broker, id)
                .body("progress[0].visits.size()", is(1))
                .body("place.visitId", is(visit.id().toString()));
    }

    @Test
    @DisplayName(
            "5: a stage's job that the broker delivers again after its timeout changes nothing, and can still be completed")
    void survivesARedelivery() {
        var id = standing(broker);
        String visit = read(broker, id).extract().path("place.visitId");
        BrokerClock.advance(Duration.ofDays(40));
        read(broker, id).body("progress[0].visits.size()", is(1)).body("place.visitId", is(visit));
        moveTo(broker, id, "Qualified", "Needs analysis");
    }

    @Test
    void closesOnceAndOnlyAsTheDiagramSays() {
        var id = standing(broker);
        var won = job(id, 1, "Task_CloseAsWon", Map.of("result", "won"));
        organisation.as(() -> closeDeal.handle(won, new CloseDeal.Input()));
        organisation.as(() -> closeDeal.handle(won, new CloseDeal.Input()));
        read(broker, id).body("state", is("WON")).body("progress[0].visits[0].leftBy", is("Workflow"));
        assertThatIllegalStateException()
                .isThrownBy(() -> organisation.as(() ->
                        closeDeal.handle(job(id, 2, "Task_Close", Map.of("result", "sold")), new CloseDeal.Input())))
                .withMessageContaining("to be won or lost");
    }

    @Test
    void sendsOnlyTemplatesOfTheProduct() {
        var id = standing(broker);
        for (var template : List.of("../../application", "staff-invitation", "{config:secret}", "")) {
            var job = job(id, 3, "Task_Mail", Map.of("to", "contact", "template", template, "subject", "Hello"));
            assertThatIllegalStateException()
                    .isThrownBy(() -> organisation.as(() -> sendDealEmail.handle(job, new SendDealEmail.Input())))
                    .withMessageContaining("Expected one of the email templates");
        }
    }

    @Test
    @DisplayName("31: a subject with a line break is refused; names and subjects are text, never templates")
    void keepsMailHeadersSafe() {
        var name = "{config:secret} <b>bold</b>";
        var contact = new java.util.HashMap<>(TestDeals.CONTACT);
        contact.put("email", "cora." + Given.unique() + "@example.org");
        var id = TestDeals.create(broker, TestDeals.body(name, Map.of("contacts", List.of(contact))));
        var evil = Map.of("to", "contact", "template", "deal-update", "subject", "Hello\r\nBcc: eve@example.org");
        org.assertj.core.api.Assertions.assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> organisation.as(
                        () -> sendDealEmail.handle(job(id, 4, "Task_Mail", evil), new SendDealEmail.Input())));
        var good = Map.of("to", "contact", "template", "deal-update", "subject", "News {deal}");
        organisation.as(() -> sendDealEmail.handle(job(id, 5, "Task_Mail", good), new SendDealEmail.Input()));
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(CaughtMails.to(contact.get("email")))
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.subject()).isEqualTo("News {deal}");
                    assertThat(mail.text()).contains(name);
                    assertThat(mail.html()).contains("&lt;b&gt;bold&lt;/b&gt;").doesNotContain("<b>bold");
                    assertThat(mail.raw()).doesNotContain("eve@example.org");
                }));
    }

    private Job job(String dealId, long key, String elementId, Map<String, String> headers) {
        return new Job(key, organisation.id(), UUID.fromString(dealId), "deal-x", 1, elementId, 1, headers);
    }
}
