package org.partnerflow.shared.csv;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.Problems;

/**
 * The text of an uploaded file with the encoding that it turned out to have: what its first bytes say, UTF-8 where it is that, and
 * otherwise what spreadsheets in the west write.
 */
record CsvText(String encoding, String text) {
    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final int SAMPLE = 4_000;

    /** @param chosen by a person; null to find out */
    static CsvText decode(byte[] bytes, @Nullable Charset chosen) {
        if (startsWith(bytes, 'P', 'K')) {
            throw Problems.invalid(
                    "file", "Expected a CSV file, but this is a workbook or an archive. Save it as “CSV UTF-8” first.");
        }
        var charset = chosen == null ? guessed(bytes) : chosen;
        try {
            var text = decoded(bytes, charset);
            if (text.indexOf('\0') >= 0) {
                throw Problems.invalid(
                        "file", "Expected a text file, but this one has bytes of 0, as no CSV file has.");
            }
            return new CsvText(charset.name(), text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            throw Problems.invalid(
                    chosen == null ? "file" : "encoding",
                    "Expected text in %s, but line %d is none. Choose another encoding, or save the file as “CSV UTF-8”."
                            .formatted(charset.name(), lineOfFirstFault(bytes, charset)));
        }
    }

    private static Charset guessed(byte[] bytes) {
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16BE;
        }
        int zerosAtEven = zeros(bytes, 0);
        int zerosAtOdd = zeros(bytes, 1);
        int many = Math.min(bytes.length, SAMPLE) / 5;
        if (zerosAtOdd > many && zerosAtEven == 0) {
            return StandardCharsets.UTF_16LE;
        }
        if (zerosAtEven > many && zerosAtOdd == 0) {
            return StandardCharsets.UTF_16BE;
        }
        return isText(bytes, StandardCharsets.UTF_8) || !isText(bytes, WESTERN) ? StandardCharsets.UTF_8 : WESTERN;
    }

    private static int zeros(byte[] bytes, int from) {
        int zeros = 0;
        for (int i = from; i < Math.min(bytes.length, SAMPLE); i += 2) {
            zeros += bytes[i] == 0 ? 1 : 0;
        }
        return zeros;
    }

    private static boolean isText(byte[] bytes, Charset charset) {
        try {
            decoded(bytes, charset);
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static String decoded(byte[] bytes, Charset charset) throws CharacterCodingException {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    private static long lineOfFirstFault(byte[] bytes, Charset charset) {
        var input = ByteBuffer.wrap(bytes);
        var output = CharBuffer.allocate(bytes.length + 1);
        charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(input, output, true);
        return 1 + output.flip().chars().filter(c -> c == '\n').count();
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        if (bytes.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((bytes[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
