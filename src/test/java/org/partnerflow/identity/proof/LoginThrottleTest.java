package org.partnerflow.identity.proof;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.Given;
import org.partnerflow.Parallel;
import org.partnerflow.shared.Role;
import org.partnerflow.shared.Sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@QuarkusTest
class LoginThrottleTest {
    @Inject
    LoginThrottle throttle;

    @Inject
    ProofConfig config;

    @Inject
    Sql sql;

    private final String address = "test-" + Given.unique();

    @Test
    @Tag("F11.3")
    @Tag("F10.8")
    @DisplayName("26: of sixty guesses at once no more are looked at than one after the other")
    void countsBeforeItLooks() {
        var email = Given.organisation().newUser(Role.BROKER).email();

        var answers =
                Parallel.each(IntStream.range(0, 60).boxed().toList(), guess -> tryLogIn(email, "guess " + guess));

        assertThat(answers).containsOnly(403, 429);
        assertThat(answers.stream().filter(status -> status == 403)).hasSizeBetween(1, config.attemptsPerAccount());
    }

    @Test
    @Tag("F11.3")
    @DisplayName("as many as may fail can be under way; who comes then waits for what becomes of them")
    void waitsForThoseUnderWay() {
        var email = "busy-" + address;
        for (int attempt = 0; attempt < config.attemptsPerAccount(); attempt++) {
            throttle.begin(email, address);
        }
        var next = CompletableFuture.runAsync(() -> throttle.begin(email, address));
        throttle.succeeded(email, address);

        assertThat(next).succeedsWithin(Duration.ofSeconds(20));
        for (int attempt = 0; attempt < config.attemptsPerAccount(); attempt++) {
            throttle.failed(email, address);
        }
        assertThatThrownBy(() -> throttle.begin(email, address)).hasMessageContaining("Too many tries");
    }

    @Test
    @Tag("F1.6")
    @Tag("F11.3")
    @DisplayName("26: every spelling of an address is one account")
    void countsSpellingsTogether() {
        var email = Given.organisation().newUser(Role.BROKER).email();
        var spellings = List.of(
                email,
                email.toUpperCase(java.util.Locale.ROOT),
                " " + email + " ",
                email + "\u200b",
                "\uff55" + email.substring(1));

        spellings.forEach(
                spelling -> assertThat(tryLogIn(spelling, "wrong password")).isEqualTo(403));

        assertThat(tryLogIn(email, Given.PASSWORD)).isEqualTo(429);
        assertThat(tryLogIn("\u2060" + email, Given.PASSWORD)).isEqualTo(429);
    }

    @Test
    @Tag("F1.6")
    void otherLettersAreAnotherLogIn() {
        var email = Given.organisation().newUser(Role.BROKER).email();

        assertThat(tryLogIn(email.replaceFirst("u", "ü"), Given.PASSWORD)).isEqualTo(403);
        assertThat(tryLogIn(email.replace("user", "usér"), Given.PASSWORD)).isEqualTo(403);
        assertThat(tryLogIn("  " + email.toUpperCase(java.util.Locale.ROOT) + "\u00a0", Given.PASSWORD))
                .isEqualTo(204);
    }

    @Test
    @Tag("F10.8")
    @DisplayName("who mistypes and then gets in leaves nothing behind for others at the same address")
    void forgivesTheAddressToo() {
        for (int person = 0; person < config.attemptsPerAccount() * 3; person++) {
            var email = "person-" + person + "-" + address;
            fails(email);
            throttle.begin(email, address);
            throttle.succeeded(email, address);
        }

        assertThat(failuresOf("address:" + address)).isZero();
    }

    @Test
    @Tag("F10.8")
    void doesNotForgiveTheAddressWhatOthersHaveTried() {
        fails("victim-" + address);
        fails("victim-" + address);
        throttle.begin("own-" + address, address);
        throttle.succeeded("own-" + address, address);

        assertThat(failuresOf("address:" + address)).isEqualTo(2);
    }

    @Test
    @Tag("F10.8")
    void rowsEnd() {
        var email = "old-" + address;
        for (int attempt = 0; attempt < config.attemptsPerAccount(); attempt++) {
            fails(email);
        }
        assertThatThrownBy(() -> throttle.begin(email, address)).hasMessageContaining("Too many tries");
        throttle.forget();
        assertThat(failuresOf("account:" + email)).isEqualTo(config.attemptsPerAccount());

        makeOld("account:" + email);
        throttle.forget();

        assertThat(sql.query(
                        "select 1 from login_throttle where subject = unhex(sha2(?, 256))",
                        row -> 1,
                        "account:" + email))
                .isEmpty();
    }

    private void fails(String email) {
        throttle.begin(email, address);
        throttle.failed(email, address);
    }

    private void makeOld(String subject) {
        sql.update("""
                update login_throttle set last_failure = last_failure - interval 2 hour,
                    blocked_until = blocked_until - interval 2 hour
                where subject = unhex(sha2(?, 256))""", subject);
    }

    private int failuresOf(String subject) {
        return sql.query(
                        "select failures from login_throttle where subject = unhex(sha2(?, 256))",
                        row -> row.getInt(1),
                        subject)
                .getFirst();
    }

    private static int tryLogIn(String email, String password) {
        return Given.nobody()
                .body(Map.of("email", email, "password", password))
                .post("/api/session")
                .statusCode();
    }
}
