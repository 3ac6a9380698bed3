package org.partnerflow.deal;

import java.util.Map;
import java.util.Set;

import org.partnerflow.diagram.DiagramAnalysis.Target;
import org.partnerflow.diagram.DiagramWords;

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

    private WorkflowWords() {}
}
