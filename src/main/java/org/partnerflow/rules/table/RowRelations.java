package org.partnerflow.rules.table;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.partnerflow.rules.table.Problem.Kind;
import org.partnerflow.rules.table.Problem.Severity;
import org.partnerflow.rules.table.TableSpace.Box;

/** Finds rows that can never fire, rows that overlap, and questions that no row answers. */
final class RowRelations {

    private static final int OVERLAPS_PER_ROW = 3;

    private final RuleSet ruleSet;
    private final List<Row> rows;
    private final List<TypedRow> typed;
    private final List<Problem> problems;
    private final TableSpace space;
    private final List<Box> boxes;
    private final BitSet neverFiring = new BitSet();

    RowRelations(RuleSet ruleSet, List<Row> rows, List<TypedRow> typed, List<Problem> problems) {
        this.ruleSet = ruleSet;
        this.rows = rows;
        this.typed = typed;
        this.problems = problems;
        this.space = new TableSpace(ruleSet, typed);
        this.boxes = typed.stream().map(space::box).toList();
    }

    void check() {
        for (int i = 0; i < typed.size(); i++) {
            neverFiring.set(i, neverFires(i));
            if (!neverFiring.get(i)) {
                overlaps(i);
            }
        }
        gap();
    }

    private boolean neverFires(int index) {
        for (int earlier = 0; earlier < index; earlier++) {
            if (!neverFiring.get(earlier) && boxes.get(earlier).contains(boxes.get(index))) {
                if (typed.get(earlier).outcome().alwaysTakes()) {
                    String why = "Never fires: row %d fires for all of it.".formatted(number(earlier));
                    return add(Severity.WARNING, Kind.NEVER_FIRES, index, why);
                }
                if (RowText.sameOutcome(row(earlier), row(index))) {
                    String why = "Never changes anything: row %d says the same.".formatted(number(earlier));
                    return add(Severity.WARNING, Kind.NEVER_FIRES, index, why);
                }
            }
        }
        var cover = new ArrayList<Box>();
        var numbers = new ArrayList<String>();
        for (int earlier = 0; earlier < index; earlier++) {
            if (typed.get(earlier).outcome().alwaysTakes()
                    && !neverFiring.get(earlier)
                    && boxes.get(earlier).meets(boxes.get(index))) {
                cover.add(boxes.get(earlier));
                numbers.add(String.valueOf(number(earlier)));
            }
        }
        if (cover.size() > 1 && space.uncovered(boxes.get(index), cover).isEmpty()) {
            String why = "Never fires: rows %s together fire for all of it.".formatted(Wording.list(numbers, "and"));
            return add(Severity.WARNING, Kind.NEVER_FIRES, index, why);
        }
        return false;
    }

    /** An exception before the general row is how tables are written; only rows that cross each other are worth a word. */
    private void overlaps(int index) {
        int found = 0;
        for (int earlier = 0; earlier < index && found < OVERLAPS_PER_ROW; earlier++) {
            Box one = boxes.get(earlier);
            Box other = boxes.get(index);
            if (!neverFiring.get(earlier)
                    && one.meets(other)
                    && !one.contains(other)
                    && !other.contains(one)
                    && !RowText.sameOutcome(row(earlier), row(index))) {
                found++;
                String why = "Overlaps with row %d, which comes first: %s."
                        .formatted(number(earlier), space.example(one.intersection(other)));
                add(Severity.INFO, Kind.OVERLAP, index, why);
            }
        }
    }

    private void gap() {
        if (ruleSet.namesTargets()) {
            gap(null, "No row fires for this, and it stays unassigned: %s.");
            if (problems.stream().noneMatch(problem -> problem.kind() == Kind.GAP)) {
                gap(Boolean.TRUE, "If nobody can take it, this stays unassigned, since no row leads to a queue: %s.");
            }
        } else {
            gap(null, "No row fires for this, and partner users go first: %s.");
        }
    }

    private void gap(@Nullable Boolean alwaysTakes, String words) {
        var answering = new ArrayList<Box>();
        for (int i = 0; i < typed.size(); i++) {
            if (alwaysTakes == null || typed.get(i).outcome().alwaysTakes()) {
                answering.add(boxes.get(i));
            }
        }
        Severity severity = alwaysTakes == null && ruleSet.namesTargets() ? Severity.WARNING : Severity.INFO;
        space.uncovered(space.everything(), answering)
                .filter(rest -> !space.gaveUp())
                .ifPresent(rest -> problems.add(
                        new Problem(severity, Kind.GAP, null, null, null, words.formatted(space.example(rest)))));
    }

    private boolean add(Severity severity, Kind kind, int index, String message) {
        return problems.add(new Problem(severity, kind, row(index).id(), number(index), null, message));
    }

    private int number(int index) {
        return typed.get(index).number();
    }

    private Row row(int index) {
        return rows.get(number(index) - 1);
    }
}
