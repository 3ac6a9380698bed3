package org.partnerflow.shared;

/**
 * Keeps exported text from becoming a formula: a cell that a spreadsheet would execute gets an apostrophe in front, and loses it
 * again on import, so that every text reads back exactly.
 */
public final class SpreadsheetCells {

    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠'";

    private SpreadsheetCells() {}

    public static String protect(String text) {
        return startsLikeFormula(text, 0) ? "'" + text : text;
    }

    public static String restore(String cell) {
        return cell.startsWith("'") && startsLikeFormula(cell, 1) ? cell.substring(1) : cell;
    }

    private static boolean startsLikeFormula(String text, int index) {
        return text.length() > index && FORMULA_STARTS.indexOf(text.charAt(index)) >= 0;
    }
}
