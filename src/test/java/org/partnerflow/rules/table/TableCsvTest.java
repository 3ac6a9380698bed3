package org.partnerflow.rules.table;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.partnerflow.shared.csv.CsvFile;
import org.partnerflow.shared.csv.CsvReading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.partnerflow.rules.table.Operator.*;
import static org.partnerflow.rules.table.OutcomeType.*;
import static org.partnerflow.rules.table.Rows.aRow;
import static org.partnerflow.rules.table.RuleSet.LEAD_ASSIGNMENT;

class TableCsvTest {

    @Test
    void writesCellsAsPeopleReadThem() {
        var rows = List.of(
                aRow("r1")
                        .where("region", ANY_OF, "EMEA", "APAC")
                        .where("industry", IS_EMPTY)
                        .where("source", STARTS_WITH, "Event")
                        .where("value", BETWEEN, "100", "500")
                        .withComment("A comment, with a comma")
                        .leadsTo(QUEUE, "West"),
                aRow("r2").off().where("value", AT_LEAST, "9.5").leadsTo(FEWEST_OPEN));

        assertThat(TableCsv.write(LEAD_ASSIGNMENT, rows)).isEqualTo("""
                on,region,industry,product,source,value,outcome,target,comment,id\r
                yes,EMEA | APAC,is empty,,starts with: Event,between: 100 and 500,QUEUE,West,"A comment, with a comma",r1\r
                no,,,,,at least: 9.5,FEWEST_OPEN,,,r2\r
                """);
    }

    /** Trust check 30. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=cmd|' /C calc'!A0",
                "+1",
                "-1",
                "@x",
                "\tx",
                "\rx",
                "'=x",
                "''",
                "'plain",
                "＝x",
                "=HYPERLINK(\"http://evil\")"
            })
    void keepsTextFromBecomingAFormula(String text) {
        var row = aRow("r1").where("region", ANY_OF, text).withComment(text).leadsTo(QUEUE, text);

        String file = TableCsv.write(LEAD_ASSIGNMENT, List.of(row));

        String line = file.substring(file.indexOf('\n') + 1);
        for (String cell : line.split(",")) {
            String shown = cell.startsWith("\"") ? cell.substring(1) : cell;
            assertThat(shown)
                    .doesNotStartWith("=")
                    .doesNotStartWith("+")
                    .doesNotStartWith("-")
                    .doesNotStartWith("@");
            assertThat(shown).doesNotStartWith("\t").doesNotStartWith("＝");
        }
        assertThat(read(file)).containsExactly(row);
    }

    @Test
    void readsBackExactlyWhatItWrote() {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            var rows = new ArrayList<Row>();
            for (int j = 0; j <= random.nextInt(3); j++) {
                rows.add(randomRow(random, "r" + j));
            }
            assertThat(read(TableCsv.write(LEAD_ASSIGNMENT, rows)))
                    .as("seed %d", seed)
                    .isEqualTo(rows);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "is empty,IS_EMPTY,",
        "Is Empty,IS_EMPTY,",
        "any of: is empty,ANY_OF,is empty",
        "starts with: Event,STARTS_WITH,Event",
        "start with nothing,ANY_OF,start with nothing",
        "starts with nothing,ANY_OF,starts with nothing",
        "'A, B',ANY_OF,'A, B'",
        "a\\|b,ANY_OF,a|b"
    })
    void readsTextCells(String text, Operator operator, String value) {
        var cell = read("outcome,region\nQUEUE,\"" + text + "\"")
                .getFirst()
                .conditions()
                .get("region");

        assertThat(cell).isEqualTo(value == null ? Cell.of(operator) : Cell.of(operator, value));
    }

    @ParameterizedTest
    @CsvSource({
        "at least: 100,AT_LEAST,100,",
        "AT MOST : 5.5,AT_MOST,5.5,",
        "between: 1 and 2,BETWEEN,1,2",
        "42,BETWEEN,42,42"
    })
    void readsNumberCells(String text, Operator operator, String one, String two) {
        var cell = read("outcome,value\nQUEUE,\"" + text + "\"")
                .getFirst()
                .conditions()
                .get("value");

        assertThat(cell).isEqualTo(two == null ? Cell.of(operator, one) : Cell.of(operator, one, two));
    }

    @Test
    void readsWhatSpreadsheetsOfOtherCountriesWrite() {
        var rows =
                read("\uFEFFOutcome;Target;Region;ON\r\nqueue;West;\"EMEA\";x\r\n;;;\r\nRound robin;Nordics;;no\r\n");

        assertThat(rows)
                .containsExactly(
                        aRow("new-1").where("region", ANY_OF, "EMEA").leadsTo(QUEUE, "West"),
                        aRow("new-2").off().leadsTo(ROUND_ROBIN, "Nordics"));
    }

    @ParameterizedTest
    @Tag("F7.2")
    @ValueSource(
            strings = {
                "sep=;\r\noutcome;region\r\nQUEUE;EMEA\r\n",
                "outcome;region;\r\nQUEUE;EMEA;\r\n",
                "outcome,region\nQUEUE,EMEA,,\n",
                "outcome,region,,\nQUEUE,EMEA\n",
                "outcome,region\nQUEUE,EMEA\n,,,\n"
            })
    void readsWhatSpreadsheetsAddToATable(String file) {
        assertThat(read(file))
                .containsExactly(aRow("new-1").where("region", ANY_OF, "EMEA").leadsTo(QUEUE, ""));
    }

    @Test
    @Tag("F7.7")
    void tellsLittleOfALongCellBack() {
        var one = "x".repeat(1000);
        assertThatThrownBy(() -> read(("on,value,outcome\n" + "%1$s,%1$s,%1$s\n".repeat(40)).formatted(one)))
                .isInstanceOfSatisfying(CsvProblem.class, problem -> assertThat(problem.places())
                        .hasSize(120)
                        .allSatisfy(place -> assertThat(place.message()).hasSizeLessThan(200)));
        assertThatThrownBy(() -> read("outcome," + "y".repeat(200) + "\nQUEUE,a"))
                .isInstanceOfSatisfying(CsvProblem.class, problem -> assertThat(problem.places())
                        .allSatisfy(place -> assertThat(place.message()).hasSizeLessThan(200)));
    }

    @Test
    void givesANewIdToALineThatWasCopied() {
        var rows = read("outcome,id\nQUEUE,r1\nQUEUE,r1\nQUEUE,\n");

        assertThat(rows).extracting(Row::id).containsExactly("r1", "new-1", "new-2");
    }

    @Test
    void namesEveryPlaceThatCannotBeRead() {
        assertThatThrownBy(() -> read("on,value,outcome\nmaybe,lots,QUEUE\nyes,,Nowhere\n"))
                .isInstanceOfSatisfying(CsvProblem.class, problem -> assertThat(problem.places())
                        .containsExactly(
                                new CsvProblem.Place(2, "on", "Expected yes or no, but got \"maybe\"."),
                                new CsvProblem.Place(
                                        2,
                                        "value",
                                        "Expected \"at least: 100\", \"at most: 100\", \"between: 100 and 500\" or \"is empty\", but got \"lots\"."),
                                new CsvProblem.Place(3, "outcome", "\"Nowhere\" is no outcome of this table.")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "region\nEMEA",
                "outcome,colour\nQUEUE,red",
                "outcome,outcome\nQUEUE,QUEUE",
                "outcome\nQUEUE,more",
                "outcome\n\"open",
                "outcome\nQUEUE\"x\"",
                "PK\u0003\u0004\u0000"
            })
    void refusesWhatIsNoTable(String file) {
        assertThatThrownBy(() -> read(file)).isInstanceOfAny(CsvProblem.class, HttpProblem.class);
    }

    @Test
    void readsCases() {
        assertThat(CasesCsv.read(
                        LEAD_ASSIGNMENT,
                        csv("name,region,unavailable,outcome,target\nA,EMEA,Anna | West,queue,East\nB,,,,")))
                .containsExactly(
                        new TestCase("A", Map.of("region", "EMEA"), List.of("Anna", "West"), QUEUE, "East"),
                        new TestCase("B", Map.of(), List.of(), null, null));
    }

    private static List<Row> read(String file) {
        var count = new AtomicInteger();
        return TableCsv.read(LEAD_ASSIGNMENT, csv(file), () -> "new-" + count.incrementAndGet());
    }

    private static CsvFile csv(String file) {
        return CsvFile.read(file.getBytes(StandardCharsets.UTF_8), CsvReading.GUESSED, TableCsv.LIMITS);
    }

    private static Row randomRow(Random random, String id) {
        var row = aRow(id).withComment(text(random));
        if (random.nextBoolean()) {
            row.off();
        }
        for (String column : List.of("region", "industry", "product", "source")) {
            switch (random.nextInt(4)) {
                case 0 -> row.where(column, ANY_OF, text(random), text(random));
                case 1 -> row.where(column, STARTS_WITH, text(random));
                case 2 -> row.where(column, IS_EMPTY);
                default -> {}
            }
        }
        switch (random.nextInt(4)) {
            case 0 -> row.where("value", AT_LEAST, "-" + random.nextInt());
            case 1 -> row.where("value", AT_MOST, "" + random.nextInt(1000) / 10.0);
            case 2 -> row.where("value", BETWEEN, "1", "" + random.nextInt());
            default -> row.where("value", IS_EMPTY);
        }
        return row.leadsTo(OutcomeType.values()[random.nextInt(OutcomeType.values().length)], text(random));
    }

    private static String text(Random random) {
        String[] pieces = {
            "a",
            "B",
            "|",
            "\\",
            "\"",
            "'",
            "=",
            "+",
            "-",
            "@",
            "\t",
            "\r",
            "\n",
            "\r\n",
            ",",
            ";",
            ":",
            " ",
            "is empty",
            "any of",
            "starts with",
            "end",
            "${}",
            "@{}",
            "and",
            "é",
            "\uD83D\uDE80",
            "\uFEFF"
        };
        var text = new StringBuilder();
        for (int i = 0; i < random.nextInt(6); i++) {
            text.append(pieces[random.nextInt(pieces.length)]);
        }
        return text.toString();
    }
}
