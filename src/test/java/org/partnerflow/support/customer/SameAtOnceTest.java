package org.partnerflow.support.customer;

import java.util.Map;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import org.partnerflow.Given;
import org.partnerflow.Rival;
import org.partnerflow.shared.Role;
import org.partnerflow.support.TestSupport;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

/** What only the database sees: two who save the same at the same moment. */
@QuarkusTest
class SameAtOnceTest {
    @Inject
    OrgUnitService units;

    @Inject
    OrgUnits stored;

    private final Given.TestOrganisation organisation = new TestSupport().organisation();

    @Test
    void answersTheSecondThatSomebodyElseSavedTheSame() throws Exception {
        var second = Rival.of(
                () -> organisation
                        .as(Role.BROKER)
                        .body(Map.of("name", "Branch Oslo"))
                        .post("/api/org-units"),
                () -> organisation.as(() -> {
                    units.create(new OrgUnit.Facts("Branch Oslo", null));
                    stored.flush();
                    return true;
                }),
                () -> {});

        second.then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("status", equalTo(409))
                .body("detail", containsString("Somebody else saved the same"));
        organisation.as(Role.BROKER).get("/api/org-units").then().body("items", hasSize(1));
    }
}
