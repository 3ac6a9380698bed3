package org.partnerflow.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.partnerflow.rules.decision.CaseRun;
import org.partnerflow.rules.table.CellCheck;
import org.partnerflow.rules.table.Choices;
import org.partnerflow.rules.table.Problem;
import org.partnerflow.rules.table.Row;
import org.partnerflow.rules.table.RuleSet;
import org.partnerflow.rules.table.TableCheck;
import org.partnerflow.rules.table.TableDocument;
import org.partnerflow.rules.table.Target;
import org.partnerflow.rules.table.Targets;

/** Checks a table against what the organisation has, and runs its cases. */
@ApplicationScoped
class TableChecks {
    @Inject
    @Any
    Instance<RuleVocabulary> vocabularies;

    /** @param cases empty as long as there are errors, because the table cannot decide then */
    record Findings(List<Problem> problems, List<CaseRun.Result> cases) {

        boolean forbidPublishing() {
            return TableCheck.hasErrors(problems) || cases.stream().anyMatch(result -> !result.passed());
        }
    }

    Findings check(RuleSet ruleSet, TableDocument document) {
        var problems = new ArrayList<>(TableCheck.check(ruleSet, document.rows(), targets(ruleSet)));
        problems.addAll(CellCheck.check(ruleSet, document.rows(), choices(ruleSet)));
        problems.sort(Problem.ORDER);
        var cases = new ArrayList<CaseRun.Result>();
        if (!TableCheck.hasErrors(TableCheck.check(ruleSet, document.rows(), Optional.empty()))) {
            cases.addAll(CaseRun.of(ruleSet, document));
        }
        return new Findings(problems, cases);
    }

    List<Row> resolve(RuleSet ruleSet, List<Row> rows) {
        return targets(ruleSet).map(known -> Targets.resolve(rows, known)).orElse(rows);
    }

    Optional<List<Target>> targets(RuleSet ruleSet) {
        return vocabulary(ruleSet).map(RuleVocabulary::targets);
    }

    Map<String, Choices> choices(RuleSet ruleSet) {
        return vocabulary(ruleSet).map(RuleVocabulary::choices).orElse(Map.of());
    }

    Map<String, String> units(RuleSet ruleSet) {
        return vocabulary(ruleSet).map(RuleVocabulary::units).orElse(Map.of());
    }

    private Optional<RuleVocabulary> vocabulary(RuleSet ruleSet) {
        return vocabularies.stream()
                .filter(vocabulary -> vocabulary.ruleSet() == ruleSet)
                .findFirst();
    }
}
