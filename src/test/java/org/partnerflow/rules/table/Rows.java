package org.partnerflow.rules.table;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** Builds rows for tests: {@code aRow("r1").where("region", ANY_OF, "EMEA").leadsTo(QUEUE, "West")}. */
public final class Rows {
    private final String id;
    private final Map<String, Cell> conditions = new HashMap<>();
    private boolean on = true;
    private @Nullable UUID targetId;
    private String comment = "";

    private Rows(String id) {
        this.id = id;
    }

    public static Rows aRow(String id) {
        return new Rows(id);
    }

    public Rows where(String column, Operator operator, String... values) {
        conditions.put(column, Cell.of(operator, values));
        return this;
    }

    public Rows off() {
        on = false;
        return this;
    }

    public Rows withTargetId(UUID id) {
        targetId = id;
        return this;
    }

    public Rows withComment(String text) {
        comment = text;
        return this;
    }

    public Row leadsTo(@Nullable OutcomeType outcome) {
        return leadsTo(outcome, null);
    }

    public Row leadsTo(@Nullable OutcomeType outcome, @Nullable String target) {
        return new Row(id, on, conditions, outcome, target, targetId, comment);
    }
}
