package org.partnerflow.rules.table;

import java.util.List;

/** A table with its test cases: what a draft and a version hold. */
public record TableDocument(List<Row> rows, List<TestCase> cases) {

    public TableDocument {
        rows = List.copyOf(rows);
        cases = List.copyOf(cases);
    }
}
