package org.partnerflow.deal;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.partnerflow.diagram.DiagramAnalysis.Target;
import org.partnerflow.diagram.DiagramWords;
import org.partnerflow.diagram.check.DiagramExpectations;
import org.partnerflow.engine.EngineVariables;

/** What the tasks of a deal workflow mean, and which there are. */
final class WorkflowWords {
    static final String STAGE = "partnerflow.deal-stage";
    static final String SEND_EMAIL = "partnerflow.send-email";
    static final String NOTIFY = "partnerflow.notify";
    static final String CLOSE = "partnerflow.close-deal";

    /** Only what is named here can be published. */
    static final Set<String> JOB_TYPES = Set.of(STAGE, SEND_EMAIL, NOTIFY, CLOSE);

    static final String RESULT = "result";
    static final String OUTCOME = "outcome";

    static final DiagramWords IN_DIAGRAMS =
            new DiagramWords(STAGE, CLOSE, RESULT, Map.of("won", Target.WON, "lost", Target.LOST), OUTCOME);

    private static final Set<String> GIVEN = Set.of(EngineVariables.RECORD_ID, EngineVariables.ORGANISATION_ID);

    /** What says whose record it is, and what somebody chose, is never written by a diagram. */
    static final Set<String> RESERVED =
            Stream.concat(EngineVariables.ALL.stream(), Stream.of(OUTCOME)).collect(Collectors.toUnmodifiableSet());

    private WorkflowWords() {}

    /** What the diagram of a workflow has to fit. */
    static DiagramExpectations expectations(String processId) {
        return DiagramExpectations.of(IN_DIAGRAMS, processId, JOB_TYPES, GIVEN, RESERVED);
    }
}
