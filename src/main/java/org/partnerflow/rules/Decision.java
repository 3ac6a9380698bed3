package org.partnerflow.rules;

import java.time.Instant;
import java.util.UUID;

import org.partnerflow.rules.decision.Ruling;

/**
 * A decision that was made and stored. Can be shown as it is: the ruling has the row that fired and a sentence for each candidate.
 *
 * @param ruleSet "lead-assignment"
 * @param version number of the version of the table that decided
 * @param recordId the lead or request
 */
public record Decision(
        UUID id, String ruleSet, int version, UUID recordId, String recordName, Instant decidedAt, Ruling ruling) {

    /** The same, decided otherwise. */
    Decision as(Ruling other) {
        return new Decision(id, ruleSet, version, recordId, recordName, decidedAt, other);
    }
}
