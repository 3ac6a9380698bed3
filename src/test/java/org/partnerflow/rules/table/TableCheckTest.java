package org.partnerflow.rules.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.partnerflow.rules.table.Problem.Kind;
import org.partnerflow.rules.table.Problem.Severity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.partnerflow.rules.table.Operator.*;
import static org.partnerflow.rules.table.OutcomeType.*;
import static org.partnerflow.rules.table.Rows.aRow;
import static org.partnerflow.rules.table.RuleSet.LEAD_ASSIGNMENT;
import static org.partnerflow.rules.table.RuleSet.REQUEST_ASSIGNMENT;

class TableCheckTest {
    private static final Row REST = aRow("rest").leadsTo(QUEUE, "Rest");

    @Test
    void tableWithoutMistakesHasNoProblems() {
        assertThat(check(aRow("r1").where("region", ANY_OF, "EMEA").leadsTo(QUEUE, "West"), REST))
                .isEmpty();
    }

    @Test
    void findsCellsThatCannotBeRead() {
        var problems = check(
                aRow("r1").where("value", AT_LEAST, "many").leadsTo(QUEUE, "A"),
                aRow("r2").where("value", BETWEEN, "5").leadsTo(QUEUE, "A"),
                aRow("r3").where("value", BETWEEN, "5", "4").leadsTo(QUEUE, "A"),
                aRow("r4").where("value", AT_MOST, "1e999999999").leadsTo(QUEUE, "A"),
                aRow("r5").where("region", ANY_OF).leadsTo(QUEUE, "A"),
                aRow("r6").where("region", AT_LEAST, "5").leadsTo(QUEUE, "A"),
                aRow("r7").where("colour", ANY_OF, "red").leadsTo(QUEUE, "A"),
                REST);

        assertThat(problems).extracting(Problem::severity).containsOnly(Severity.ERROR);
        assertThat(problems)
                .extracting(Problem::message)
                .containsExactly(
                        "Expected a number such as 12500.50, but got \"many\".",
                        "Expected a number such as 12500.50, but got \"\".",
                        "Expected the smaller number first, but got 5 and 4.",
                        "Expected a number such as 12500.50, but got \"1e999999999\".",
                        "Expected at least one value.",
                        "Expected any of, starts with or is empty, but got \"at least\".",
                        "There is no column \"colour\".");
        assertThat(problems.getFirst())
                .isEqualTo(new Problem(
                        Severity.ERROR,
                        Kind.CELL,
                        "r1",
                        1,
                        "value",
                        "Expected a number such as 12500.50, but got \"many\"."));
    }

    @Test
    void findsOutcomesThatCannotBe() {
        var problems = check(
                aRow("r1").leadsTo(null),
                aRow("r2").leadsTo(PARTNER_FIRST),
                aRow("r3").leadsTo(QUEUE, " "),
                aRow("r4").leadsTo(FEWEST_OPEN),
                REST);

        assertThat(problems)
                .extracting(Problem::message)
                .containsExactly(
                        "Expected an outcome.",
                        "\"Partner first\" is no outcome of this table.",
                        "Expected the name of a queue.");
        assertThat(TableCheck.check(
                        REQUEST_ASSIGNMENT, List.of(aRow("r1").leadsTo(PARTNER_FIRST, "Somebody")), Optional.empty()))
                .extracting(Problem::message)
                .contains("\"Partner first\" takes no target.");
    }

    @Test
    void mistakeInARowThatIsOffDoesNotForbidPublishing() {
        var problems = check(aRow("r1").off().leadsTo(null), REST);

        assertThat(problems).extracting(Problem::severity).containsExactly(Severity.WARNING);
        assertThat(TableCheck.hasErrors(problems)).isFalse();
    }

    @Test
    void findsTargetsThatDoNotExistOrCannotTakeALead() {
        var west = target(TargetKind.QUEUE, "West", null);
        var anna = target(TargetKind.PARTNER_USER, "Anna", "has never logged in");
        var rows = List.of(
                aRow("r1").where("region", ANY_OF, "1").leadsTo(QUEUE, "west"),
                aRow("r2").where("region", ANY_OF, "2").leadsTo(QUEUE, "East"),
                aRow("r3").where("region", ANY_OF, "3").leadsTo(PARTNER_USER, "Anna"),
                aRow("r4").where("region", ANY_OF, "4").leadsTo(PARTNER_USER, "West"),
                aRow("r5").where("region", ANY_OF, "5").leadsTo(QUEUE, "Twin"),
                aRow("r6").where("region", ANY_OF, "6").withTargetId(west.id()).leadsTo(QUEUE, "An old name"),
                aRow("r7").where("region", ANY_OF, "7").leadsTo(QUEUE, west.id().toString()),
                aRow("r8").leadsTo(QUEUE, "West"));
        var targets =
                List.of(west, anna, target(TargetKind.QUEUE, "Twin", null), target(TargetKind.QUEUE, "Twin", null));

        var problems = TableCheck.check(LEAD_ASSIGNMENT, rows, Optional.of(targets));

        assertThat(problems)
                .extracting(Problem::severity, Problem::row, Problem::message)
                .containsExactly(
                        tuple(Severity.ERROR, 2, "There is no queue called \"East\"."),
                        tuple(Severity.ERROR, 4, "There is no partner user called \"West\"."),
                        tuple(
                                Severity.ERROR,
                                5,
                                "There is more than one queue called \"Twin\": choose one from the list."),
                        tuple(Severity.WARNING, 3, "Anna cannot take a lead at present: has never logged in."));
        assertThat(Targets.resolve(rows, targets))
                .extracting(Row::target, Row::targetId)
                .startsWith(tuple("West", west.id()), tuple("East", null))
                .endsWith(tuple("West", west.id()), tuple("West", west.id()), tuple("West", west.id()));
    }

    @Test
    void findsRowsThatCanNeverFire() {
        var problems = check(
                aRow("r1").where("region", ANY_OF, "EMEA", "APAC").leadsTo(QUEUE, "A"),
                aRow("r2")
                        .where("region", ANY_OF, "emea")
                        .where("value", AT_LEAST, "5")
                        .leadsTo(QUEUE, "B"),
                aRow("r3").where("region", STARTS_WITH, "emea").leadsTo(QUEUE, "B"),
                REST,
                aRow("r5").leadsTo(FEWEST_OPEN));

        assertThat(problems)
                .extracting(Problem::row, Problem::kind, Problem::message)
                .containsExactly(
                        tuple(2, Kind.NEVER_FIRES, "Never fires: row 1 fires for all of it."),
                        tuple(5, Kind.NEVER_FIRES, "Never fires: row 4 fires for all of it."),
                        tuple(3, Kind.OVERLAP, "Overlaps with row 1, which comes first: region is \"emea\"."));
    }

    @Test
    void findsRowsThatSeveralEarlierRowsCoverTogether() {
        var problems = check(
                aRow("r1").where("value", AT_MOST, "100").leadsTo(QUEUE, "A"),
                aRow("r2").where("value", AT_LEAST, "100").leadsTo(QUEUE, "B"),
                aRow("r3").where("value", BETWEEN, "50", "150").leadsTo(QUEUE, "C"),
                aRow("r4").where("value", IS_EMPTY).leadsTo(QUEUE, "D"),
                aRow("r5").where("region", ANY_OF, "EMEA").leadsTo(QUEUE, "E"));

        assertThat(messages(problems, Kind.NEVER_FIRES))
                .containsExactly(
                        "Never fires: rows 1 and 2 together fire for all of it.",
                        "Never fires: rows 1, 2 and 4 together fire for all of it.");
    }

    @Test
    void rowAfterOneThatNamesAPersonIsAFallback() {
        var problems = check(
                aRow("r1").where("region", ANY_OF, "EMEA").leadsTo(PARTNER_USER, "Anna"),
                aRow("r2").where("region", ANY_OF, "EMEA").leadsTo(PARTNER_USER, "Bo"),
                aRow("r3").where("region", ANY_OF, "EMEA").leadsTo(PARTNER_USER, "anna"),
                REST);

        assertThat(problems)
                .extracting(Problem::row, Problem::message)
                .containsExactly(tuple(3, "Never changes anything: row 1 says the same."));
    }

    @Test
    void findsRowsThatCrossEachOther() {
        var problems = check(
                aRow("r1").where("region", ANY_OF, "EMEA", "APAC").leadsTo(QUEUE, "A"),
                aRow("r2").where("value", AT_LEAST, "1000").leadsTo(QUEUE, "B"),
                aRow("r3").where("industry", ANY_OF, "Energy").leadsTo(QUEUE, "A"),
                REST);

        assertThat(messages(problems, Kind.OVERLAP))
                .containsExactly(
                        "Overlaps with row 1, which comes first: region is \"apac\", value is 1000.",
                        "Overlaps with row 2, which comes first: industry is \"energy\", value is 1000.");
        assertThat(problems).extracting(Problem::severity).containsOnly(Severity.INFO);
    }

    @Test
    void findsGaps() {
        assertThat(messages(check(aRow("r1").where("region", ANY_OF, "EMEA").leadsTo(QUEUE, "A")), Kind.GAP))
                .containsExactly(
                        "No row fires for this, and it stays unassigned: region is something that no row names.");
        assertThat(messages(
                        check(
                                aRow("r1").where("value", AT_LEAST, "10").leadsTo(QUEUE, "A"),
                                aRow("r2").where("value", IS_EMPTY).leadsTo(QUEUE, "A")),
                        Kind.GAP))
                .containsExactly("No row fires for this, and it stays unassigned: value is below 10.");
        assertThat(messages(check(), Kind.GAP))
                .containsExactly("No row fires for this, and it stays unassigned: every lead.");
        assertThat(messages(check(aRow("r1").leadsTo(FEWEST_OPEN)), Kind.GAP))
                .containsExactly(
                        "If nobody can take it, this stays unassigned, since no row leads to a queue: every lead.");
        assertThat(messages(TableCheck.check(REQUEST_ASSIGNMENT, List.of(), Optional.empty()), Kind.GAP))
                .containsExactly("No row fires for this, and partner users go first: every request.");
    }

    @Test
    void tableWithoutGapsIsCoveredByItsRowsTogether() {
        var problems = check(
                aRow("r1").where("region", ANY_OF, "EMEA").leadsTo(QUEUE, "A"),
                aRow("r2").where("region", IS_EMPTY).leadsTo(QUEUE, "A"),
                aRow("r3").where("value", AT_MOST, "9.99").leadsTo(QUEUE, "B"),
                aRow("r4").where("value", AT_LEAST, "9.99").leadsTo(QUEUE, "B"),
                aRow("r5").where("value", IS_EMPTY).leadsTo(QUEUE, "B"));

        assertThat(messages(problems, Kind.GAP)).isEmpty();
    }

    @Test
    void checksAThousandRowsQuickly() {
        var rows = new ArrayList<Row>();
        for (int i = 0; i < 1_000; i++) {
            rows.add(aRow("r" + i)
                    .where("region", ANY_OF, "R" + i % 40, "R" + i % 7)
                    .where("industry", STARTS_WITH, "I" + i % 30)
                    .where("value", BETWEEN, "" + i, "" + (i + 500))
                    .leadsTo(QUEUE, "Q" + i));
        }
        rows.add(REST);

        long start = System.nanoTime();
        var problems = TableCheck.check(LEAD_ASSIGNMENT, rows, Optional.empty());

        assertThat(System.nanoTime() - start).isLessThan(30_000_000_000L);
        assertThat(messages(problems, Kind.GAP)).isEmpty();
    }

    private static List<Problem> check(Row... rows) {
        return TableCheck.check(LEAD_ASSIGNMENT, List.of(rows), Optional.empty());
    }

    private static List<String> messages(List<Problem> problems, Kind kind) {
        return problems.stream()
                .filter(problem -> problem.kind() == kind)
                .map(Problem::message)
                .toList();
    }

    private static Target target(TargetKind kind, String name, @Nullable String cannotTake) {
        return new Target(kind, UUID.randomUUID(), name, cannotTake);
    }
}
