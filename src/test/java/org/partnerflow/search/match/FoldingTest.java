package org.partnerflow.search.match;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.partnerflow.shared.NormalForm;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("F7.5")
class FoldingTest {
    @ParameterizedTest
    @CsvSource({"Рай,Раи", "Їжа,Іжа", "Воўк,Воук", "Ќош,Кош", "Ѓорѓи,Горги", "कमल,कोमल", "バー,パー"})
    void keepsLettersThatAreLettersOfTheirOwn(String one, String other) {
        assertThat(Folding.fold(one)).isNotEqualTo(Folding.fold(other));
        assertThat(NormalForm.key(one)).isNotEqualTo(NormalForm.key(other));
    }

    @ParameterizedTest
    @CsvSource({"Рай,Раи\u0306", "РАЙ,рай", "Ёлка,Елка", "за\u0301мок,замок", "Café,Cafe", "Ångström,Angstrom"})
    void foldsWhatIsWrittenInTwoWays(String one, String other) {
        assertThat(Folding.fold(one)).isEqualTo(Folding.fold(other));
    }

    @Test
    void keepsTheLetterInEitherForm() {
        assertThat(Folding.words("Чайный дом")).containsExactly("чайный", "дом");
    }
}
