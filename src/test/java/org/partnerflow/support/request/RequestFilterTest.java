package org.partnerflow.support.request;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RequestFilterTest {
    private final RequestFilter filter = new RequestFilter();

    @ParameterizedTest
    @CsvSource({"R-17,17", "r-17,17", "' 17 ',17", "printer,", "R-,", "17 printers,", "99999999999,"})
    void readsNumbersAsPeopleTypeThem(String text, Integer number) {
        filter.text = text;

        assertThat(filter.number()).isEqualTo(number);
    }

    @Test
    void looksForNothingWhenNothingIsTyped() {
        filter.text = " ";

        assertThat(filter.number()).isNull();
        assertThat(filter.words()).isNull();
    }
}
