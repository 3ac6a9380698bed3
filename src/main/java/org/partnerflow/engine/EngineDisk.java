package org.partnerflow.engine;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

/** Whether the engine refused the last command because its disk is full. Its topology says nothing of that. */
@ApplicationScoped
class EngineDisk {
    private volatile boolean full;

    boolean isFull() {
        return full;
    }

    /** @param failure null when the engine took the command */
    void answered(@Nullable Throwable failure) {
        if (failure == null || EngineErrors.code(failure) != null) {
            full = failure != null && EngineErrors.isOfTheDisk(failure);
        }
    }
}
