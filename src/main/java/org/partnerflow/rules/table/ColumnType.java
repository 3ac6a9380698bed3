package org.partnerflow.rules.table;

import java.util.List;

/** What a column holds, and so which operators its cells may use. */
public enum ColumnType {
    TEXT(Operator.ANY_OF, Operator.STARTS_WITH, Operator.IS_EMPTY),
    NUMBER(Operator.BETWEEN, Operator.AT_LEAST, Operator.AT_MOST, Operator.IS_EMPTY);

    private final List<Operator> operators;

    ColumnType(Operator... operators) {
        this.operators = List.of(operators);
    }

    public List<Operator> operators() {
        return operators;
    }
}
