package org.partnerflow.identity;

import java.util.Map;

import jakarta.inject.Inject;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.Given;
import org.partnerflow.identity.proof.Secrets;
import org.partnerflow.shared.Role;
import org.partnerflow.shared.Sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

@QuarkusTest
@Tag("F1.7")
class PasswordHashTest {
    @Inject
    Secrets secrets;

    @Inject
    Sql sql;

    @Test
    @DisplayName("a password counts to its last character, also past 72 bytes")
    void countsTheWholePassword() {
        var begin = "a sentence that is a good deal longer than what bcrypt reads of it, which is little: ";
        var hash = secrets.hashPassword(begin + "green");

        assertThat(secrets.passwordMatches(begin + "green", hash)).isTrue();
        assertThat(secrets.passwordMatches(begin + "blue", hash)).isFalse();
        assertThat(secrets.passwordMatches(begin, hash)).isFalse();
    }

    @Test
    void letterIsTheSameHoweverItIsComposed() {
        assertThat(secrets.passwordMatches("scho\u0308n ist es hier", secrets.hashPassword("schön ist es hier")))
                .isTrue();
    }

    @Test
    void olderHashWorksAndIsRenewedAtTheNextLogIn() {
        var user = Given.organisation().newUser(Role.BROKER);
        var old = BcryptUtil.bcryptHash(Given.PASSWORD, 4);
        QuarkusTransaction.requiringNew()
                .run(() -> sql.update("update app_user set password_hash = ? where id = ?", old, user.id()));

        user.logIn();

        assertThat(hash(user)).isNotEqualTo(old).startsWith("whole:");
        user.logIn();
    }

    @Test
    void refusesACommonPasswordAndTheOwnAddressWhereverOneIsSet() {
        var user = Given.organisation().newUser(Role.BROKER);
        for (var password : new String[] {"password12", user.email(), user.name() + " 1"}) {
            user.api()
                    .body(Map.of("current", Given.PASSWORD, "password", password))
                    .put("/api/profile/password")
                    .then()
                    .statusCode(400)
                    .body("violations[0].field", containsString("password"))
                    .body("violations[0].message", containsString("Expected a password"));
        }
        user.logIn();
    }

    private String hash(Given.TestUser user) {
        return sql.query("select password_hash from app_user where id = ?", row -> row.getString(1), user.id())
                .getFirst();
    }
}
