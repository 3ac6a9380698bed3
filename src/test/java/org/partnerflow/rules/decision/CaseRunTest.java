package org.partnerflow.rules.decision;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.partnerflow.rules.table.CasesCsv;
import org.partnerflow.rules.table.OutcomeType;
import org.partnerflow.rules.table.Row;
import org.partnerflow.rules.table.RuleSet;
import org.partnerflow.rules.table.TableCheck;
import org.partnerflow.rules.table.TableCsv;
import org.partnerflow.rules.table.TableDocument;
import org.partnerflow.rules.table.TestCase;
import org.partnerflow.shared.csv.CsvFile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnerflow.rules.table.Operator.*;
import static org.partnerflow.rules.table.OutcomeType.*;
import static org.partnerflow.rules.table.Rows.aRow;

class CaseRunTest {
    private static final List<Row> ROWS = List.of(
            aRow("r1").where("region", ANY_OF, "EMEA").leadsTo(PARTNER_USER, "Anna"),
            aRow("r2").where("region", ANY_OF, "EMEA").leadsTo(ROUND_ROBIN, "Nordics"),
            aRow("r3").where("region", ANY_OF, "EMEA").leadsTo(FEWEST_OPEN, "Contoso"),
            aRow("r4").where("value", AT_LEAST, "100").leadsTo(ROUND_ROBIN_OVER_QUEUES, "Desks"),
            aRow("r5").off().leadsTo(null),
            aRow("r6").where("region", IS_EMPTY).withTargetId(UUID.randomUUID()).leadsTo(QUEUE, "Rest"));

    @Test
    void caseIsDecidedByTheTableAlone() {
        assertThat(run(
                        aCase(Map.of("region", "EMEA"), PARTNER_USER, "anna"),
                        aCase(Map.of("region", "EMEA"), ROUND_ROBIN, "Nordics", "Anna"),
                        aCase(Map.of("region", "EMEA"), FEWEST_OPEN, "Contoso", "Anna", "Nordics"),
                        aCase(Map.of("value", "100"), ROUND_ROBIN_OVER_QUEUES, "Desks"),
                        aCase(Map.of("value", "100"), QUEUE, "Rest", "Desks"),
                        aCase(Map.of(), QUEUE, "Rest"),
                        aCase(Map.of(), null, null, "Rest"),
                        aCase(Map.of("region", "APAC"), null, null)))
                .extracting(CaseRun.Result::message)
                .containsOnly("");
    }

    @Test
    void saysWhatHappenedInstead() {
        assertThat(run(
                        aCase(Map.of("region", "EMEA"), QUEUE, "Rest"),
                        aCase(Map.of("region", "APAC"), FEWEST_OPEN, null),
                        aCase(Map.of("value", "many"), QUEUE, "Rest")))
                .containsExactly(
                        new CaseRun.Result(
                                "case",
                                false,
                                1,
                                "Row 1 fired (region is EMEA: Partner user \"Anna\"), but expected Queue \"Rest\"."),
                        new CaseRun.Result("case", false, null, "No row fired, but expected Fewest open leads."),
                        new CaseRun.Result("case", false, null, "Expected a number such as 12500.50 in the case."));
    }

    @ParameterizedTest
    @EnumSource(RuleSet.class)
    void shippedTablesHaveNoErrorsAndTheirCasesPass(RuleSet ruleSet) throws IOException {
        var rows = TableCsv.read(ruleSet, CsvFile.of(file(ruleSet.id() + ".csv"), TableCsv.LIMITS), () -> "x");
        var cases = CasesCsv.read(ruleSet, CsvFile.of(file(ruleSet.id() + ".cases.csv"), TableCsv.LIMITS));

        assertThat(TableCheck.hasErrors(TableCheck.check(ruleSet, rows, Optional.empty())))
                .isFalse();
        assertThat(CaseRun.of(ruleSet, new TableDocument(rows, cases)))
                .isNotEmpty()
                .allMatch(CaseRun.Result::passed);
    }

    private static String file(String name) throws IOException {
        try (var stream = CaseRunTest.class.getResourceAsStream("/rules/" + name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<CaseRun.Result> run(TestCase... cases) {
        return CaseRun.of(RuleSet.LEAD_ASSIGNMENT, new TableDocument(ROWS, List.of(cases)));
    }

    private static TestCase aCase(
            Map<String, String> given, OutcomeType outcome, String target, String... unavailable) {
        return new TestCase("case", given, List.of(unavailable), outcome, target);
    }
}
