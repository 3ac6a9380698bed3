package org.partnerflow.rules.decision;

/** Who goes before whom for a request, the first ones first. */
public enum Rank {
    /** For leads, where nobody has a rank. */
    NONE(""),
    TECHNICIAN_FIRST("a technician"),
    OWN_PARTNER("a partner user of the customer's own partner organisation"),
    UNIT_PARTNER("a partner user of the org unit's partner organisation"),
    TECHNICIAN("a technician");

    private final String words;

    Rank(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
