package org.partnerflow.rules.decision;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

import org.partnerflow.rules.table.RuleSet;

/** Everything that a decision may know. Stored with the decision, so that it can be explained and replayed. */
public sealed interface Facts permits LeadFacts, RequestFacts {

    RuleSet ruleSet();

    /** The lead or request that is assigned. */
    UUID recordId();

    /** What people call the lead or request. */
    String recordName();

    List<Candidate> candidates();

    /** What the columns of the table are compared with: texts and BigDecimals by column name; without a value, no entry. */
    Map<String, Object> values();

    /** The same question about candidates and groups as they would be otherwise. */
    Facts carried(UnaryOperator<Candidate> candidate, UnaryOperator<Group> group);

    /** Who takes part in turns. */
    Set<UUID> present();

    /** What the rules see besides the candidates and the values. */
    List<Object> others();

    static Class<? extends Facts> classOf(RuleSet ruleSet) {
        return switch (ruleSet) {
            case LEAD_ASSIGNMENT -> LeadFacts.class;
            case REQUEST_ASSIGNMENT -> RequestFacts.class;
        };
    }
}
