package org.partnerflow.shared;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

import org.jspecify.annotations.Nullable;

/**
 * The answer of an export: a file for spreadsheets. A list is sent while it is read, a part at a time, so that a long one needs no more
 * memory than a short one.
 */
public final class CsvDownload {
    /** How many lines a part has, at most. */
    public static final int LINES_AT_ONCE = 500;

    /** Without it, spreadsheets take the letters for another encoding. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private CsvDownload() {}

    /** Reads the part of a list that follows {@code after}, in a transaction of its own: no connection waits for a slow reader. */
    public interface Parts {
        Page<? extends List<? extends @Nullable Object>> read(@Nullable String after);
    }

    private interface Content {
        void writeTo(Writer writer) throws IOException;
    }

    /** The first part is read at once, so that what is wrong with the request is said before anything is sent. */
    public static Response of(String fileName, List<String> header, Parts parts) {
        var first = parts.read(null);
        return answer(fileName, writer -> {
            var table = new CsvTable(writer, header);
            first.items().forEach(table::add);
            var after = first.next();
            while (after != null) {
                var part = parts.read(after);
                part.items().forEach(table::add);
                after = part.next();
            }
        });
    }

    /** A file that has been written already, such as a table of rules. */
    public static Response of(String fileName, String content) {
        return answer(fileName, writer -> writer.write(content));
    }

    private static Response answer(String fileName, Content content) {
        StreamingOutput body = out -> {
            var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            writer.write(BYTE_ORDER_MARK);
            content.writeTo(writer);
            writer.flush();
        };
        return Response.ok(body, "text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"%s\"".formatted(fileName))
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
