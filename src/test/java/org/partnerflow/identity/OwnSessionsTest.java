package org.partnerflow.identity;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.Given;
import org.partnerflow.shared.Role;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

@QuarkusTest
@Tag("X3")
@Tag("F1.8")
class OwnSessionsTest {

    @Test
    @DisplayName("a person sees where they are logged in, and ends one session or all others")
    void areSeenAndEndedByTheirOwner() {
        var user = Given.organisation().newUser(Role.CUSTOMER);
        var here = as(user.logIn());
        var there = user.logIn();
        var elsewhere = user.logIn();

        var id = here.get("/api/profile/sessions")
                .then()
                .statusCode(200)
                .body("", hasSize(3))
                .body("findAll { it.current }", hasSize(1))
                .body(
                        "organisation",
                        contains(
                                user.organisation().name(),
                                user.organisation().name(),
                                user.organisation().name()))
                .body("[0].address", notNullValue())
                .body("[0].device", notNullValue())
                .extract()
                .<String>path("find { !it.current }.id");
        here.delete("/api/profile/sessions/{id}", id).then().statusCode(204);
        here.get("/api/profile/sessions").then().body("", hasSize(2));
        here.delete("/api/profile/sessions").then().statusCode(204);

        here.get("/api/profile/sessions").then().body("current", equalTo(java.util.List.of(true)));
        as(there).get("/api/session").then().statusCode(401);
        as(elsewhere).get("/api/session").then().statusCode(401);
    }

    @Test
    void thoseOfOthersAreNotThere() {
        var organisation = Given.organisation();
        var other = as(organisation.newUser(Role.BROKER).logIn());
        var id = other.get("/api/profile/sessions").<String>path("[0].id");

        organisation
                .as(Role.ADMIN)
                .delete("/api/profile/sessions/{id}", id)
                .then()
                .statusCode(404);

        other.get("/api/session").then().statusCode(200);
    }

    private static RequestSpecification as(String session) {
        return Given.nobody().cookie("partnerflow_session", session);
    }
}
