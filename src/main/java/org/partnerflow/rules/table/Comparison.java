package org.partnerflow.rules.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/** What differs between two tables, row by row, in the order of the new one with removed rows at the end. */
public final class Comparison {

    public enum Change {
        ADDED,
        REMOVED,
        CHANGED,
        MOVED
    }

    /**
     * One row that differs.
     *
     * @param columns what was changed in it: names of columns, "on", "outcome", "comment"
     */
    public record Difference(
            Change change,
            @Nullable Integer numberBefore,
            @Nullable Integer numberAfter,
            @Nullable Row before,
            @Nullable Row after,
            List<String> columns) {}

    private Comparison() {}

    public static List<Difference> of(List<Row> before, List<Row> after) {
        var differences = new ArrayList<Difference>();
        Map<String, Integer> placesBefore = places(before);
        Set<String> idsAfter = places(after).keySet();
        var stayed = inOrder(before, after, placesBefore);
        for (int i = 0; i < after.size(); i++) {
            Row row = after.get(i);
            Integer place = placesBefore.get(row.id());
            if (place == null) {
                differences.add(new Difference(Change.ADDED, null, i + 1, null, row, List.of()));
                continue;
            }
            Row old = before.get(place);
            List<String> columns = changedColumns(old, row);
            if (!columns.isEmpty() || !stayed.contains(row.id())) {
                Change change = columns.isEmpty() ? Change.MOVED : Change.CHANGED;
                differences.add(new Difference(change, place + 1, i + 1, old, row, columns));
            }
        }
        for (int i = 0; i < before.size(); i++) {
            if (!idsAfter.contains(before.get(i).id())) {
                differences.add(new Difference(Change.REMOVED, i + 1, null, before.get(i), null, List.of()));
            }
        }
        return differences;
    }

    private static Map<String, Integer> places(List<Row> rows) {
        var places = new HashMap<String, Integer>();
        for (int i = 0; i < rows.size(); i++) {
            places.put(rows.get(i).id(), i);
        }
        return places;
    }

    /** The rows that kept their order: the longest run of common rows whose old places grow, so that few count as moved. */
    private static Set<String> inOrder(List<Row> before, List<Row> after, Map<String, Integer> placesBefore) {
        List<Integer> sequence = after.stream()
                .map(row -> placesBefore.get(row.id()))
                .filter(Objects::nonNull)
                .toList();
        int[] length = new int[sequence.size()];
        int[] previous = new int[sequence.size()];
        int best = -1;
        for (int i = 0; i < sequence.size(); i++) {
            length[i] = 1;
            previous[i] = -1;
            for (int j = 0; j < i; j++) {
                if (sequence.get(j) < sequence.get(i) && length[j] + 1 > length[i]) {
                    length[i] = length[j] + 1;
                    previous[i] = j;
                }
            }
            best = best < 0 || length[i] > length[best] ? i : best;
        }
        var ids = new HashSet<String>();
        for (int i = best; i >= 0; i = previous[i]) {
            ids.add(before.get(sequence.get(i)).id());
        }
        return ids;
    }

    private static List<String> changedColumns(Row before, Row after) {
        var names = new TreeSet<>(before.conditions().keySet());
        names.addAll(after.conditions().keySet());
        var changed = new ArrayList<String>();
        for (String name : names) {
            if (!Objects.equals(
                    before.conditions().get(name), after.conditions().get(name))) {
                changed.add(name);
            }
        }
        if (before.on() != after.on()) {
            changed.add("on");
        }
        if (!RowText.sameOutcome(before, after)) {
            changed.add("outcome");
        }
        if (!before.comment().equals(after.comment())) {
            changed.add("comment");
        }
        return changed;
    }
}
