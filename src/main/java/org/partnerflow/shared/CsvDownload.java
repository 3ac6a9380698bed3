package org.partnerflow.shared;

import jakarta.ws.rs.core.Response;

/** The answer of an export: a file for spreadsheets. */
public final class CsvDownload {
    /** Without it, spreadsheets take the letters for another encoding. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private CsvDownload() {}

    public static Response of(String fileName, String content) {
        return Response.ok(BYTE_ORDER_MARK + content, "text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"%s\"".formatted(fileName))
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
