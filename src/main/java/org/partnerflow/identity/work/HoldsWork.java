package org.partnerflow.identity.work;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Implemented by each package whose records name people as those who work on them: it knows what somebody leaves behind there, and takes
 * it away from them.
 */
public interface HoldsWork {
    /** What the leaver has and can have no longer; nothing is changed. */
    List<Work> of(Leaver leaver);

    /**
     * Takes all of it away, in the caller's transaction. Nobody gives the leaver anything meanwhile: the {@link WorkGate} is closed.
     *
     * @param successor who takes over what {@link Work#duty} names; null for nobody
     */
    void handOver(Leaver leaver, @Nullable UUID successor);
}
