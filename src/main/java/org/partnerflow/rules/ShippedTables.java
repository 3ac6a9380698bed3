package org.partnerflow.rules;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.partnerflow.rules.table.CasesCsv;
import org.partnerflow.rules.table.RuleSet;
import org.partnerflow.rules.table.TableCsv;
import org.partnerflow.rules.table.TableDocument;
import org.partnerflow.shared.Ids;
import org.partnerflow.shared.csv.CsvFile;
import org.partnerflow.shared.csv.CsvReading;

/** The tables in rules/, with which every organisation begins. */
final class ShippedTables {

    private ShippedTables() {}

    static TableDocument of(RuleSet ruleSet) {
        var rows = TableCsv.read(
                ruleSet, file(ruleSet.id() + ".csv"), () -> Ids.next().toString());
        return new TableDocument(rows, CasesCsv.read(ruleSet, file(ruleSet.id() + ".cases.csv")));
    }

    private static CsvFile file(String file) {
        try (var stream = ShippedTables.class.getResourceAsStream("/rules/" + file)) {
            if (stream == null) {
                throw new IllegalStateException("Expected the file rules/" + file);
            }
            return CsvFile.read(stream.readAllBytes(), CsvReading.GUESSED, TableCsv.LIMITS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
