package org.partnerflow.shared;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TextsTest {
    @Test
    void cutsWhatDoesNotFit() {
        assertThat(Texts.cut("chairs", 6)).isEqualTo("chairs");
        assertThat(Texts.cut("chairs", 5)).isEqualTo("chair");
    }

    @Test
    void tearsNoCharacterApart() {
        assertThat(Texts.cut("chair\uD83E\uDE91", 6)).isEqualTo("chair");
        assertThat(Texts.cut("chair\uD83E\uDE91s", 7)).isEqualTo("chair\uD83E\uDE91");
    }
}
