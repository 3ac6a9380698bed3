package org.partnerflow.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import org.partnerflow.rules.table.CasesCsv;
import org.partnerflow.rules.table.RuleSet;
import org.partnerflow.rules.table.TableCsv;
import org.partnerflow.rules.table.TableDocument;
import org.partnerflow.shared.Ids;

/** The tables in rules/, with which every organisation begins. */
final class ShippedTables {

    private ShippedTables() {}

    static TableDocument of(RuleSet ruleSet) {
        var rows = TableCsv.read(
                ruleSet, text(ruleSet.id() + ".csv"), () -> Ids.next().toString());
        return new TableDocument(rows, CasesCsv.read(ruleSet, text(ruleSet.id() + ".cases.csv")));
    }

    private static String text(String file) {
        try (var stream = ShippedTables.class.getResourceAsStream("/rules/" + file)) {
            if (stream == null) {
                throw new IllegalStateException("Expected the file rules/" + file);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
