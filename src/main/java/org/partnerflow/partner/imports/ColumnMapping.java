package org.partnerflow.partner.imports;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.Problems;

/** Which column is imported as what: one entry for each column, null for a column that is left out. */
record ColumnMapping(List<@Nullable ImportField> columns) {

    /** By the headings; a field goes to the first column that fits, only notes take several. */
    static ColumnMapping guess(List<String> header) {
        var taken = EnumSet.noneOf(ImportField.class);
        var columns = new ArrayList<@Nullable ImportField>();
        for (var heading : header) {
            Optional<ImportField> field = ImportField.of(heading)
                    .filter(guessed -> guessed == ImportField.NOTES || !taken.contains(guessed))
                    .filter(guessed -> guessed != ImportField.PLACE || !hasTown(taken));
            field.ifPresent(taken::add);
            columns.add(field.orElse(null));
        }
        return new ColumnMapping(columns);
    }

    /** A problem (400) when nothing can be imported this way. */
    ColumnMapping checked(int columnCount) {
        if (columns.size() != columnCount) {
            throw invalid("Expected an entry for each of the %d columns, but there are %d."
                    .formatted(columnCount, columns.size()));
        }
        if (!columns.contains(ImportField.NAME)) {
            throw invalid("Expected one column for the name of the account, but none is chosen.");
        }
        for (var field : ImportField.values()) {
            if (field != ImportField.NOTES
                    && columns.stream().filter(field::equals).count() > 1) {
                throw invalid("Expected one column at most for %s, but several are chosen.".formatted(field));
            }
        }
        if (columns.contains(ImportField.PLACE)
                && hasTown(Set.copyOf(columns.stream().filter(f -> f != null).toList()))) {
            throw invalid("Expected either one column for town and state together or a column for each, not both.");
        }
        return this;
    }

    private static boolean hasTown(Set<ImportField> fields) {
        return fields.contains(ImportField.TOWN) || fields.contains(ImportField.STATE);
    }

    private static RuntimeException invalid(String message) {
        return Problems.invalid("mapping", message);
    }
}
