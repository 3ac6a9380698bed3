package org.partnerflow.engine;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What the engine said to {@link Processes#migrate} or {@link Processes#putOn}; fired in a transaction of its own, as the system in the
 * record's organisation, at least once.
 *
 * @param messageId that the method returned
 * @param refusal the reason in words, null if it was done
 */
public record ProcessAnswer(
        UUID messageId, UUID recordId, Kind kind, @Nullable String refusal) {

    public enum Kind {
        /** The instance runs on the other version; its open jobs keep their key. */
        MIGRATED,
        /** The instance was ended, and a new one began on the other version. */
        BEGUN_ANEW,
        PUT_ON
    }

    public boolean done() {
        return refusal == null;
    }
}
