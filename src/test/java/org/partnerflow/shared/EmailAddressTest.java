package org.partnerflow.shared;

import java.util.Random;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class EmailAddressTest {
    @ParameterizedTest
    @ValueSource(strings = {"a@b.example", "first.last+tag@sub.example.org", "o'neil@example.org"})
    void acceptsOneMailbox(String address) {
        assertThat(EmailAddress.isValid(address)).isTrue();
    }

    @ParameterizedTest
    @DisplayName("31: refuses line breaks and anything else that is more than one address")
    @ValueSource(
            strings = {
                "a@b.example\r\nBcc: c@d.example",
                "a@b.example\n",
                "a@b.example,c@d.example",
                "A <a@b.example>",
                "a@b",
                "@b.example",
                "a b@c.example",
                ""
            })
    void refusesOthers(String address) {
        assertThat(EmailAddress.isValid(address)).isFalse();
    }

    @ParameterizedTest
    @Tag("F1.6")
    @DisplayName("every spelling that looks the same is one address, and other letters are another one")
    @ValueSource(
            strings = {
                "broker@demo.example",
                "Broker@Demo.Example",
                " broker@demo.example\t",
                "\u00a0broker@demo.example\u3000",
                "bro\u200bker@demo.example",
                "\ufeffbroker@demo.example",
                "\uff42roker@demo.example",
                "\uff22\uff32OKER\uff20demo\uff0eexample",
                "bro\u00adker@demo.example",
                "bro\u2060k\u200der@demo.example",
                "bro\ufe0fker@demo.example",
                "bro\u212aer@demo.example"
            })
    void hasOneNormalForm(String spelling) {
        assertThat(EmailAddress.normal(spelling)).isEqualTo("broker@demo.example");
        assertThat(EmailAddress.checked("email", spelling)).isEqualTo("broker@demo.example");
        assertThat(EmailAddress.normal("br\u00f6ker@demo.example")).isNotEqualTo(EmailAddress.normal(spelling));
    }

    @Test
    @Tag("F1.6")
    @DisplayName("the normal form of a normal form is the same, whatever was typed")
    void staysNormal() {
        var random = new Random(7);
        for (int round = 0; round < 20_000; round++) {
            var typed = random.ints(6, 0x20, 0x30000)
                    .filter(Character::isDefined)
                    .filter(point -> Character.getType(point) != Character.SURROGATE)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            var normal = EmailAddress.normal(typed);
            assertThat(EmailAddress.normal(normal)).as("of %s", typed).isEqualTo(normal);
        }
    }
}
