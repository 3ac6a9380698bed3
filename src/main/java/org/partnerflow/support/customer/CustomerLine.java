package org.partnerflow.support.customer;

import org.partnerflow.identity.User;

/** A customer with the person and the org unit, as lists and forms show them. */
public record CustomerLine(Customer customer, User user, OrgUnit unit) {}
