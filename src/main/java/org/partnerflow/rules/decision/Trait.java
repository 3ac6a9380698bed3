package org.partnerflow.rules.decision;

/** What is true of a candidate. */
public enum Trait {
    /** May log in. */
    ACTIVE,
    /** Is a member of the enabled portal. */
    PORTAL_MEMBER,
    /** Has logged in at least once; an accepted invitation counts. */
    LOGGED_IN,
    /** Was offered this lead before and declined it. */
    DECLINED,
    /** Works as a user of a partner organisation. */
    PARTNER,
    /** Works as an internal technician. */
    TECHNICIAN
}
