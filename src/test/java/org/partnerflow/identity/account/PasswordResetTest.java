package org.partnerflow.identity.account;

import java.util.Map;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.CaughtMails;
import org.partnerflow.Given;
import org.partnerflow.MailedLinks;
import org.partnerflow.Parallel;
import org.partnerflow.identity.proof.LoginThrottle;
import org.partnerflow.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@Tag("F1.8")
class PasswordResetTest {
    private static final String NEW_PASSWORD = "teapot under a ladder";

    @Test
    @DisplayName("by mail, once; sessions end, waiting for wrong passwords too")
    void setsAForgottenPasswordAnew() {
        var user = Given.organisation().newUser(Role.BROKER);
        var session = user.logIn();
        for (int attempt = 0; attempt < 6; attempt++) {
            logIn(user.email(), "forgotten " + attempt);
        }
        logIn(user.email(), Given.PASSWORD).statusCode(429);

        ask(" " + user.email().toUpperCase(java.util.Locale.ROOT)).statusCode(202);
        var token = MailedLinks.awaitToken("password-reset", user.email(), 1);
        for (int scans = 0; scans < 2; scans++) {
            Given.nobody()
                    .get("/api/password-resets/{token}", token)
                    .then()
                    .statusCode(200)
                    .body("email", equalTo(user.email()));
        }
        reset(token, "password12").statusCode(400).body("violations[0].field", equalTo("password"));
        reset(token, NEW_PASSWORD).statusCode(204);

        reset(token, "another good one of mine").statusCode(404);
        Given.nobody().get("/api/password-resets/{token}", token).then().statusCode(404);
        Given.nobody()
                .cookie("partnerflow_session", session)
                .get("/api/session")
                .then()
                .statusCode(401);
        logIn(user.email(), Given.PASSWORD).statusCode(403);
        logIn(user.email(), NEW_PASSWORD).statusCode(204);
    }

    @Test
    @DisplayName("the answer is the same for an address without a log-in, and no mail goes there")
    void answersUnknownAddressesAlike() {
        var organisation = Given.organisation();
        var unknown = "unknown-" + Given.unique() + "@example.org";
        var invited = "invited-" + Given.unique() + "@example.org";
        var known = organisation.newUser(Role.BROKER).email();
        organisation
                .as(Role.ADMIN)
                .body(Map.of("email", invited, "name", "Invited", "roles", java.util.List.of("BROKER")))
                .post("/api/users");

        var bodies = java.util.stream.Stream.of(unknown, invited, known, "no address")
                .map(email -> ask(email).statusCode(202).extract().asString())
                .toList();

        assertThat(bodies).containsOnly("");
        MailedLinks.awaitToken("password-reset", known, 1);
        assertThat(MailedLinks.with("password-reset", unknown)).isEmpty();
        assertThat(MailedLinks.with("password-reset", invited)).isEmpty();
    }

    @Test
    void mailsOneLinkForManyWishes() {
        var user = Given.organisation().newUser(Role.BROKER);
        ask(user.email()).statusCode(202);
        var token = MailedLinks.awaitToken("password-reset", user.email(), 1);
        for (int wish = 0; wish < 5; wish++) {
            ask(user.email()).statusCode(202);
        }
        reset(token, NEW_PASSWORD).statusCode(204);

        ask(user.email()).statusCode(202);
        MailedLinks.awaitToken("password-reset", user.email(), 2);
        assertThat(CaughtMails.to(user.email())).hasSize(2);
    }

    @Test
    @Tag("F10.3")
    @Tag("F11.4")
    @DisplayName(
            "more follow one link at once than there are connections: one sets the password, the others are told, nobody waits")
    void oneLinkTakesNoConnections() {
        var user = Given.organisation().newUser(Role.BROKER);
        ask(user.email()).statusCode(202);
        var token = MailedLinks.awaitToken("password-reset", user.email(), 1);

        var answers = Parallel.times(50, () -> Given.nobody()
                .body(Map.of("password", NEW_PASSWORD))
                .post("/api/password-resets/{token}", token)
                .statusCode());

        assertThat(answers).containsOnly(204, 404).containsOnlyOnce(204);
        logIn(user.email(), NEW_PASSWORD).statusCode(204);
    }

    @Test
    @Tag("F10.8")
    @DisplayName("who asks for one mailbox without end has to wait, and nobody else behind the same proxy")
    void oneMailboxBlocksNobodyElse() {
        var throttle = Given.bean(LoginThrottle.class);
        var proxy = "proxy " + Given.unique();
        var asked = Given.unique() + "@example.org";
        for (int i = 0; i < 10; i++) {
            throttle.ask(asked, proxy);
        }
        assertThatThrownBy(() -> throttle.ask(asked.toUpperCase(java.util.Locale.ROOT), proxy))
                .isInstanceOf(HttpProblem.class);

        for (int i = 0; i < 50; i++) {
            throttle.ask(i + asked, proxy);
        }
    }

    private static ValidatableResponse ask(String email) {
        return Given.nobody()
                .body(Map.of("email", email))
                .post("/api/password-resets")
                .then();
    }

    private static ValidatableResponse reset(String token, String password) {
        return Given.nobody()
                .body(Map.of("password", password))
                .post("/api/password-resets/{token}", token)
                .then();
    }

    private static ValidatableResponse logIn(String email, String password) {
        return Given.nobody()
                .body(Map.of("email", email, "password", password))
                .post("/api/session")
                .then();
    }
}
