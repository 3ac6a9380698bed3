package org.partnerflow.partner.imports;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An import as the API shows it.
 *
 * @param mapping for each column the field that it is imported as; null for a column that is left out
 * @param counts how many lines are in each state
 * @param keepsDuplicates whether lines that may be duplicates are imported as well
 * @param failure why the last batch failed; it is tried again by itself, then line by line
 */
public record ImportView(
        UUID id,
        String fileName,
        String encoding,
        String delimiter,
        List<String> header,
        List<@Nullable ImportField> mapping,
        ImportState state,
        int lines,
        Map<LineState, Integer> counts,
        boolean keepsDuplicates,
        String startedBy,
        Instant createdAt,
        @Nullable String failure) {

    static ImportView from(PartnerImport found, ImportLines lines, Map<LineState, Integer> counts) {
        return new ImportView(
                found.id(),
                found.fileName(),
                found.encoding(),
                found.delimiter(),
                lines.cells(found.header()),
                lines.mapping(found.mapping()).columns(),
                found.state(),
                counts.values().stream().mapToInt(Integer::intValue).sum(),
                counts,
                found.keepDuplicates(),
                found.startedByName(),
                found.createdAt(),
                found.failure());
    }
}
