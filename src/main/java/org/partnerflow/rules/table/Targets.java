package org.partnerflow.rules.table;

import java.util.List;

/** Finds what a row names among what the organisation has. */
public final class Targets {

    private Targets() {}

    static List<Target> namedBy(Row row, List<Target> targets) {
        if (row.outcome() == null || row.target() == null) {
            return List.of();
        }
        var ofKind = targets.stream()
                .filter(target -> target.kind() == row.outcome().target())
                .toList();
        var byId = ofKind.stream()
                .filter(target -> target.id().equals(row.targetId()))
                .toList();
        return byId.isEmpty()
                ? ofKind.stream().filter(target -> target.isNamed(row.target())).toList()
                : byId;
    }

    /** The rows with the id and the present name of each target that is known without doubt. */
    public static List<Row> resolve(List<Row> rows, List<Target> targets) {
        return rows.stream()
                .map(row -> {
                    var named = namedBy(row, targets);
                    return named.size() == 1
                            ? row.withTarget(
                                    named.getFirst().name(), named.getFirst().id())
                            : row;
                })
                .toList();
    }
}
