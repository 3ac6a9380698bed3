package org.partnerflow.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Writes lists as CSV for spreadsheets: no cell can become a formula. {@link CsvDownload} sends them. */
final class CsvTable {
    private final CSVPrinter printer;

    CsvTable(Appendable file, List<String> header) {
        try {
            printer = new CSVPrinter(file, CSVFormat.RFC4180);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        add(header);
    }

    /** Adds a line; null is written as an empty cell. */
    void add(List<? extends @Nullable Object> cells) {
        try {
            printer.printRecord(cells.stream()
                    .map(cell -> cell == null ? "" : SpreadsheetCells.protect(cell.toString()))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
