package org.partnerflow.engine;

import java.util.Map;
import java.util.Set;

/**
 * What a diagram has to fit to be published.
 *
 * @param processId the fixed id of the process
 * @param jobTypes the job types that the process may ask for
 * @param calledProcesses the processes that it may call
 * @param occupied the elements where running records stand, with the name that people know them by
 */
public record DiagramExpectations(
        String processId, Set<String> jobTypes, Set<String> calledProcesses, Map<String, String> occupied) {

    public static DiagramExpectations of(String processId, Set<String> jobTypes) {
        return new DiagramExpectations(processId, jobTypes, Set.of(), Map.of());
    }

    public DiagramExpectations withOccupied(Map<String, String> elements) {
        return new DiagramExpectations(processId, jobTypes, calledProcesses, elements);
    }
}
