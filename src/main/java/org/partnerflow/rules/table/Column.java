package org.partnerflow.rules.table;

/** A condition column. {@code name} is its key in rows, facts and spreadsheets. */
public record Column(String name, String label, ColumnType type, String help) {

    static Column text(String name, String label, String help) {
        return new Column(name, label, ColumnType.TEXT, help);
    }

    static Column number(String name, String label, String help) {
        return new Column(name, label, ColumnType.NUMBER, help);
    }
}
