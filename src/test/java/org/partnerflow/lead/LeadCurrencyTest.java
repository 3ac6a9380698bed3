package org.partnerflow.lead;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.rules.table.Cell;
import org.partnerflow.rules.table.Operator;
import org.partnerflow.rules.table.OutcomeType;
import org.partnerflow.shared.Role;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

/** Values are compared in the organisation's currency. */
@QuarkusTest
@Tag("F4.7")
class LeadCurrencyTest {
    private LeadWorld world;

    @BeforeEach
    void largeLeadsGoToAQueue() {
        world = LeadWorld.create();
        world.queue("Large leads", List.of());
        world.queue("Others", List.of());
        world.publish(
                LeadWorld.row(OutcomeType.QUEUE, "Large leads", Map.of("value", Cell.of(Operator.AT_LEAST, "250,000"))),
                LeadWorld.row(OutcomeType.QUEUE, "Others", Map.of()));
    }

    @Test
    void aValueIsComparedByItsRate() {
        rate("JPY", "0.0064").statusCode(200);
        rate("GBP", "1.31").statusCode(200);

        decided(300_000, "JPY")
                .body("[0].ruling.assignee.name", is("Others"))
                .body("[0].ruling.notes", hasItem("The value of 300000 JPY was compared as 1920.00 USD."));
        decided(200_000, "GBP")
                .body("[0].ruling.assignee.name", is("Large leads"))
                .body("[0].ruling.notes", hasItem("The value of 200000 GBP was compared as 262000.00 USD."));
        decided(250_000, "USD")
                .body("[0].ruling.assignee.name", is("Large leads"))
                .body("[0].ruling.notes", empty());
    }

    @Test
    void withoutARateTheDecisionSaysSo() {
        decided(300_000, "JPY")
                .body("[0].ruling.assignee.name", is("Others"))
                .body(
                        "[0].ruling.notes[0]",
                        allOf(containsString("300000 JPY"), containsString("there is no rate for JPY")));
        world.publish(
                LeadWorld.row(OutcomeType.QUEUE, "Large leads", Map.of("value", Cell.of(Operator.IS_EMPTY))),
                LeadWorld.row(OutcomeType.QUEUE, "Others", Map.of()));
        decided(300_000, "JPY").body("[0].ruling.assignee.name", is("Others"));
    }

    @Test
    void theColumnSaysInWhichCurrencyItCompares() {
        world.as(Role.ADMIN)
                .get("/api/rule-sets/lead-assignment/form")
                .then()
                .body("columns.find { it.name == 'value' }.unit", is("USD"));
    }

    @Test
    void ratesAreCheckedKeptAndAudited() {
        rate("XYZ", "1").statusCode(400).body("violations[0].field", is("currency"));
        rate("USD", "1").statusCode(400).body("violations[0].message", containsString("organisation's own"));
        rate("EUR", "0").statusCode(400).body("violations[0].field", is("rate"));
        rate("EUR", "-1").statusCode(400);
        rate("EUR", "1.1").statusCode(200).body("in", is("USD"));
        rate("EUR", "1.12").statusCode(200);
        world.as(Role.ADMIN).get("/api/exchange-rates").then().body("currency", is(List.of("EUR")));
        world.as(Role.ADMIN)
                .get("/api/audit-entries")
                .then()
                .body("items.findAll { it.action == 'exchange-rate.set' }.details.before", hasItem("1.1"));
        world.as(Role.ADMIN).delete("/api/exchange-rates/EUR").then().statusCode(204);
        world.as(Role.ADMIN).delete("/api/exchange-rates/EUR").then().statusCode(404);
    }

    private ValidatableResponse decided(int value, String currency) {
        var form = new HashMap<>(LeadWorld.aLead("Acme"));
        form.put("value", value);
        form.put("currency", currency);
        UUID lead = world.broker()
                .body(form)
                .post("/api/leads")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getUUID("id");
        world.decide(lead);
        return world.broker().get("/api/leads/" + lead + "/decisions").then().statusCode(200);
    }

    private ValidatableResponse rate(String currency, String rate) {
        return world.as(Role.ADMIN)
                .body("{\"rate\": " + rate + "}")
                .put("/api/exchange-rates/" + currency)
                .then();
    }
}
