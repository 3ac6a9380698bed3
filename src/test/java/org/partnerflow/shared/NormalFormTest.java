package org.partnerflow.shared;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("F2.2")
class NormalFormTest {
    @Test
    void makesOneOfWhatLooksTheSame() {
        assertThat(NormalForm.of("  Ａcme\u00a0\u2003Ltd\u200b ")).isEqualTo("Acme Ltd");
        assertThat(NormalForm.of("Cafe\u0301")).isEqualTo("Café");
        assertThat(NormalForm.of("e\uFB03cient \u202EoG\u202C")).isEqualTo("efficient oG");
        assertThat(NormalForm.of("ｱｲｳ")).isEqualTo("アイウ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Acme™",
                "½ Price",
                "H₂O ①",
                "👩‍💻 Studio",
                "❤️",
                "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
                "می‌خواهم",
                "क्‍ष",
                "日本株式会社",
                "O’Brien – Sons",
                "1️⃣"
            })
    void leavesWhatCarriesAMeaning(String text) {
        assertThat(NormalForm.of(text)).isEqualTo(java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFC));
    }

    @Test
    void keysTellSignsAndAccentsApart() {
        assertThat(NormalForm.key("🍣")).isNotEqualTo(NormalForm.key("🍺"));
        assertThat(NormalForm.key("🏴󠁧󠁢󠁥󠁮󠁧󠁿")).isNotEqualTo(NormalForm.key("🏴󠁧󠁢󠁳󠁣󠁴󠁿"));
        assertThat(NormalForm.key("Café")).isNotEqualTo(NormalForm.key("Cafe"));
        assertThat(NormalForm.key("STRASSE")).isEqualTo(NormalForm.key("Straße"));
        assertThat(NormalForm.key("❤️")).isEqualTo(NormalForm.key("❤"));
    }
}
