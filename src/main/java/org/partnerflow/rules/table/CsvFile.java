package org.partnerflow.rules.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.QuoteMode;

import org.partnerflow.rules.table.CsvProblem.Place;
import org.partnerflow.shared.SpreadsheetCells;

/** Lines of named texts as a CSV file that spreadsheets can edit: comma, semicolon or tab, with or without a byte order mark. */
final class CsvFile {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private CsvFile() {}

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

    /** Reads a file whose headers are all known; headers are compared without regard to case and may come in any order. */
    static List<Line> read(String file, List<String> known, List<String> needed) {
        String text = file.startsWith(BYTE_ORDER_MARK) ? file.substring(1) : file;
        var format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter(text))
                .setIgnoreEmptyLines(true)
                .get();
        try (var parser = CSVParser.parse(text, format)) {
            var records = parser.iterator();
            if (!records.hasNext()) {
                throw new CsvProblem(List.of(new Place(1, "", "Expected a line of headers, but the file is empty.")));
            }
            List<String> headers = headers(records.next(), known, needed);
            var lines = new ArrayList<Line>();
            long number = 1;
            int counted = 0;
            while (records.hasNext()) {
                CSVRecord line = records.next();
                int start = (int) line.getCharacterPosition();
                number += count(text.substring(counted, start), '\n');
                counted = start;
                if (line.size() > headers.size()) {
                    throw new CsvProblem(List.of(new Place(
                            number, "", "Expected %d cells, but got %d.".formatted(headers.size(), line.size()))));
                }
                var cells = new LinkedHashMap<String, String>();
                for (int i = 0; i < line.size(); i++) {
                    cells.put(headers.get(i), SpreadsheetCells.restore(line.get(i)));
                }
                if (cells.values().stream().anyMatch(cell -> !cell.isBlank())) {
                    lines.add(new Line(number, cells));
                }
            }
            return lines;
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            throw new CsvProblem(
                    List.of(new Place(1, "", "Expected a CSV file, but a quotation mark is not closed or misplaced.")));
        }
    }

    private static List<String> headers(CSVRecord record, List<String> known, List<String> needed) {
        var headers = record.stream()
                .map(header -> header.strip().toLowerCase(Locale.ROOT))
                .toList();
        var places = new ArrayList<Place>();
        for (int i = 0; i < headers.size(); i++) {
            if (!known.contains(headers.get(i)) || headers.indexOf(headers.get(i)) < i) {
                places.add(new Place(
                        1,
                        headers.get(i),
                        "Expected each header once, out of %s, but got \"%s\"."
                                .formatted(String.join(", ", known), headers.get(i))));
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

    /** Spreadsheets write the separator of the country they are set to; the header line shows which. */
    private static char delimiter(String text) {
        String header = text.lines().findFirst().orElse("");
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(header, candidate) > count(header, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }
}
