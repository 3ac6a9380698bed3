package org.partnerflow.rules.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.partnerflow.rules.table.Problem.Kind;
import org.partnerflow.rules.table.Problem.Severity;

/** Finds what is wrong with a table before it is published. */
public final class TableCheck {

    private final RuleSet ruleSet;
    private final List<Row> rows;
    private final List<Problem> problems = new ArrayList<>();

    private TableCheck(RuleSet ruleSet, List<Row> rows) {
        this.ruleSet = ruleSet;
        this.rows = rows;
    }

    /**
     * Checks cells, outcomes, targets, and how the rows lie to each other.
     *
     * @param targets what the organisation has; empty if nobody can tell, and then targets are not looked up
     */
    public static List<Problem> check(RuleSet ruleSet, List<Row> rows, Optional<List<Target>> targets) {
        var check = new TableCheck(ruleSet, rows);
        var typed = check.readRows();
        targets.ifPresent(check::lookUpTargets);
        new RowRelations(ruleSet, rows, typed, check.problems).check();
        check.problems.sort(Problem.ORDER);
        return List.copyOf(check.problems);
    }

    public static boolean hasErrors(List<Problem> problems) {
        return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }

    /** The rows that are on and can be read; a problem for each cell that cannot. */
    private List<TypedRow> readRows() {
        var typed = new ArrayList<TypedRow>();
        for (int number = 1; number <= rows.size(); number++) {
            int before = problems.size();
            readCells(number);
            readOutcome(number);
            if (problems.size() == before && row(number).on()) {
                typed.add(TypedRow.of(ruleSet, number, row(number)));
            }
        }
        return typed;
    }

    private void readCells(int number) {
        row(number).conditions().forEach((name, cell) -> {
            var column = ruleSet.columns().stream()
                    .filter(known -> known.name().equals(name))
                    .findFirst();
            if (column.isEmpty()) {
                mistake(number, name, Kind.CELL, "There is no column \"%s\".".formatted(name));
                return;
            }
            try {
                Condition.of(column.get(), cell);
            } catch (IllegalArgumentException e) {
                mistake(number, name, Kind.CELL, String.valueOf(e.getMessage()));
            }
        });
    }

    private void readOutcome(int number) {
        OutcomeType outcome = row(number).outcome();
        if (outcome == null) {
            mistake(number, "outcome", Kind.OUTCOME, "Expected an outcome.");
        } else if (!ruleSet.outcomes().contains(outcome)) {
            mistake(number, "outcome", Kind.OUTCOME, "\"%s\" is no outcome of this table.".formatted(outcome.label()));
        } else if (outcome.targetNeeded() && row(number).target() == null) {
            mistake(number, "target", Kind.OUTCOME, "Expected the name of a %s.".formatted(words(outcome)));
        } else if (outcome.target() == null && row(number).target() != null) {
            mistake(number, "target", Kind.OUTCOME, "\"%s\" takes no target.".formatted(outcome.label()));
        }
    }

    private void lookUpTargets(List<Target> targets) {
        for (int number = 1; number <= rows.size(); number++) {
            Row row = row(number);
            if (row.outcome() == null || row.outcome().target() == null || row.target() == null) {
                continue;
            }
            var named = Targets.namedBy(row, targets);
            if (named.isEmpty()) {
                mistake(
                        number,
                        "target",
                        Kind.TARGET_UNKNOWN,
                        "There is no %s called \"%s\".".formatted(words(row.outcome()), row.target()));
            } else if (named.size() > 1) {
                mistake(
                        number,
                        "target",
                        Kind.TARGET_UNKNOWN,
                        "There is more than one %s called \"%s\": choose one from the list."
                                .formatted(words(row.outcome()), row.target()));
            } else if (row.on() && named.getFirst().cannotTake() != null) {
                add(
                        Severity.WARNING,
                        number,
                        "target",
                        Kind.TARGET_CANNOT_TAKE,
                        "%s cannot take a %s at present: %s."
                                .formatted(
                                        named.getFirst().name(),
                                        ruleSet.noun(),
                                        named.getFirst().cannotTake()));
            }
        }
    }

    /** A mistake in a row that is off is only worth a warning. */
    private void mistake(int number, String column, Kind kind, String message) {
        add(row(number).on() ? Severity.ERROR : Severity.WARNING, number, column, kind, message);
    }

    private void add(Severity severity, int number, String column, Kind kind, String message) {
        problems.add(new Problem(severity, kind, row(number).id(), number, column, message));
    }

    private Row row(int number) {
        return rows.get(number - 1);
    }

    private static String words(OutcomeType outcome) {
        return outcome.target() == null ? "target" : outcome.target().label();
    }
}
