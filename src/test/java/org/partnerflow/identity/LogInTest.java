package org.partnerflow.identity;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.partnerflow.Given;
import org.partnerflow.Parallel;
import org.partnerflow.identity.proof.Secrets;
import org.partnerflow.shared.Role;
import org.partnerflow.shared.Sql;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

@QuarkusTest
class LogInTest {

    @Test
    @Tag("X3")
    void opensASessionThatSaysWhoIsThereAndWhatTheyMayDo() {
        var organisation = Given.organisation();
        var broker = organisation.user(Role.BROKER);

        broker.api()
                .get("/api/session")
                .then()
                .statusCode(200)
                .body("user.email", equalTo(broker.email()))
                .body("kind", equalTo("STAFF"))
                .body("organisation.id", equalTo(organisation.id().toString()))
                .body("roles", hasItem("BROKER"))
                .body("permissions", hasItems("deal:edit", "lead:assign"))
                .body("permissions", not(hasItem("rules:publish")));
    }

    @Test
    void opensManySessionsOfOnePersonAtOnce() {
        var user = Given.organisation().newUser(Role.BROKER);

        assertThat(Parallel.times(8, user::logIn)).doesNotHaveDuplicates().hasSize(8);
    }

    @Test
    void keepsTheCookieFromScriptsAndOtherSites() {
        var user = Given.organisation().newUser(Role.ADMIN);

        var cookie = Given.nobody()
                .body(Map.of("email", user.email(), "password", Given.PASSWORD))
                .post("/api/session")
                .then()
                .statusCode(204)
                .extract()
                .header("Set-Cookie");

        assertThat(cookie).contains("HttpOnly").contains("Secure").containsIgnoringCase("SameSite=Strict");
    }

    @Test
    @Tag("X3")
    void endsTheSessionAtLogOut() {
        var user = Given.organisation().newUser(Role.ADMIN);

        user.api().delete("/api/session").then().statusCode(204);

        user.api().get("/api/session").then().statusCode(401);
    }

    @Test
    @DisplayName("26: unknown and known users are answered alike, and both slow down")
    @Tag("X3")
    void slowsDownWrongPasswords() {
        var known = Given.organisation().newUser(Role.BROKER).email();
        for (var email : new String[] {known, "nobody-" + Given.unique() + "@example.org"}) {
            var answers = java.util.stream.IntStream.range(0, 7)
                    .mapToObj(i -> Given.nobody()
                            .body(Map.of("email", email, "password", "wrong " + i))
                            .post("/api/session")
                            .then()
                            .extract())
                    .toList();
            assertThat(answers.getFirst().statusCode()).isEqualTo(403);
            assertThat(answers.getFirst().path("detail").toString())
                    .isEqualTo("The email address or the password is wrong.");
            assertThat(answers.getLast().statusCode()).isEqualTo(429);
            assertThat(answers.getLast().header("Retry-After")).isNotBlank();
        }
    }

    @Test
    @DisplayName("26: finding out whether an account exists by the time that a refusal takes does not work")
    void takesAsLongForUnknownUsers() {
        var secrets = Given.bean(Secrets.class);
        var hash = secrets.hashPassword("something");
        var known = new long[41];
        var unknown = new long[41];
        for (int i = 0; i < known.length; i++) {
            known[i] = nanos(() -> secrets.passwordMatches("wrong", hash));
            unknown[i] = nanos(() -> secrets.passwordMatches("wrong", null));
        }

        // Both do one bcrypt; a missing one would make a difference of far more than a factor of two.
        assertThat((double) median(unknown) / median(known)).isBetween(0.5, 2.0);
    }

    private static long nanos(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }

    private static long median(long[] times) {
        return Arrays.stream(times).sorted().skip(times.length / 2).findFirst().orElseThrow();
    }

    @Test
    @DisplayName("27: a disabled user's next request is refused, in every session")
    void endsEverySessionOfADisabledUser() {
        var organisation = Given.organisation();
        var user = organisation.newUser(Role.BROKER);
        var one = user.session();
        var other = user.logIn();

        organisation
                .as(Role.ADMIN)
                .body(Map.of("active", false))
                .put("/api/users/{id}/active", user.id())
                .then()
                .statusCode(200);

        given().cookie("partnerflow_session", one).get("/api/session").then().statusCode(401);
        given().cookie("partnerflow_session", other).get("/api/session").then().statusCode(401);
    }

    @Test
    @DisplayName("27: a role taken away holds from the next request on")
    void takesARoleAwayAtOnce() {
        var organisation = Given.organisation();
        var user = organisation.newUser(Role.ADMIN);
        user.api().get("/api/audit-entries").then().statusCode(200);

        organisation
                .as(Role.ADMIN)
                .body(Map.of("roles", new String[] {"BROKER"}))
                .put("/api/users/{id}/roles", user.id())
                .then()
                .statusCode(200);

        user.api().get("/api/audit-entries").then().statusCode(403);
    }

    @Test
    @DisplayName(
            "27: what another node changes holds within a second: a session that it ends, a role that it takes away")
    void followsOtherNodesWithinASecond() {
        var organisation = Given.organisation();
        var loggedOut = organisation.newUser(Role.BROKER);
        var demoted = organisation.newUser(Role.ADMIN, Role.BROKER);
        loggedOut.api().get("/api/session").then().statusCode(200);
        demoted.api().get("/api/audit-entries").then().statusCode(200);

        onAnotherNode("delete from user_session where user_id = ?", loggedOut);
        onAnotherNode("""
                delete from membership_role where role_name = 'ADMIN'
                    and membership_id in (select id from membership where user_id = ?)""", demoted);

        await().atMost(Duration.ofSeconds(1)).untilAsserted(() -> {
            loggedOut.api().get("/api/session").then().statusCode(401);
            demoted.api().get("/api/audit-entries").then().statusCode(403);
        });
    }

    /** Nothing on this node hears of it. */
    private static void onAnotherNode(String sql, Given.TestUser user) {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        assertThat(Given.bean(Sql.class).update(sql, user.id())).isEqualTo(1));
    }

    @ParameterizedTest
    @DisplayName("28: cross-site requests with the cookie are refused")
    @CsvSource({
        "Sec-Fetch-Site,cross-site,application/json",
        "Sec-Fetch-Site,same-site,text/plain",
        "Origin,https://evil.example,application/json",
        "Origin,null,text/plain"
    })
    void refusesOtherSites(String header, String value, String contentType) {
        var user = Given.organisation().user(Role.ADMIN);

        given().cookie("partnerflow_session", user.session())
                .contentType(contentType)
                .header(header, value)
                .body("{}")
                .put("/api/session/organisation")
                .then()
                .statusCode(403)
                .header("Access-Control-Allow-Origin", equalTo(null));
    }

    @Test
    @Tag("D7")
    void staffOfAParentOrganisationCanWorkInAChild() {
        var parent = Given.organisation();
        var child = Given.organisation(parent);
        var admin = parent.newUser(Role.ADMIN);

        admin.api()
                .body(Map.of("organisationId", child.id()))
                .put("/api/session/organisation")
                .then()
                .statusCode(204);

        admin.api().get("/api/session").then().body("organisation.name", equalTo(child.name()));
    }

    @Test
    @DisplayName("22: nobody can enter an organisation that is not theirs")
    @Tag("D7")
    void refusesAForeignOrganisation() {
        var admin = Given.organisation().user(Role.ADMIN);
        var foreign = Given.organisation();

        admin.api()
                .body(Map.of("organisationId", foreign.id()))
                .put("/api/session/organisation")
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "[]", "{\"email\":1}", "{\"email\":\"a@b.example\"}", "{\"surprise\":true}", "null"})
    @Tag("X6")
    void answersWrongFormsWithAProblem(String body) {
        Given.nobody()
                .body(body)
                .post("/api/session")
                .then()
                .statusCode(400)
                .contentType(containsString("application/problem+json"));
    }

    @Test
    void namesTheWrongFieldAndWhatWasExpected() {
        Given.nobody()
                .body("{\"email\":\"a@b.example\"}")
                .post("/api/session")
                .then()
                .body("violations[0].field", equalTo("password"))
                .body("violations[0].message", equalTo("Expected a text that is not empty."));
        Given.nobody()
                .body("{\"surprise\":true}")
                .post("/api/session")
                .then()
                .body("violations[0].field", equalTo("surprise"))
                .body("violations[0].message", equalTo("Expected no field of this name, only email, password."));
    }
}
