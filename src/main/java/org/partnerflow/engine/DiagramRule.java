package org.partnerflow.engine;

/** One thing that a diagram is checked for. */
interface DiagramRule {
    void check(DiagramGraph graph, DiagramExpectations expected, DiagramFindings findings);
}
