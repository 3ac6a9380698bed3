package org.partnerflow.rules.table;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** All questions that a table can tell apart, as a grid with one axis per column. A row is a box in it. */
final class TableSpace {

    private static final int STEPS = 20_000_000;

    private final RuleSet ruleSet;
    private final List<ColumnSpace> columns;
    private int steps = STEPS;

    TableSpace(RuleSet ruleSet, List<TypedRow> rows) {
        this.ruleSet = ruleSet;
        this.columns = ruleSet.columns().stream()
                .map(column -> ColumnSpace.of(column, rows))
                .toList();
    }

    record Box(List<BitSet> sides) {

        boolean contains(Box other) {
            for (int i = 0; i < sides.size(); i++) {
                var rest = (BitSet) other.sides.get(i).clone();
                rest.andNot(sides.get(i));
                if (!rest.isEmpty()) {
                    return false;
                }
            }
            return true;
        }

        boolean meets(Box other) {
            for (int i = 0; i < sides.size(); i++) {
                if (!sides.get(i).intersects(other.sides.get(i))) {
                    return false;
                }
            }
            return true;
        }

        Box intersection(Box other) {
            var common = new ArrayList<BitSet>();
            for (int i = 0; i < sides.size(); i++) {
                var side = (BitSet) sides.get(i).clone();
                side.and(other.sides.get(i));
                common.add(side);
            }
            return new Box(common);
        }

        private Box withSide(int index, BitSet side) {
            var changed = new ArrayList<>(sides);
            changed.set(index, side);
            return new Box(changed);
        }
    }

    Box box(TypedRow row) {
        var sides = new ArrayList<BitSet>();
        for (int i = 0; i < columns.size(); i++) {
            sides.add(columns.get(i)
                    .where(row.conditions().get(ruleSet.columns().get(i).name())));
        }
        return new Box(sides);
    }

    Box everything() {
        return new Box(columns.stream().map(column -> column.where(null)).toList());
    }

    /** A part of the box that none of the others covers; empty if they cover all of it. */
    Optional<Box> uncovered(Box box, List<Box> others) {
        return uncovered(box, others, 0);
    }

    private Optional<Box> uncovered(Box box, List<Box> others, int from) {
        for (int i = from; i < others.size(); i++) {
            if (steps-- <= 0) {
                return Optional.of(box);
            }
            Box other = others.get(i);
            if (!box.meets(other)) {
                continue;
            }
            Box rest = box;
            for (int side = 0; side < columns.size(); side++) {
                var outside = (BitSet) rest.sides().get(side).clone();
                outside.andNot(other.sides().get(side));
                if (!outside.isEmpty()) {
                    Optional<Box> found = uncovered(rest.withSide(side, outside), others, i + 1);
                    if (found.isPresent()) {
                        return found;
                    }
                    var inside = (BitSet) rest.sides().get(side).clone();
                    inside.and(other.sides().get(side));
                    rest = rest.withSide(side, inside);
                }
            }
            return Optional.empty();
        }
        return Optional.of(box);
    }

    /** True if the search gave up, so that what it found proves nothing. */
    boolean gaveUp() {
        return steps <= 0;
    }

    /** One question of the box in words: "region is "emea", value is above 1000". */
    String example(Box box) {
        var parts = new ArrayList<String>();
        for (int i = 0; i < columns.size(); i++) {
            if (!columns.get(i).isEverything(box.sides().get(i))) {
                String label = ruleSet.columns().get(i).label().toLowerCase(Locale.ROOT);
                parts.add(label + " " + columns.get(i).example(box.sides().get(i)));
            }
        }
        return parts.isEmpty() ? "every " + ruleSet.noun() : String.join(", ", parts);
    }
}
