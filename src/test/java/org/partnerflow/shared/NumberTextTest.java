package org.partnerflow.shared;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Tag("without-database")
@Tag("F4.5")
class NumberTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1000 | 1000
            1000.50 | 1000.50
            1,000 | 1000
            1,000,000.25 | 1000000.25
            1.000,50 | 1000.50
            1.000.000 | 1000000
            1\u00A0000,5 | 1000.5
            12,5 | 12.5
            \uFF11\uFF10\uFF10\uFF10 | 1000
            \u0661\u0662\u0663 | 123
            \u221225 | -25
            """)
    void readsWhatPeopleTypeAndPaste(String text, String number) {
        assertThat(NumberText.of(text)).isEqualByComparingTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "much", "1,00,0.5", "1.2.3", "1,000.50,1", "1e5", "NaN", "$5", "0x10", "1,000,00"})
    void saysWhatItExpectedOtherwise(String text) {
        assertThatThrownBy(() -> NumberText.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"%s\"", text);
    }

    @Test
    @Tag("F7.7")
    void refusesMoreDigitsThanAnybodyMeansAndTellsFewOfThemBack() {
        assertThatThrownBy(() -> NumberText.of("1" + ",000".repeat(2_500)))
                .isInstanceOf(IllegalArgumentException.class)
                .satisfies(problem -> assertThat(problem.getMessage()).hasSizeLessThan(120));
    }
}
