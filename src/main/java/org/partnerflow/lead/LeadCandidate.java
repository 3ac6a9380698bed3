package org.partnerflow.lead;

import org.jspecify.annotations.Nullable;

import org.partnerflow.lead.people.LeadPerson;
import org.partnerflow.rules.decision.Workload;

/**
 * A partner user to whom a lead could be offered by hand, or not.
 *
 * @param objection why it cannot, as a sentence; null if it can
 * @param refusal the latest offer of it that they declined or let run out; it forbids nothing
 */
record LeadCandidate(
        LeadPerson person,
        Workload workload,
        @Nullable String objection,
        @Nullable LeadOffer refusal) {

    boolean declined() {
        return refusal != null && refusal.answer() == LeadOffer.Answer.DECLINED;
    }
}
