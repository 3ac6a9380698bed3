package org.partnerflow.diagram.check;

import java.util.Map;
import java.util.Set;

import org.partnerflow.diagram.DiagramWords;

/**
 * What a diagram has to fit to be published.
 *
 * @param words what its tasks mean
 * @param processId the fixed id of the process
 * @param jobTypes the job types that the process may ask for
 * @param calledProcesses the processes that it may call
 * @param occupied the elements where running records stand, with the name that people know them by
 */
public record DiagramExpectations(
        DiagramWords words,
        String processId,
        Set<String> jobTypes,
        Set<String> calledProcesses,
        Map<String, String> occupied) {

    public static DiagramExpectations of(DiagramWords words, String processId, Set<String> jobTypes) {
        return new DiagramExpectations(words, processId, jobTypes, Set.of(), Map.of());
    }

    public DiagramExpectations withOccupied(Map<String, String> elements) {
        return new DiagramExpectations(words, processId, jobTypes, calledProcesses, elements);
    }
}
