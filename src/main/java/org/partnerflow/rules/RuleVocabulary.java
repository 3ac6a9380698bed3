package org.partnerflow.rules;

import java.util.List;
import java.util.Map;

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

    /** Values to choose from, by column name; other values can be typed all the same. */
    default Map<String, List<String>> suggestions() {
        return Map.of();
    }
}
