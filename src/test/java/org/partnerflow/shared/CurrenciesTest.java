package org.partnerflow.shared;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Tag("F4.7")
class CurrenciesTest {
    @ParameterizedTest
    @ValueSource(strings = {"USD", "eur", " Gbp ", "ＪＰＹ", "CHF", "KWD"})
    void knowsTheMoneyInUse(String code) {
        assertThat(Currencies.checked("currency", code).getCurrencyCode()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"XAU", "XXX", "XTS", "DEM", "EURO", "", "US"})
    void refusesWhatNobodyPaysWith(String code) {
        assertThatThrownBy(() -> Currencies.checked("currency", code)).hasMessageContaining("Bad Request");
        assertThat(Currencies.find(code)).isEmpty();
    }

    @Test
    void findsACodeAsItIsStoredOnly() {
        assertThat(Currencies.find("usd")).isEmpty();
        assertThat(Currencies.find(null)).isEmpty();
        assertThat(Currencies.find("USD")).isPresent();
    }
}
