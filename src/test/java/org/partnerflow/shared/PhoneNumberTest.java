package org.partnerflow.shared;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Tag("without-database")
@Tag("F4.5")
class PhoneNumberTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "+1 303 555 0199",
                "303-555-0199",
                "(303) 555-0199",
                "1 303 555 0199",
                "3035550199",
                "303.555.0199",
                "303/555-0199",
                "tel:+1-303-555-0199",
                "\u202A+1 303 555 0199\u202C",
                "\u200E303\u2011555\u20110199",
                "+1\u00A0303\u202F555\u20070199",
                "303\u2013555\u22120199",
                "\u2068303\u2010555\u20100199\u2069\uFEFF",
                "\uFF0B\uFF11 \uFF13\uFF10\uFF13 \uFF15\uFF15\uFF15 \uFF10\uFF11\uFF19\uFF19",
                "\u0663\u0660\u0663-\u0665\u0665\u0665-\u0660\u0661\u0669\u0669",
                "\uFF08303\uFF09555\u20140199",
                "011 1 303 555 0199",
                "  303 555 0199\t"
            })
    void oneNumberIsOneNumberHoweverItIsWritten(String typed) {
        assertThat(PhoneNumber.checked("phone", typed, "US").stored()).isEqualTo("+13035550199");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "303-555-0199 ext. 12",
                "303-555-0199 x12",
                "303-555-0199 #12",
                "303-555-0199,12",
                "303-555-0199 extension 12",
                "+1 303 555 0199;ext=12",
                "tel:+1-303-555-0199;ext=12",
                "303\u00A0555\u00A00199 Ext:\u00A012"
            })
    void theExtensionIsKept(String typed) {
        var number = PhoneNumber.checked("phone", typed, "US");
        assertThat(number.stored()).isEqualTo("+13035550199;ext=12");
        assertThat(number).hasToString("+1 303-555-0199 ext. 12");
        assertThat(PhoneNumber.checked("phone", number.toString(), "DE")).isEqualTo(number);
        assertThat(PhoneNumber.checked("phone", number.stored(), "DE")).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({
        "030 1234567, Germany, +49301234567",
        "030 1234567, Deutschland, +49301234567",
        "+49 (0)30 1234567, US, +49301234567",
        "020 7946 0000, United Kingdom, +442079460000",
        "020 7946 0000, UK, +442079460000",
        "0044 20 7946 0000, , +442079460000",
        "(11) 98765-4321, Brasil, +5511987654321",
        "03-1234-5678, Japan, +81312345678",
        "303-555-0199, Atlantis, +13035550199"
    })
    void aNumberWithoutCodeIsOfTheCountry(String typed, String country, String stored) {
        assertThat(PhoneNumber.checked("phone", typed, country).stored()).isEqualTo(stored);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ask reception",
                "call 303-555-0199",
                "303-555-0199 or 303-555-0200",
                "555-0199",
                "12345",
                "+1",
                "++1 303 555 0199",
                "303-555-0199 ext.",
                "303-555-0199 ext. 123456789",
                "+1 303 555 0199 0000 0000",
                "${7*7}",
                "'; drop table deal; --"
            })
    void whatIsNoNumberIsRefusedWithFieldAndValueAndAnExample(String typed) {
        assertThatThrownBy(() -> PhoneNumber.checked("contact.phone", typed, "US"))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(
                                problem.getParameters().get("violations").toString())
                        .contains("contact.phone", typed, "(201) 555-0123 in United States"));
    }

    @Test
    void whatWasStoredBeforeAndCannotBeReadStaysUntilItIsChanged() {
        var old = new PhoneNumber("1234");
        assertThat(old).hasToString("1234");
        assertThat(old.e164()).isEmpty();
        assertThat(PhoneNumber.changed("phone", old, "1234", null)).isSameAs(old);
        assertThatThrownBy(() -> PhoneNumber.changed("phone", old, "12345", null))
                .isInstanceOf(HttpProblem.class);
    }
}
