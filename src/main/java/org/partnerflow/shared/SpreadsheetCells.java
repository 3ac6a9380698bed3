package org.partnerflow.shared;

import java.util.regex.Pattern;

/**
 * Keeps exported text from becoming a formula: what a spreadsheet would execute gets an apostrophe in front, and loses it again on import,
 * so that every text reads back exactly. A cell may begin at the beginning of the text, and after everything that some spreadsheet takes
 * for the end of a cell, as the semicolon is in half of the world.
 */
public final class SpreadsheetCells {
    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠'";
    private static final String STARTS_INSIDE = "(?=[=+\\-@＝＋－＠'])";
    private static final String CELL_BEGINS = "([;\\t|\\r\\n][\" ]*)";
    private static final Pattern UNPROTECTED = Pattern.compile(CELL_BEGINS + STARTS_INSIDE);
    private static final Pattern PROTECTED = Pattern.compile(CELL_BEGINS + "'" + STARTS_INSIDE);

    private SpreadsheetCells() {}

    public static String protect(String text) {
        var inside = UNPROTECTED.matcher(text).replaceAll("$1'");
        return startsLikeFormula(text, 0) ? "'" + inside : inside;
    }

    public static String restore(String cell) {
        var start = cell.startsWith("'") && startsLikeFormula(cell, 1) ? cell.substring(1) : cell;
        return PROTECTED.matcher(start).replaceAll("$1");
    }

    private static boolean startsLikeFormula(String text, int index) {
        return text.length() > index && FORMULA_STARTS.indexOf(text.charAt(index)) >= 0;
    }
}
