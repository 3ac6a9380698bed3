package org.partnerflow.identity;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

import org.partnerflow.Given;
import org.partnerflow.shared.Role;

import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
class ProfileTest {
    private static final String NEW_PASSWORD = "teapot under a ladder";

    @Test
    void changesThePasswordAndEndsTheOtherSessions() {
        var user = Given.organisation().newUser(Role.BROKER);
        var elsewhere = user.api();

        change(user.api(), Given.PASSWORD, NEW_PASSWORD).statusCode(204);

        elsewhere.get("/api/session").then().statusCode(401);
        logIn(user.email(), Given.PASSWORD).statusCode(403);
        logIn(user.email(), NEW_PASSWORD).statusCode(204);
    }

    @Test
    void asksForTheCurrentPassword() {
        var user = Given.organisation().newUser(Role.PARTNER);

        change(user.api(), "something else", NEW_PASSWORD)
                .statusCode(400)
                .body("violations[0].field", equalTo("current"));
        change(user.api(), Given.PASSWORD, "short").statusCode(400).body("violations[0].field", equalTo("password"));

        logIn(user.email(), Given.PASSWORD).statusCode(204);
    }

    private static ValidatableResponse change(RequestSpecification api, String current, String password) {
        return api.body(Map.of("current", current, "password", password))
                .put("/api/profile/password")
                .then();
    }

    private static ValidatableResponse logIn(String email, String password) {
        return Given.nobody()
                .body(Map.of("email", email, "password", password))
                .post("/api/session")
                .then();
    }
}
