package org.partnerflow.portal;

/** What an invitation waits for. */
public enum WaitsFor {
    /** Somebody of staff whom the partner user is allocated to. */
    ALLOCATION,
    /** The mail "partner added", which is turned off in the portal's settings. */
    MAIL_PARTNER_ADDED
}
