package org.partnerflow.support.request;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.Given;
import org.partnerflow.audit.AuditAction;
import org.partnerflow.audit.AuditTrail;
import org.partnerflow.audit.LiveStream;
import org.partnerflow.support.TestSupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** How a request goes through the layers of its team is nothing that its customer hears of. */
@QuarkusTest
class CustomersHearTest {
    @TestHTTPResource
    URI product;

    private final TestSupport support = new TestSupport();

    @Test
    @Tag("F6.1")
    @Tag("F11.5")
    void theirOpenPageIsToldOfAnswersAndNotOfTheWayThroughTheLayers() throws Exception {
        support.team();
        var customer = support.customer();
        var request = logged(customer);
        try (var page = new LiveStream(product, customer.user())) {
            untilToldOfEverything(page, customer);
            int before = page.toldOf(request).size();
            for (var action : List.of(
                    AuditAction.REQUEST_NOT_ASSIGNED,
                    AuditAction.REQUEST_LEAD_TOLD,
                    AuditAction.REQUEST_LAST_LAYER_LEFT,
                    AuditAction.REQUEST_ESCALATION_ASKED)) {
                happens(action, request, Map.of("layer", "Layer 2"));
            }
            happens(AuditAction.REQUEST_ESCALATED, request, Map.of("cause", AssignmentEnd.NOBODY.cause()));
            untilToldOfEverything(page, customer);
            assertThat(page.toldOf(request)).hasSize(before);

            happens(AuditAction.REQUEST_RESPONDED, request, Map.of());
            await().until(() -> page.toldOf(request).size() == before + 1);
            happens(AuditAction.REQUEST_ESCALATED, request, Map.of("cause", AssignmentEnd.RESPONSE_OVERDUE.cause()));
            await().until(() -> page.toldOf(request).size() == before + 2);
            assertThat(page.told()).noneMatch(line -> line.contains("action"));
        }
    }

    /** Without a layer nothing happens to it but what the test does. */
    private static String logged(TestSupport.TestCustomer customer) {
        var request = customer.user()
                .api()
                .body(Map.of("subject", "Printer jams", "text", "Since Monday.", "priority", "HIGH"))
                .post("/api/requests")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        return request.getString("id") == null ? request.getString("summary.id") : request.getString("id");
    }

    /** A request that the customer logs last is told of last. */
    private static void untilToldOfEverything(LiveStream page, TestSupport.TestCustomer customer) {
        var last = logged(customer);
        await().until(() -> !page.toldOf(last).isEmpty());
    }

    private void happens(AuditAction action, String request, Map<String, ?> details) {
        support.organisation().as(() -> {
            QuarkusTransaction.requiringNew()
                    .run(() -> Given.bean(AuditTrail.class).record(action, UUID.fromString(request), details));
            return true;
        });
    }
}
