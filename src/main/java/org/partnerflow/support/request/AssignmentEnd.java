package org.partnerflow.support.request;

import java.util.Arrays;

/** Why somebody has a request no longer, or never had it. */
public enum AssignmentEnd {
    /** Nobody in the layer could take it. */
    NOBODY("nobody"),
    RESPONSE_OVERDUE("response-overdue"),
    RESOLUTION_OVERDUE("resolution-overdue"),
    /** Somebody escalated it. */
    BY_HAND("by-hand"),
    /** Somebody gave it to another. */
    HANDED_OVER("handed-over"),
    /** Whoever had it can work on requests of the layer no longer. */
    LEFT("left"),
    RESOLVED("resolved");

    private final String cause;

    AssignmentEnd(String cause) {
        this.cause = cause;
    }

    /** The value of the process variable {@code cause}. */
    String cause() {
        return cause;
    }

    static AssignmentEnd of(String cause) {
        return Arrays.stream(values())
                .filter(end -> end.cause.equals(cause))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Expected a cause that request-escalation knows, but got " + cause));
    }
}
