package org.partnerflow.portal;

/** How far a partner user has come. */
public enum PartnerUserState {
    /** No invitation is on its way: not allocated yet, or the mail "partner added" is off, or it is being sent. */
    WAITING,
    INVITED,
    /** Has set a password; the onboarding process is finishing. */
    ACCEPTED,
    ACTIVE,
    /** The invitation was not answered in time, or ended since the person was disabled; it can be sent again. */
    EXPIRED,
    REMOVED
}
