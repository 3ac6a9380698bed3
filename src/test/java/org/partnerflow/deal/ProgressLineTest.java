package org.partnerflow.deal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.diagram.DiagramAnalysis.Stage;
import org.partnerflow.shared.Ids;

import static org.assertj.core.api.Assertions.assertThat;

class ProgressLineTest {
    private static final List<Stage> STAGES =
            Stream.of("New", "Offer", "Review", "Contract").map(Stages::stage).toList();
    private static final UUID DEAL = Ids.next();

    @Test
    @Tag("S23")
    void tellsWhatIsBehindHereAndAhead() {
        assertThat(line(visits("New", "Offer"), "Stage_Offer", true))
                .containsExactly("New DONE", "Offer CURRENT", "Review AHEAD", "Contract AHEAD");
    }

    @Test
    void marksStagesThatWerePassedBy() {
        assertThat(line(visits("New", "Contract"), "Stage_Contract", true))
                .containsExactly("New DONE", "Offer SKIPPED", "Review SKIPPED", "Contract CURRENT");
    }

    @Test
    void looksAheadAgainAfterAWayBack() {
        assertThat(line(visits("New", "Offer", "Review", "Offer"), "Stage_Offer", true))
                .containsExactly("New DONE", "Offer CURRENT", "Review AHEAD", "Contract AHEAD");
    }

    @Test
    @Tag("S23")
    void hasNothingAheadOnceTheDealIsClosed() {
        assertThat(line(visits("New", "Offer"), "LOST", false))
                .containsExactly("New DONE", "Offer DONE", "Review SKIPPED", "Contract SKIPPED");
    }

    @Test
    void keepsStagesThatTheVersionHasNoMore() {
        assertThat(line(visits("Greeting", "Offer"), "Stage_Offer", true))
                .containsExactly("Greeting DONE", "New SKIPPED", "Offer CURRENT", "Review AHEAD", "Contract AHEAD");
    }

    @Test
    void showsANewDealOnItsWayToTheFirstStage() {
        assertThat(line(List.of(), "Stage_New", true))
                .containsExactly("New CURRENT", "Offer AHEAD", "Review AHEAD", "Contract AHEAD");
    }

    private static List<String> line(List<StageVisit> visits, String column, boolean open) {
        return ProgressLine.of(STAGES, visits, column, open).stream()
                .map(step -> step.name() + " " + step.state())
                .toList();
    }

    private static List<StageVisit> visits(String... stages) {
        return Stream.of(stages)
                .map(name -> new StageVisit(DEAL, DEAL, Stages.stage(name), name.hashCode(), Instant.EPOCH))
                .toList();
    }
}
