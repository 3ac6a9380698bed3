package org.partnerflow.rules.decision;

/** Why somebody cannot take it. The words follow a name: "Anna Berg is not active". */
public enum Reason {
    NOT_ACTIVE("is not active"),
    NO_PORTAL("is no member of the portal"),
    NEVER_LOGGED_IN("has never logged in"),
    DECLINED("has declined it"),
    MISSED_OFTEN("let three offers of it run out"),
    NO_ROLE("is neither a partner user nor a technician"),
    NO_PARTNER("is associated with no partner organisation"),
    OTHER_PARTNER("works for a partner organisation that the customer is not associated with");

    private final String words;

    Reason(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
