package org.partnerflow.support.request;

import org.jspecify.annotations.Nullable;

import org.partnerflow.identity.FormerMember;
import org.partnerflow.identity.Membership;
import org.partnerflow.identity.User;
import org.partnerflow.support.customer.Customer;
import org.partnerflow.support.customer.CustomerLine;
import org.partnerflow.support.customer.OrgUnit;
import org.partnerflow.support.team.EscalationLayer;
import org.partnerflow.support.team.Team;

/**
 * A request with everything that it points to.
 *
 * @param user and membership, null for a customer who has left
 * @param assigneeName null when nobody has it, or when nothing is known of who had it
 */
record RequestLine(
        SupportRequest request,
        Customer customer,
        @Nullable User user,
        @Nullable Membership membership,
        @Nullable FormerMember former,
        OrgUnit unit,
        Team team,
        @Nullable EscalationLayer layer,
        @Nullable String assigneeName) {
    CustomerLine person() {
        return new CustomerLine(customer, user, membership, former, unit);
    }
}
