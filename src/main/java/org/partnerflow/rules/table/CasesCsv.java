package org.partnerflow.rules.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;

import org.partnerflow.rules.table.CsvProblem.Place;
import org.partnerflow.shared.csv.CsvFile;

/** The test cases of a table as a spreadsheet. "unavailable" lists targets, separated by |. */
public final class CasesCsv {

    private CasesCsv() {}

    public static List<TestCase> read(RuleSet ruleSet, CsvFile file) {
        var cases = new ArrayList<TestCase>();
        var places = new ArrayList<Place>();
        for (var line : NamedLines.of(file, headers(ruleSet), List.of("name", "outcome"))) {
            var given = new HashMap<String, String>();
            for (Column column : ruleSet.columns()) {
                if (!line.get(column.name()).isBlank()) {
                    given.put(column.name(), line.get(column.name()));
                }
            }
            var unavailable = Arrays.stream(line.get("unavailable").split("\\|"))
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .toList();
            cases.add(new TestCase(
                    line.get("name"), given, unavailable, TableCsv.outcome(line, places), line.get("target")));
        }
        if (!places.isEmpty()) {
            throw new CsvProblem(places);
        }
        return cases;
    }

    private static List<String> headers(RuleSet ruleSet) {
        var headers = new ArrayList<String>();
        headers.add("name");
        ruleSet.columns().forEach(column -> headers.add(column.name()));
        headers.addAll(List.of("unavailable", "outcome", "target"));
        return headers;
    }
}
