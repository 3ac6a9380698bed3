package org.partnerflow.audit;

import java.util.Map;
import java.util.UUID;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.Given;
import org.partnerflow.shared.Role;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

@QuarkusTest
class AuditTrailTest {
    private final UUID record = UUID.randomUUID();

    @Test
    @DisplayName("22: the same query in turn for two organisations shows each only its own")
    void showsOnlyTheOwnOrganisation() {
        var mine = Given.organisation();
        var other = Given.organisation();
        write(mine, "first");
        write(other, "second");

        for (int i = 0; i < 2; i++) {
            mine.as(Role.ADMIN)
                    .get("/api/audit-entries?recordId={id}", record)
                    .then()
                    .body("items", hasSize(1))
                    .body("items[0].details.what", equalTo("first"));
            other.as(Role.ADMIN)
                    .get("/api/audit-entries?recordId={id}", record)
                    .then()
                    .body("items", hasSize(1))
                    .body("items[0].details.what", equalTo("second"));
        }
    }

    @Test
    void isPagedByKeyNewestFirst() {
        var organisation = Given.organisation();
        for (int i = 1; i <= 3; i++) {
            write(organisation, "change " + i);
        }

        var next = organisation
                .as(Role.ADMIN)
                .get("/api/audit-entries?recordId={id}&limit=2", record)
                .then()
                .body("items.details.what", equalTo(java.util.List.of("change 3", "change 2")))
                .extract()
                .path("next");
        organisation
                .as(Role.ADMIN)
                .get("/api/audit-entries?recordId={id}&limit=2&after={next}", record, next)
                .then()
                .body("items.details.what", equalTo(java.util.List.of("change 1")))
                .body("next", equalTo(null));
    }

    @Test
    @Tag("F8.4")
    void isSearchedByWhoWhatDetailsTypeAndTime() {
        var organisation = Given.organisation();
        write(organisation, "a needle");
        write(organisation, "hay");
        for (var query : java.util.List.of(
                "q=needle",
                "q=contact changed",
                "q=in the words of the page&actions=contact.changed",
                "actions=deal.won&actions=contact.changed",
                "recordType=contact&q=needle",
                "q=needle&from=2020-01-01T00:00:00Z")) {
            organisation
                    .as(Role.ADMIN)
                    .get("/api/audit-entries?" + query)
                    .then()
                    .statusCode(200)
                    .body("items.details.what", hasItem("a needle"));
        }
        for (var query :
                java.util.List.of("q=thread", "actions=deal.won", "recordType=deal", "until=2020-01-01T00:00:00Z")) {
            organisation
                    .as(Role.ADMIN)
                    .get("/api/audit-entries?" + query)
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(0));
        }
    }

    private void write(Given.TestOrganisation organisation, String what) {
        organisation.as(() -> {
            QuarkusTransaction.requiringNew().run(() -> Given.bean(AuditTrail.class)
                    .record(AuditAction.CONTACT_CHANGED, record, Map.of("what", what)));
            return true;
        });
    }
}
