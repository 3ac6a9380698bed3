package org.partnerflow.rules.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.QuoteMode;

import org.partnerflow.rules.table.CsvProblem.Place;
import org.partnerflow.shared.SpreadsheetCells;
import org.partnerflow.shared.csv.CsvFile;

/** Lines of named texts as a CSV file that spreadsheets can edit. */
final class NamedLines {

    private NamedLines() {}

    /** A line by header, and where it stands in the file. */
    record Line(long number, Map<String, String> cells) {

        String get(String header) {
            return cells.getOrDefault(header, "");
        }
    }

    static String write(List<String> headers, List<List<String>> lines) {
        var text = new StringBuilder();
        var format = CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.MINIMAL).get();
        try (var printer = format.print(text)) {
            printer.printRecord(headers);
            for (List<String> line : lines) {
                printer.printRecord(line.stream().map(SpreadsheetCells::protect).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** The lines of a file whose headers are all known; headers are compared without regard to case and may come in any order. */
    static List<Line> of(CsvFile file, List<String> known, List<String> needed) {
        var headers = headers(file.header(), known, needed);
        var lines = new ArrayList<Line>();
        for (var line : file.lines()) {
            if (line.cells().size() > headers.size()) {
                throw new CsvProblem(List.of(new Place(
                        line.number(),
                        "",
                        "Expected %d cells, but got %d."
                                .formatted(headers.size(), line.cells().size()))));
            }
            var cells = new LinkedHashMap<String, String>();
            for (int i = 0; i < headers.size(); i++) {
                cells.put(headers.get(i), line.cells().get(i));
            }
            lines.add(new Line(line.number(), cells));
        }
        return lines;
    }

    private static List<String> headers(List<String> named, List<String> known, List<String> needed) {
        var headers =
                named.stream().map(header -> header.toLowerCase(Locale.ROOT)).toList();
        var places = new ArrayList<Place>();
        for (int i = 0; i < headers.size(); i++) {
            if (!known.contains(headers.get(i)) || headers.indexOf(headers.get(i)) < i) {
                places.add(new Place(
                        1,
                        headers.get(i),
                        "Expected each header once, out of %s, but got \"%s\"."
                                .formatted(String.join(", ", known), Place.brief(headers.get(i)))));
            }
        }
        for (String name : needed) {
            if (!headers.contains(name)) {
                places.add(new Place(1, name, "Expected a column \"%s\".".formatted(name)));
            }
        }
        if (!places.isEmpty()) {
            throw new CsvProblem(places);
        }
        return headers;
    }
}
