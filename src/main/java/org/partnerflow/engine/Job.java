package org.partnerflow.engine;

import java.util.Map;
import java.util.UUID;

/**
 * A piece of work that a process asks for.
 *
 * @param key of the job in the broker; the same at every delivery
 * @param recordId the record that the process instance belongs to, for example a deal
 * @param elementId of the task in the diagram
 * @param headers the task's headers, as written in the diagram
 */
public record Job(
        long key,
        UUID organisationId,
        UUID recordId,
        String processId,
        int processVersion,
        String elementId,
        long processInstanceKey,
        Map<String, String> headers) {}
