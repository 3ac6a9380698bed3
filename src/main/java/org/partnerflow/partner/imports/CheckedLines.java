package org.partnerflow.partner.imports;

import java.util.Optional;
import java.util.UUID;

import org.partnerflow.partner.AccountDuplicates;
import org.partnerflow.partner.AccountForm;
import org.partnerflow.search.match.MemoryCandidates;

/** The lines of one file that were looked at, to be compared with those that come after. */
class CheckedLines {
    private final AccountDuplicates duplicates;
    private final MemoryCandidates lines = new MemoryCandidates();
    private int last;

    CheckedLines(AccountDuplicates duplicates) {
        this.duplicates = duplicates;
    }

    /** Remembers a line; one that was remembered already, as when its batch is done anew, stays as it is. */
    void add(int number, AccountForm form) {
        if (number > last) {
            lines.add(duplicates.described(id(number), form));
            last = number;
        }
    }

    int last() {
        return last;
    }

    /** Which earlier line is likely the same company, as a reason for people. */
    Optional<String> alike(int number, AccountForm form) {
        return duplicates.among(lines, id(number), form).stream()
                .filter(found -> found.recordId().getLeastSignificantBits() < number)
                .findFirst()
                .map(found -> {
                    var line = found.recordId().getLeastSignificantBits();
                    var reason = found.reasons().getFirst();
                    return reason.startsWith("Same name")
                            ? "Same name as line %d".formatted(line)
                            : "%s: line %d, “%s” (%.0f %%)".formatted(reason, line, found.title(), found.score() * 100);
                });
    }

    private static UUID id(int number) {
        return new UUID(0, number);
    }
}
