package org.partnerflow.rules.decision;

import java.util.UUID;

/** Conclusion: the candidate cannot take it, for this reason. */
public record Objection(UUID candidateId, Reason reason) {

    public static Objection to(Candidate candidate, Reason reason) {
        return new Objection(candidate.id(), reason);
    }
}
