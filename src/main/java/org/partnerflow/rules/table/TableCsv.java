package org.partnerflow.rules.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.partnerflow.rules.table.CsvProblem.Place;
import org.partnerflow.shared.csv.CsvFile;
import org.partnerflow.shared.csv.CsvLimits;

/**
 * The rows of a table as a spreadsheet. The column "id" ties a line to the row that it was, so that versions can be compared; a line
 * without one is a new row.
 */
public final class TableCsv {

    private static final Set<String> NO = Set.of("no", "off", "false", "0");
    private static final Set<String> YES = Set.of("", "yes", "on", "true", "1", "x");

    /** A table has at most so many rows. */
    public static final CsvLimits LIMITS = new CsvLimits(2_000, 100);

    private TableCsv() {}

    public static String write(RuleSet ruleSet, List<Row> rows) {
        var lines = rows.stream().map(row -> line(ruleSet, row)).toList();
        return NamedLines.write(headers(ruleSet), lines);
    }

    /**
     * Reads rows.
     *
     * @param newId gives an id to a line that has none, or the id of an earlier line
     * @throws CsvProblem with every place that cannot be read
     */
    public static List<Row> read(RuleSet ruleSet, CsvFile file, Supplier<String> newId) {
        var rows = new ArrayList<Row>();
        var places = new ArrayList<Place>();
        var ids = new HashSet<String>();
        for (var line : NamedLines.of(file, headers(ruleSet), List.of("outcome"))) {
            String id = line.get("id").strip();
            id = id.isEmpty() || id.length() > 40 || ids.contains(id) ? newId.get() : id;
            ids.add(id);
            rows.add(new Row(
                    id,
                    on(line, places),
                    conditions(ruleSet, line, places),
                    outcome(line, places),
                    line.get("target"),
                    null,
                    line.get("comment")));
        }
        if (!places.isEmpty()) {
            throw new CsvProblem(places);
        }
        return rows;
    }

    static @Nullable OutcomeType outcome(NamedLines.Line line, List<Place> places) {
        String text = line.get("outcome").strip();
        if (text.isEmpty()) {
            return null;
        }
        for (OutcomeType type : OutcomeType.values()) {
            if (type.name().equalsIgnoreCase(text) || type.label().equalsIgnoreCase(text)) {
                return type;
            }
        }
        places.add(new Place(
                line.number(), "outcome", "\"%s\" is no outcome of this table.".formatted(Place.brief(text))));
        return null;
    }

    private static List<String> headers(RuleSet ruleSet) {
        var headers = new ArrayList<String>();
        headers.add("on");
        ruleSet.columns().forEach(column -> headers.add(column.name()));
        headers.addAll(List.of("outcome", "target", "comment", "id"));
        return headers;
    }

    private static List<String> line(RuleSet ruleSet, Row row) {
        var line = new ArrayList<String>();
        line.add(row.on() ? "yes" : "no");
        for (Column column : ruleSet.columns()) {
            line.add(Optional.ofNullable(row.conditions().get(column.name()))
                    .map(cell -> CellText.write(column, cell))
                    .orElse(""));
        }
        line.add(row.outcome() == null ? "" : row.outcome().name());
        line.add(row.target() == null ? "" : row.target());
        line.add(row.comment());
        line.add(row.id());
        return line;
    }

    private static boolean on(NamedLines.Line line, List<Place> places) {
        String text = line.get("on").strip().toLowerCase(Locale.ROOT);
        if (!YES.contains(text) && !NO.contains(text)) {
            places.add(
                    new Place(line.number(), "on", "Expected yes or no, but got \"%s\".".formatted(Place.brief(text))));
        }
        return !NO.contains(text);
    }

    private static Map<String, Cell> conditions(RuleSet ruleSet, NamedLines.Line line, List<Place> places) {
        var conditions = new HashMap<String, Cell>();
        for (Column column : ruleSet.columns()) {
            try {
                CellText.read(column, line.get(column.name())).ifPresent(cell -> conditions.put(column.name(), cell));
            } catch (IllegalArgumentException e) {
                places.add(new Place(line.number(), column.name(), String.valueOf(e.getMessage())));
            }
        }
        return conditions;
    }
}
