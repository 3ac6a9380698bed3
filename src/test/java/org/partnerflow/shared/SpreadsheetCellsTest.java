package org.partnerflow.shared;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SpreadsheetCellsTest {
    private static final String STARTS = "=+-@＝＋－＠";

    @ParameterizedTest
    @DisplayName("30: whatever a spreadsheet takes for the end of a cell, no cell of an export begins as a formula")
    @Tag("F11.9")
    @ValueSource(
            strings = {
                "=cmd",
                "+1",
                "-1",
                "@x",
                "\t=x",
                "\r=x",
                "＝x",
                "'=x",
                "''=x",
                "'",
                "x;=cmd",
                "x; =cmd",
                "x;\"=cmd\"",
                "x\t=cmd",
                "x|+1",
                "x\n@y",
                "x\r\n-1",
                ";=a;=b",
                "x;'=y",
                "x;''=y",
                "plain",
                "a - b",
                "1;2",
                "it's; 'quoted'",
                "=a;=b\n=c"
            })
    void neverBeginsAsAFormulaAndReadsBackAsItWas(String text) {
        var cell = SpreadsheetCells.protect(text);

        for (var part : cell.split("[;\\t|\\r\\n]", -1)) {
            var begin = part.replaceFirst("^[\" ]+", "");
            assertThat(begin.isEmpty() ? ' ' : begin.charAt(0)).as(cell).matches(c -> STARTS.indexOf(c) < 0);
        }
        assertThat(SpreadsheetCells.restore(cell)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"plain", "a - b", "1;2", "Smith; Jones"})
    void leavesPlainTextAsItIs(String text) {
        assertThat(SpreadsheetCells.protect(text)).isEqualTo(text);
    }
}
