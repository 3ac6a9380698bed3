package org.partnerflow.engine.feed;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What one partition of the engine tells, in order.
 *
 * @param lost the exporter had to let go what came before
 * @param after the position of what was told last and stored, as the exporter remembers it
 */
record FeedBatch(int partition, boolean lost, long after, List<Told> records) {

    enum What {
        /** A variable that ties an instance to a record. */
        VARIABLE,
        /** An element, or the process itself, was entered, or is another one after a migration. */
        REACHED,
        LEFT,
        INCIDENT,
        INCIDENT_RESOLVED
    }

    /**
     * One record of the engine's log.
     *
     * @param time the engine's, in milliseconds
     * @param key of the element instance, the incident, the variable
     * @param parent the instance that calls this process; none is not positive
     * @param text the value of a variable as JSON, or the engine's words for an incident
     */
    record Told(
            What what,
            long position,
            long time,
            long key,
            long instance,
            @Nullable String processId,
            long definition,
            @Nullable String elementId,
            @Nullable String elementType,
            long scope,
            long parent,
            long job,
            @Nullable String errorType,
            @Nullable String name,
            @Nullable String text) {}
}
