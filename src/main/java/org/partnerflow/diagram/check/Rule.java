package org.partnerflow.diagram.check;

import org.partnerflow.diagram.DiagramGraph;

/** One thing that a diagram is checked for. */
interface Rule {
    void check(DiagramGraph graph, DiagramExpectations expected, Findings findings);
}
