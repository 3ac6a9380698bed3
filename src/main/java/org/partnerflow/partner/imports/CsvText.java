package org.partnerflow.partner.imports;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

import org.partnerflow.shared.Problems;

/** The text of an uploaded file with the encoding that it turned out to have: UTF-8, or UTF-16 with a byte order mark. */
record CsvText(String encoding, String text) {

    static CsvText decode(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return decode(bytes, 3, StandardCharsets.UTF_8, "UTF-8");
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return decode(bytes, 2, StandardCharsets.UTF_16LE, "UTF-16");
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return decode(bytes, 2, StandardCharsets.UTF_16BE, "UTF-16");
        }
        if (startsWith(bytes, 'P', 'K')) {
            throw Problems.invalid(
                    "file", "Expected a CSV file, but this is a workbook or an archive. Save it as “CSV UTF-8” first.");
        }
        return decode(bytes, 0, StandardCharsets.UTF_8, "UTF-8");
    }

    private static CsvText decode(byte[] bytes, int from, Charset charset, String name) {
        var input = ByteBuffer.wrap(bytes, from, bytes.length - from);
        var output = CharBuffer.allocate(bytes.length);
        var result = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(input, output, true);
        if (result.isError()) {
            throw wrongEncoding(bytes, input.position(), name);
        }
        var text = output.flip().toString();
        if (text.indexOf('\0') >= 0) {
            throw Problems.invalid("file", "Expected a text file, but this one has bytes of 0, as no CSV file has.");
        }
        return new CsvText(name, text);
    }

    private static RuntimeException wrongEncoding(byte[] bytes, int at, String name) {
        int line = 1;
        for (int i = 0; i < at; i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        return Problems.invalid(
                "file",
                "Expected text in %s, but the byte 0x%02X in line %d is none. It may be %s: save the file as “CSV UTF-8”."
                        .formatted(name, bytes[at] & 0xFF, line, likely(bytes, at)));
    }

    private static String likely(byte[] bytes, int at) {
        try {
            var decoder = Charset.forName("windows-1252").newDecoder().onUnmappableCharacter(CodingErrorAction.REPORT);
            decoder.onMalformedInput(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes, at, bytes.length - at));
            return "Windows-1252 (“ANSI”)";
        } catch (CharacterCodingException e) {
            return "another encoding";
        }
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
