package org.partnerflow.support.customer;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import org.partnerflow.Given;
import org.partnerflow.shared.Role;
import org.partnerflow.support.TestSupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

/** What only the database sees: two who save the same at the same moment. */
@QuarkusTest
class SameAtOnceTest {
    @Inject
    OrgUnitService units;

    @Inject
    DataSource database;

    private final Given.TestOrganisation organisation = new TestSupport().organisation();

    @Test
    void answersTheSecondThatSomebodyElseSavedTheSame() throws Exception {
        var firstHasWritten = new CountDownLatch(1);
        var firstMayCommit = new CountDownLatch(1);
        try (var people = Executors.newFixedThreadPool(2)) {
            var first = people.submit(() -> organisation.as(() -> {
                QuarkusTransaction.requiringNew().run(() -> {
                    units.create(new OrgUnit.Facts("Branch Oslo", null));
                    Given.bean(OrgUnits.class).flush();
                    firstHasWritten.countDown();
                    awaitLatch(firstMayCommit);
                });
                return true;
            }));
            awaitLatch(firstHasWritten);
            var second = people.submit(() -> organisation
                    .as(Role.BROKER)
                    .body(Map.of("name", "Branch Oslo"))
                    .post("/api/org-units"));
            await("for the second to wait for the first").until(() -> second.isDone() || somebodyWaits());
            firstMayCommit.countDown();

            second.get()
                    .then()
                    .statusCode(409)
                    .contentType("application/problem+json")
                    .body("status", equalTo(409))
                    .body("detail", containsString("Somebody else saved the same"));
            assertThat(first.get()).isTrue();
        }
        organisation.as(Role.BROKER).get("/api/org-units").then().body("items", hasSize(1));
    }

    private boolean somebodyWaits() throws Exception {
        try (var connection = database.getConnection();
                var rows = connection
                        .createStatement()
                        .executeQuery("show global status like 'Innodb_row_lock_current_waits'")) {
            return rows.next() && rows.getInt(2) > 0;
        }
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            if (!latch.await(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Expected the other one to go on");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
