package org.partnerflow.deal;

import java.util.List;
import java.util.Map;

import org.partnerflow.diagram.DiagramAnalysis;
import org.partnerflow.diagram.DiagramAnalysis.Move;
import org.partnerflow.diagram.DiagramAnalysis.Stage;
import org.partnerflow.diagram.DiagramAnalysis.Target;
import org.partnerflow.shared.Ids;

/** Stages and moves for unit tests. */
final class Stages {
    private Stages() {}

    static Stage stage(String name, Move... moves) {
        return stage(name, Map.of(), moves);
    }

    static Stage stage(String name, Map<String, String> headers, Move... moves) {
        return new Stage("Stage_" + name, name, headers, List.of(moves), List.of());
    }

    /** New deals come to the first of the stages. */
    static DealVersions.Version version(int number, Stage... stages) {
        var first = stages[0];
        var entry = new Move(null, first.name(), first.elementId(), first.name(), Target.STAGE, List.of());
        return new DealVersions.Version(
                Ids.next(), Ids.next(), number, true, new DiagramAnalysis(List.of(stages), List.of(entry), List.of()));
    }

    static Move to(String outcome, String name) {
        return new Move(outcome, outcome, "Stage_" + name, name, Target.STAGE, List.of());
    }

    static Move toLost(String outcome) {
        return new Move(outcome, outcome, "EndEvent_DealLost", "Deal lost", Target.LOST, List.of());
    }
}
