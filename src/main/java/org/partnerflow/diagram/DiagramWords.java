package org.partnerflow.diagram;

import java.util.Map;

import org.partnerflow.diagram.DiagramAnalysis.Target;

/**
 * What the tasks of a diagram mean to those who work with it: this package knows diagrams, not deals.
 *
 * @param stage the job type of a task at which a record stands until somebody moves it on
 * @param close the job type of a task that ends the work on a record
 * @param resultHeader the header of such a task that says how it ends
 * @param results what its values mean
 * @param outcome the variable with what somebody chose at a stage
 */
public record DiagramWords(
        String stage, String close, String resultHeader, Map<String, Target> results, String outcome) {}
