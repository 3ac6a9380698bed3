package org.partnerflow.support.request;

/** Where a support request stands. */
public enum RequestState {
    /** Waits to be assigned in its layer; a matter of moments. */
    NEW("new"),
    /** Somebody has it and has not responded yet. */
    ASSIGNED("assigned"),
    RESPONDED("responded"),
    RESOLVED("resolved"),
    /** Nobody is left to take it; the team's lead was told. */
    UNASSIGNED("unassigned");

    private final String words;

    RequestState(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
