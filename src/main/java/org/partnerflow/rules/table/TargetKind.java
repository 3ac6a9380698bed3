package org.partnerflow.rules.table;

/** What the target of a row names. */
public enum TargetKind {
    PARTNER_USER("partner user"),
    PARTNER_ACCOUNT("partner account"),
    QUEUE("queue"),
    USER_GROUP("group of partner users"),
    QUEUE_GROUP("group of queues");

    private final String label;

    TargetKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
