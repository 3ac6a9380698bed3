package org.partnerflow.rules.decision;

import org.jspecify.annotations.Nullable;

import org.partnerflow.rules.table.TypedRow;

/** Conclusion: nothing speaks against the candidate. */
public record Able(Candidate candidate) {

    public boolean isNamedBy(TypedRow row) {
        return candidate.isNamedBy(row);
    }

    public boolean isOfPartnerNamedBy(TypedRow row) {
        var partner = candidate.partner();
        return partner != null && row.names(partner.id(), partner.name());
    }

    public boolean isMemberOf(Group group) {
        return group.has(candidate.id());
    }

    public boolean isUserOf(@Nullable Named organisation) {
        return candidate.isUserOf(organisation);
    }

    public boolean isPartnerFor(RequestFacts.Request request) {
        return candidate.isPartnerFor(request);
    }
}
