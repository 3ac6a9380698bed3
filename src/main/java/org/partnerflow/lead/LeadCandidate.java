package org.partnerflow.lead;

import org.jspecify.annotations.Nullable;

import org.partnerflow.lead.people.LeadPerson;
import org.partnerflow.rules.decision.Workload;

/**
 * A partner user to whom a lead could be offered by hand, or not.
 *
 * @param objection why it cannot, as a sentence; null if it can
 */
record LeadCandidate(
        LeadPerson person, Workload workload, @Nullable String objection) {}
