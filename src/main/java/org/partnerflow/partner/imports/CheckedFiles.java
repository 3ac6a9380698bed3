package org.partnerflow.partner.imports;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.partnerflow.partner.AccountDuplicates;

/** Keeps the lines of the files that this node checks; a node that goes on with another one's work reads them again. */
@ApplicationScoped
class CheckedFiles {
    private static final EnumSet<LineState> LOOKED_AT = EnumSet.of(LineState.GOOD, LineState.DUPLICATE);

    @Inject
    ImportLines lines;

    @Inject
    AccountLines accountLines;

    @Inject
    AccountDuplicates duplicates;

    private final Map<Reading, CheckedLines> files = new ConcurrentHashMap<>();

    /** A file as it is read with one mapping. */
    private record Reading(UUID importId, ColumnMapping mapping) {}

    /** The lines of a file before {@code number}. */
    CheckedLines of(UUID importId, int number, List<String> header, ColumnMapping mapping) {
        var known = files.get(new Reading(importId, mapping));
        if (known != null && known.last() >= lines.lastBefore(importId, number, LOOKED_AT)) {
            return known;
        }
        var read = new CheckedLines(duplicates);
        for (var line : lines.read(importId, LOOKED_AT, 0, Integer.MAX_VALUE)) {
            if (line.number() < number) {
                add(read, line, header, mapping);
            }
        }
        files.put(new Reading(importId, mapping), read);
        return read;
    }

    void forget(UUID importId) {
        files.keySet().removeIf(reading -> reading.importId().equals(importId));
    }

    private void add(CheckedLines read, ImportLines.Stored line, List<String> header, ColumnMapping mapping) {
        try {
            read.add(line.number(), accountLines.form(header, mapping, line.cells()));
        } catch (AccountLines.Refused noLonger) {
            // what it was like when it was checked does not matter any more
        }
    }
}
