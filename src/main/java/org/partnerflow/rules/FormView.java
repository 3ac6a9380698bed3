package org.partnerflow.rules;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.partnerflow.rules.table.Choices;
import org.partnerflow.rules.table.Column;
import org.partnerflow.rules.table.ColumnType;
import org.partnerflow.rules.table.Operator;
import org.partnerflow.rules.table.OutcomeType;
import org.partnerflow.rules.table.RuleSet;
import org.partnerflow.rules.table.Target;
import org.partnerflow.rules.table.TargetKind;

/** The form of a table: what a page needs to draw typed cells. */
public record FormView(List<ColumnView> columns, List<OutcomeView> outcomes, List<Target> targets) {
    static FormView from(
            RuleSet ruleSet, Map<String, Choices> choices, Map<String, String> units, List<Target> targets) {
        return new FormView(
                ruleSet.columns().stream()
                        .map(column -> ColumnView.from(column, choices.get(column.name()), units.get(column.name())))
                        .toList(),
                ruleSet.outcomes().stream().map(OutcomeView::from).toList(),
                targets);
    }

    public record OperatorView(Operator operator, String label, String help, Operator.Arity arity) {
        static OperatorView from(Operator operator) {
            return new OperatorView(operator, operator.label(), operator.help(), operator.arity());
        }
    }

    /**
     * @param suggestions values to choose from
     * @param closed whether nothing else can occur; otherwise others can be typed
     * @param unit what the numbers count, such as a currency; null for texts
     */
    public record ColumnView(
            String name,
            String label,
            ColumnType type,
            String help,
            List<OperatorView> operators,
            List<String> suggestions,
            boolean closed,
            @Nullable String unit) {
        static ColumnView from(Column column, @Nullable Choices choices, @Nullable String unit) {
            return new ColumnView(
                    column.name(),
                    column.label(),
                    column.type(),
                    column.help(),
                    column.type().operators().stream().map(OperatorView::from).toList(),
                    choices == null ? List.of() : choices.values(),
                    choices != null && choices.closed(),
                    unit);
        }
    }

    /** @param target what the target names; null if there is none */
    public record OutcomeView(
            OutcomeType outcome,
            String label,
            String help,
            @Nullable TargetKind target,
            boolean targetNeeded) {
        static OutcomeView from(OutcomeType outcome) {
            return new OutcomeView(outcome, outcome.label(), outcome.help(), outcome.target(), outcome.targetNeeded());
        }
    }
}
