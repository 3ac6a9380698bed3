package org.partnerflow.shared.csv;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

import org.partnerflow.shared.Problems;
import org.partnerflow.shared.SpreadsheetCells;
import org.partnerflow.shared.Texts;

/** An uploaded CSV file: a header and lines of cells. Whatever cannot be read is a problem (400) that says what was expected. */
public record CsvFile(String encoding, char delimiter, List<String> header, List<Line> lines) {
    /** Spreadsheets name the separator so. */
    private static final Pattern SEPARATOR_LINE =
            Pattern.compile("\"?sep=(.)\"?[ \\t,;]*\\R", Pattern.CASE_INSENSITIVE);

    private static final int LONGEST_HEADER = 200;
    private static final int LONGEST_CELL = 10_000;

    /** @param number of the line in the file where it begins; the header is in line 1 */
    public record Line(int number, List<String> cells) {
        boolean isBlank() {
            return cells.stream().allMatch(String::isBlank);
        }

        private boolean isBlankAt(int column) {
            return column >= cells.size() || cells.get(column).isBlank();
        }

        /** The line with as many cells as the header: spreadsheets leave empty ones at the end out, or write more of them. */
        private Line fitted(int columns) {
            var fitted = new ArrayList<>(cells);
            while (fitted.size() > columns && fitted.getLast().isBlank()) {
                fitted.removeLast();
            }
            while (fitted.size() < columns) {
                fitted.add("");
            }
            return new Line(number, List.copyOf(fitted));
        }

        /** The line with its cells cut to what is worth keeping. */
        public Line cut() {
            return new Line(
                    number,
                    cells.stream().map(cell -> Texts.cut(cell, LONGEST_CELL)).toList());
        }
    }

    /** Reads what was uploaded; a reading that nobody knows is a problem (400) as well. */
    public static CsvFile read(byte[] bytes, CsvReading reading, CsvLimits limits) {
        return read(CsvText.decode(bytes, reading.checked().charset()), reading, limits);
    }

    /** Reads a text that has been decoded already. */
    public static CsvFile of(String text, CsvLimits limits) {
        return read(new CsvText("UTF-8", text), CsvReading.GUESSED, limits);
    }

    private static CsvFile read(CsvText decoded, CsvReading reading, CsvLimits limits) {
        var named = SEPARATOR_LINE.matcher(decoded.text());
        boolean isNamed = named.lookingAt();
        var text = isNamed ? decoded.text().substring(named.end()) : decoded.text();
        char delimiter = reading.separator() != null
                ? reading.separator().charAt(0)
                : isNamed ? named.group(1).charAt(0) : Delimiter.of(text);
        var all = parse(text, delimiter, isNamed ? 1 : 0, limits.lines() + 1);
        if (all.isEmpty()) {
            throw invalid("Expected a header line and lines of data, but the file is empty.");
        }
        var data = all.subList(1, all.size());
        var header = header(all.getFirst().cells(), data, limits);
        var lines = data.stream().map(line -> line.fitted(header.size())).toList();
        return new CsvFile(decoded.encoding(), delimiter, header, lines);
    }

    private static List<Line> parse(String text, char delimiter, int linesBefore, int most) {
        var format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(true)
                .setRecordSeparator("\n")
                .get();
        var lines = new ArrayList<Line>();
        int count = 0;
        try (var parser = CSVParser.parse(new StringReader(text), format)) {
            var records = parser.iterator();
            long before = parser.getCurrentLineNumber();
            while (records.hasNext()) {
                var line = new Line((int) before + 1 + linesBefore, cells(records.next()));
                before = parser.getCurrentLineNumber();
                if (!line.isBlank() && ++count <= most) {
                    lines.add(line);
                }
            }
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            throw invalid("Expected a quote (\") to be closed before the cell ends, but this is not so: " + reason(e));
        }
        if (count > most) {
            throw invalid("Expected at most %,d lines in one file, but there are %,d. Split the file."
                    .formatted(most - 1, count - 1));
        }
        return lines;
    }

    private static String reason(Exception e) {
        var cause = e.getCause() instanceof CSVException csv ? csv : e;
        return cause.getMessage() == null ? "the file ends first." : cause.getMessage() + ".";
    }

    private static List<String> cells(CSVRecord record) {
        return StreamSupport.stream(record.spliterator(), false)
                .map(SpreadsheetCells::restore)
                .toList();
    }

    /** Without the columns at the end that have neither a name nor a cell. */
    private static List<String> header(List<String> named, List<Line> data, CsvLimits limits) {
        int columns = named.size();
        while (columns > 1 && named.get(columns - 1).isBlank() && isBlankAt(columns - 1, data)) {
            columns--;
        }
        if (columns > limits.columns()) {
            throw invalid("Expected at most %d columns, but there are %d.".formatted(limits.columns(), columns));
        }
        var cells = named.subList(0, columns);
        if (cells.stream().anyMatch(cell -> cell.length() > LONGEST_HEADER)) {
            throw invalid("Expected the names of the columns in the first line, each of at most %d characters."
                    .formatted(LONGEST_HEADER));
        }
        return IntStream.range(0, cells.size())
                .mapToObj(i -> cells.get(i).isBlank()
                        ? "Column " + (i + 1)
                        : cells.get(i).strip())
                .toList();
    }

    private static boolean isBlankAt(int column, List<Line> data) {
        return data.stream().allMatch(line -> line.isBlankAt(column));
    }

    private static RuntimeException invalid(String message) {
        return Problems.invalid("file", message);
    }
}
