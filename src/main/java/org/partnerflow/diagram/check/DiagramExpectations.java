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
 * @param given the variables that every instance has
 * @param reserved the variables that no diagram may write
 * @param occupied the elements where running records stand, with the name that people know them by
 */
public record DiagramExpectations(
        DiagramWords words,
        String processId,
        Set<String> jobTypes,
        Set<String> calledProcesses,
        Set<String> given,
        Set<String> reserved,
        Map<String, String> occupied) {

    public static DiagramExpectations of(
            DiagramWords words, String processId, Set<String> jobTypes, Set<String> given, Set<String> reserved) {
        return new DiagramExpectations(words, processId, jobTypes, Set.of(), given, reserved, Map.of());
    }

    /** The message by which the process starts. */
    String startMessage() {
        return processId + ".start";
    }

    public DiagramExpectations withOccupied(Map<String, String> elements) {
        return new DiagramExpectations(words, processId, jobTypes, calledProcesses, given, reserved, elements);
    }
}
