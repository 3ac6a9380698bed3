package org.partnerflow.rules.table;

import org.jspecify.annotations.Nullable;

/** What a row leads to. */
public enum OutcomeType {
    PARTNER_USER("Partner user", "The partner user who is named.", TargetKind.PARTNER_USER, true),
    FEWEST_OPEN(
            "Fewest open leads",
            "The partner user with the fewest open leads: of all, or of the partner account that is named.",
            TargetKind.PARTNER_ACCOUNT,
            false),
    QUEUE("Queue", "The queue that is named; its members take leads from it.", TargetKind.QUEUE, true),
    ROUND_ROBIN("Round robin", "The partner user of the group whose turn it is.", TargetKind.USER_GROUP, true),
    ROUND_ROBIN_OVER_QUEUES(
            "Round robin over queues", "The queue of the group whose turn it is.", TargetKind.QUEUE_GROUP, true),
    PARTNER_FIRST(
            "Partner first",
            "Partner users of the customer's partner organisation, then internal technicians.",
            null,
            false),
    TECHNICIAN_FIRST(
            "Technician first",
            "Internal technicians, then partner users of the customer's partner organisation.",
            null,
            false),
    PARTNER_ONLY("Partner only", "Only partner users of the customer's partner organisation.", null, false);

    private final String label;
    private final String help;
    private final @Nullable TargetKind target;
    private final boolean targetNeeded;

    OutcomeType(String label, String help, @Nullable TargetKind target, boolean targetNeeded) {
        this.label = label;
        this.help = help;
        this.target = target;
        this.targetNeeded = targetNeeded;
    }

    public String label() {
        return label;
    }

    public String help() {
        return help;
    }

    /** What the row's target names; null if the row names none. */
    public @Nullable TargetKind target() {
        return target;
    }

    public boolean targetNeeded() {
        return targetNeeded;
    }

    /** True if a row with this outcome is never passed over: a queue can always take a lead, a person cannot. */
    public boolean alwaysTakes() {
        return target == null || target == TargetKind.QUEUE || target == TargetKind.QUEUE_GROUP;
    }
}
