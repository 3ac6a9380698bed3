package org.partnerflow.identity.proof;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

@Tag("F1.7")
class PasswordRulesTest {
    private static final String NAME = "Bea Broker-Łukasz";
    private static final String EMAIL = "bea.broker@northwind.example";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uFF50\uFF41\uFF53\uFF53\uFF57\uFF4F\uFF52\uFF4412",
                "pass\u200Bword12",
                "\u2060basketball\u00AD",
                "basket\uFEFFball",
                "\u200B\u200B\u200B\u200B\u200B\u200B\u200B\u200B\u200B\u200B"
            })
    @Tag("F1.7")
    void refusesTheCommonestInOtherLetters(String password) {
        assertThat(refusal(password)).containsAnyOf("one of the commonest", "harder to guess");
    }

    @Test
    @Tag("F1.7")
    void refusesTheOwnNameHoweverItsAccentsAreComposed() {
        assertThat(refusal("broker-\u0141ukasz\u200B")).contains("your name or your email address");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password12",
                "Password12",
                "1234567890",
                "qwertyuiop",
                "basketball",
                "manchester",
                "tinkerbell",
                "1q2w3e4r5t"
            })
    void refusesTheCommonest(String password) {
        assertThat(refusal(password)).contains("one of the commonest");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password2026!",
                "P@ssw0rd2026",
                "Summer2026!!",
                "monkey123456",
                "dragon!dragon",
                "aaaaaaaaaaaa",
                "abcabcabcabc",
                "1qaz2wsx3edc4rfv",
                "asdfghjkl123",
                "qwertz123456",
                "letmein12345",
                "20260101!!!!",
                "12.03.1985!!",
                "passwordpassword",
                "0000000000000",
                "!!!!!!!!!!!!"
            })
    void refusesAWordOrARowOfKeysWithDigitsAround(String password) {
        assertThat(refusal(password)).containsAnyOf("harder to guess", "one of the commonest");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bea Broker",
                "beabroker2026",
                "bea.broker@northwind.example",
                "BEA.BROKER@NORTHWIND.EXAMPLE1",
                "northwind-bea",
                "Broker-Łukasz",
                "łukasz123!"
            })
    void refusesTheOwnNameAndAddress(String password) {
        assertThat(refusal(password)).contains("your name or your email address");
    }

    @Test
    void refusesWhatIsShort() {
        assertThat(refusal("ninechars")).isEqualTo("Expected at least 10 characters.");
        assertThat(refusal("😀😀😀😀😀")).isEqualTo("Expected at least 10 characters.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery",
                "teapot under a ladder",
                "a long enough password",
                "x7Kp2mQ9vL",
                "broker of seven green rivers",
                "demo-partnerflow",
                "гора чай лестница"
            })
    void takesWordsThatOnlyThePersonConnects(String password) {
        assertThatCode(() -> PasswordRules.check("password", password, NAME, EMAIL))
                .doesNotThrowAnyException();
    }

    private static String refusal(String password) {
        var problem =
                catchThrowableOfType(HttpProblem.class, () -> PasswordRules.check("password", password, NAME, EMAIL));
        assertThat(problem).as(password).isNotNull();
        return problem.getParameters().get("violations").toString().replaceAll(".*message=(.*)]]", "$1");
    }
}
