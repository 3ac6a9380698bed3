package org.partnerflow.shared.csv;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.Problems;

/**
 * How the bytes of a file become cells; null is guessed.
 *
 * @param encoding the name of a character set
 * @param separator the sign between two cells
 */
public record CsvReading(
        @Nullable String encoding, @Nullable String separator) {
    public static final CsvReading GUESSED = new CsvReading(null, null);

    /** In which spreadsheets write. */
    static final List<String> ENCODINGS = List.of(
            "UTF-8",
            "UTF-16LE",
            "UTF-16BE",
            "windows-1252",
            "windows-1250",
            "windows-1251",
            "windows-1253",
            "windows-1254",
            "Shift_JIS",
            "GB18030",
            "Big5",
            "EUC-KR");

    static final Set<String> SEPARATORS = Set.of(",", ";", "\t", "|");

    /** The same, or a problem (400) when nobody writes so. */
    CsvReading checked() {
        if (encoding != null && ENCODINGS.stream().noneMatch(encoding::equalsIgnoreCase)) {
            throw Problems.invalid("encoding", "Expected one of %s.".formatted(String.join(", ", ENCODINGS)));
        }
        if (separator != null && !SEPARATORS.contains(separator)) {
            throw Problems.invalid(
                    "separator", "Expected a comma, a semicolon, a tab or a bar, but it is “%s”.".formatted(separator));
        }
        return this;
    }

    @Nullable
    Charset charset() {
        return encoding == null
                ? null
                : Charset.forName(
                        ENCODINGS.stream().filter(encoding::equalsIgnoreCase).collect(Collectors.joining()));
    }
}
