package org.partnerflow.shared;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TextsTest {
    @Test
    void cutsWhatDoesNotFit() {
        assertThat(Texts.cut("chairs", 6)).isEqualTo("chairs");
        assertThat(Texts.cut("chairs", 5)).isEqualTo("chair");
    }

    @Test
    @Tag("F10.14")
    void tearsNoCharacterApart() {
        assertThat(Texts.end("\uD83E\uDE91chair", 6)).isEqualTo("chair");
        assertThat(Texts.end("chair", 3)).isEqualTo("air");
        assertThat(Texts.brief("chair\uD83E\uDE91s", 6)).isEqualTo("chair…");
        assertThat(Texts.brief("chairs", 6)).isEqualTo("chairs");
        assertThat(Texts.cut("chair\uD83E\uDE91", 6)).isEqualTo("chair");
        assertThat(Texts.cut("chair\uD83E\uDE91s", 7)).isEqualTo("chair\uD83E\uDE91");
    }
}
