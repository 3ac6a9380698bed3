package org.partnerflow.lead;

import java.util.EnumSet;
import java.util.Set;

/** Where a lead is on its way to become a deal. */
public enum LeadState {
    /** Came in, or an offer ended: the rules decide next. */
    NEW("is waiting for a decision"),
    /** A partner user was asked. */
    OFFERED("is offered to a partner user"),
    /** Waits for a member of a queue to take it. */
    QUEUED("is waiting in a queue"),
    /** Nobody fits: somebody has to assign it by hand. */
    UNASSIGNED("is assigned to nobody"),
    /** The owner has accepted; the deal is being made. */
    ACCEPTED("was accepted"),
    /** Has become a deal. */
    CONVERTED("has become a deal");

    /** What counts as the load of its owner. */
    static final Set<LeadState> OPEN = EnumSet.of(OFFERED, ACCEPTED);

    private final String words;

    LeadState(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
