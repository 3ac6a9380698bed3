package org.partnerflow.rules;

import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.partnerflow.Given;
import org.partnerflow.Given.TestOrganisation;
import org.partnerflow.rules.table.Cell;
import org.partnerflow.rules.table.ColumnType;
import org.partnerflow.rules.table.Operator;
import org.partnerflow.rules.table.OutcomeType;
import org.partnerflow.rules.table.Problem;
import org.partnerflow.rules.table.Problem.Severity;
import org.partnerflow.rules.table.Row;
import org.partnerflow.rules.table.RuleSet;
import org.partnerflow.rules.table.TableDocument;
import org.partnerflow.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;

/** Cells are checked against what a form can enter. */
@QuarkusTest
@Tag("F4.6")
class CellChoicesTest {
    private final TestOrganisation organisation = Given.organisation();

    @Inject
    TableChecks checks;

    @ParameterizedTest
    @EnumSource(RuleSet.class)
    void everyValueOfAShippedTableCanOccurInAForm(RuleSet ruleSet) {
        var shipped = ShippedTables.of(ruleSet);
        var allOn = shipped.rows().stream()
                .map(row -> new Row(
                        row.id(), true, row.conditions(), row.outcome(), row.target(), row.targetId(), row.comment()))
                .toList();

        var found = organisation
                .as(() -> checks.check(ruleSet, new TableDocument(allOn, List.of())))
                .problems();

        assertThat(found)
                .filteredOn(problem -> problem.kind() == Problem.Kind.CELL)
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(RuleSet.class)
    void everyColumnOfTextsHasValuesToChooseFrom(RuleSet ruleSet) {
        var choices = organisation.as(() -> checks.choices(ruleSet));
        assertThat(ruleSet.columns())
                .filteredOn(column -> column.type() == ColumnType.TEXT)
                .allMatch(column -> choices.containsKey(column.name()));
    }

    @ParameterizedTest
    @CsvSource({"CRITICAL", "-", "*", "urgent\u200B", "Urgentt"})
    void aPriorityThatThereIsNotForbidsPublishing(String priority) {
        var problems = problems(RuleSet.REQUEST_ASSIGNMENT, "priority", Operator.ANY_OF, priority);
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.severity()).isEqualTo(Severity.ERROR);
            assertThat(problem.message()).contains(priority);
        });
        assertThat(problems(RuleSet.REQUEST_ASSIGNMENT, "priority", Operator.ANY_OF, "urgent"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "region, Wset",
        "region, *",
        "region, -",
        "industry, \u2014",
        "source, Even\u00ADt",
        "region, EM\u200BEA"
    })
    void aValueThatNoFormOffersIsAFinding(String column, String value) {
        assertThat(problems(RuleSet.LEAD_ASSIGNMENT, column, Operator.ANY_OF, value))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains(value));
    }

    @Test
    void aValueOfThePicklistIsNone() {
        assertThat(problems(RuleSet.LEAD_ASSIGNMENT, "region", Operator.ANY_OF, "emea"))
                .isEmpty();
        assertThat(problems(RuleSet.LEAD_ASSIGNMENT, "source", Operator.STARTS_WITH, "Ev"))
                .isEmpty();
        assertThat(problems(RuleSet.LEAD_ASSIGNMENT, "region", Operator.ANY_OF, "Baltics"))
                .hasSize(1);
        organisation
                .as(Role.ADMIN)
                .body(Map.of("label", "Baltics"))
                .post("/api/picklists/REGION/entries")
                .then()
                .statusCode(201);
        assertThat(problems(RuleSet.LEAD_ASSIGNMENT, "region", Operator.ANY_OF, "Baltics"))
                .isEmpty();
        organisation
                .as(Role.PARTNER)
                .get("/api/picklists/choices")
                .then()
                .statusCode(200)
                .body("find { it.list == 'REGION' }.labels", hasItems("EMEA", "Baltics"));
    }

    @Test
    void thePageChoosesFromTheSameValues() {
        organisation
                .as(Role.ADMIN)
                .get("/api/rule-sets/request-assignment/form")
                .then()
                .statusCode(200)
                .body(
                        "columns.find { it.name == 'priority' }.suggestions",
                        is(List.of("LOW", "NORMAL", "HIGH", "URGENT")))
                .body("columns.find { it.name == 'priority' }.closed", is(true));
    }

    private List<Problem> problems(RuleSet ruleSet, String column, Operator operator, String value) {
        var row = new Row(
                "r1",
                true,
                Map.of(column, Cell.of(operator, value)),
                ruleSet.outcomes().contains(OutcomeType.FEWEST_OPEN)
                        ? OutcomeType.FEWEST_OPEN
                        : OutcomeType.PARTNER_FIRST,
                null,
                null,
                "");
        return organisation
                .as(() -> checks.check(ruleSet, new TableDocument(List.of(row), List.of())))
                .problems()
                .stream()
                .filter(problem -> problem.kind() == Problem.Kind.CELL)
                .toList();
    }
}
