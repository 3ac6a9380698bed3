package org.partnerflow.support.request;

import org.jspecify.annotations.Nullable;

import org.partnerflow.identity.Membership;
import org.partnerflow.identity.User;
import org.partnerflow.support.customer.Customer;
import org.partnerflow.support.customer.CustomerLine;
import org.partnerflow.support.customer.OrgUnit;
import org.partnerflow.support.team.EscalationLayer;
import org.partnerflow.support.team.Team;

/** A request with everything that it points to. */
record RequestLine(
        SupportRequest request,
        Customer customer,
        User user,
        @Nullable Membership membership,
        OrgUnit unit,
        Team team,
        @Nullable EscalationLayer layer,
        @Nullable User assignee) {
    CustomerLine person() {
        return new CustomerLine(customer, user, membership, unit);
    }
}
