package org.partnerflow.shared;

import org.junit.jupiter.api.DisplayName;
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
}
