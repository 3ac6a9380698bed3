package org.partnerflow.identity.account;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.CaughtMails;
import org.partnerflow.Given;
import org.partnerflow.Given.TestUser;
import org.partnerflow.MailedLinks;
import org.partnerflow.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@Tag("F1.1")
class AddressChangeTest {
    private final String wanted = "wanted-" + Given.unique() + "@example.org";
    private TestUser user;

    @BeforeEach
    void someUser() {
        user = Given.organisation().newUser(Role.PARTNER);
    }

    @Test
    @DisplayName("a log-in gets another address once its owner has followed the links to both")
    void changesWhenBothEndsAreConfirmed() {
        ask(wanted, Given.PASSWORD).statusCode(200).body("pending.email", equalTo(wanted));
        var present = MailedLinks.awaitToken("email-change", user.email(), 1);
        var other = MailedLinks.awaitToken("email-change", wanted, 1);

        confirm(other).statusCode(200).body("otherConfirmed", equalTo(true)).body("presentConfirmed", equalTo(false));
        logIn(wanted).statusCode(403);
        logIn(user.email()).statusCode(204);
        user.api().get("/api/profile/email-change").then().body("pending.otherConfirmed", equalTo(true));
        confirm(present).statusCode(200).body("presentConfirmed", equalTo(true));

        logIn(wanted).statusCode(204);
        logIn(user.email()).statusCode(403);
        confirm(present).statusCode(404);
        user.api().get("/api/profile/email-change").then().body("pending", nullValue());
        user.api().get("/api/session").then().body("user.email", equalTo(wanted));
    }

    @Test
    void lookingAtALinkConfirmsNothing() {
        ask(wanted, Given.PASSWORD).statusCode(200);
        for (var email : new String[] {user.email(), wanted}) {
            var token = MailedLinks.awaitToken("email-change", email, 1);
            Given.nobody()
                    .get("/api/email-changes/{token}", token)
                    .then()
                    .statusCode(200)
                    .body("email", equalTo(wanted));
        }

        logIn(user.email()).statusCode(204);
    }

    @Test
    void needsThePresentPassword() {
        ask(wanted, "not the password").statusCode(400).body("violations[0].field", equalTo("password"));

        user.api().get("/api/profile/email-change").then().body("pending", nullValue());
    }

    @Test
    void anotherWishAndACancelledOneMakeTheLinksUseless() {
        ask(wanted, Given.PASSWORD).statusCode(200);
        var first = MailedLinks.awaitToken("email-change", wanted, 1);
        ask("other-" + wanted, Given.PASSWORD).statusCode(200);
        confirm(first).statusCode(404);
        var second = MailedLinks.awaitToken("email-change", "other-" + wanted, 1);
        user.api().delete("/api/profile/email-change").then().statusCode(204);
        confirm(second).statusCode(404);
    }

    @Test
    @DisplayName("an address that has a log-in answers as any other, and is told so by mail alone")
    void neverShowsWhoHasALogIn() {
        var taken = Given.organisation().newUser(Role.ADMIN);

        ask(taken.email(), Given.PASSWORD).statusCode(200).body("pending.email", equalTo(taken.email()));

        confirm(MailedLinks.awaitToken("email-change", user.email(), 1))
                .statusCode(200)
                .body("otherConfirmed", equalTo(false));
        await().until(() -> CaughtMails.to(taken.email()).size() == 1);
        assertThat(MailedLinks.with("email-change", taken.email())).isEmpty();
        taken.logIn();
        user.logIn();
    }

    private ValidatableResponse ask(String email, String password) {
        return user.api()
                .body(Map.of("email", email, "password", password))
                .put("/api/profile/email-change")
                .then();
    }

    private static ValidatableResponse confirm(String token) {
        return Given.nobody().post("/api/email-changes/{token}", token).then();
    }

    private static ValidatableResponse logIn(String email) {
        return Given.nobody()
                .body(Map.of("email", email, "password", Given.PASSWORD))
                .post("/api/session")
                .then();
    }
}
