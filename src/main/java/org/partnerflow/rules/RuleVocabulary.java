package org.partnerflow.rules;

import java.util.List;
import java.util.Map;

import org.partnerflow.rules.table.Choices;
import org.partnerflow.rules.table.RuleSet;
import org.partnerflow.rules.table.Target;

/**
 * Knows what the rows of a rule set can name, in the current organisation. Implemented as a bean by the package that owns the
 * targets; without one, targets are not looked up.
 */
public interface RuleVocabulary {

    RuleSet ruleSet();

    /** Everything that a row can name as its target, also what cannot take anything at present. */
    List<Target> targets();

    /** The values to choose from, by column name. */
    default Map<String, Choices> choices() {
        return Map.of();
    }

    /** What the numbers of a column count, by column name: "USD". */
    default Map<String, String> units() {
        return Map.of();
    }
}
