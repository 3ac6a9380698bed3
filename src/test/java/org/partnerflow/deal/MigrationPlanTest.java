package org.partnerflow.deal;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.partnerflow.diagram.DiagramAnalysis;
import org.partnerflow.diagram.DiagramAnalysis.Stage;
import org.partnerflow.shared.Ids;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnerflow.deal.Stages.stage;
import static org.partnerflow.deal.Stages.to;
import static org.partnerflow.deal.Stages.toLost;

class MigrationPlanTest {
    private static final List<String> NO_TIMERS = List.of();

    private static final DealVersions.Version ONE = version(
            1,
            stage("Offer", Map.of("completedBy", "either"), to("Agreed", "Contract")),
            stage("Contract", toLost("No")));

    private final Deal deal = new Deal(
            ONE.workflowId(), ONE.id(), "Stage_Offer", new Deal.Parties(Ids.next(), null, null), Instant.EPOCH);
    private final StageVisit visit = new StageVisit(deal.id(), ONE.id(), ONE.stage("Stage_Offer"), 4711, Instant.EPOCH);

    MigrationPlanTest() {
        deal.describe("Chairs for Acme", null);
        deal.arrive(visit);
    }

    @Test
    void mapsTheStageWhereTheDealStands() {
        var plan = MigrationPlan.of(deal, visit, ONE, version(2, stage("Offer", to("Agreed", "Contract"))), NO_TIMERS);
        assertThat(plan.possible()).isTrue();
        assertThat(plan.mappings())
                .containsExactly(new MigrationPlan.Mapping("Stage_Offer", "Offer", "Stage_Offer", "Offer"));
    }

    @Test
    void tellsWhatWillBeDifferent() {
        var two =
                version(2, stage("Offer", Map.of("completedBy", "broker"), to("Agreed", "Review"), toLost("Declined")));
        assertThat(MigrationPlan.of(deal, visit, ONE, two, NO_TIMERS).notices())
                .contains(
                        "Who moves the deal on changes from either to broker.",
                        "From Offer a deal goes on to Review (Agreed) or Lost (Declined).");
    }

    @Test
    void isBlockedWhenTheStageIsGone() {
        var plan = MigrationPlan.of(deal, visit, ONE, version(2, stage("Proposal")), NO_TIMERS);
        assertThat(plan.possible()).isFalse();
        assertThat(plan.blockers())
                .containsExactly(
                        "Version 2 has no stage Offer (Stage_Offer), where the deal stands. Move the deal on first.");
    }

    @Test
    void isBlockedAtAStageWithATimer() {
        var plan = MigrationPlan.of(
                deal, visit, ONE, version(2, stage("Offer", to("Agreed", "Contract"))), List.of("7 days passed"));
        assertThat(plan.possible()).isFalse();
        assertThat(plan.blockers())
                .containsExactly(
                        "The stage Offer has a timer (7 days passed), and the process engine moves no deal that stands at one. Move the deal on first.");
    }

    @Test
    void isBlockedWhileTheDealIsOnItsWay() {
        deal.leaveFor("Stage_Contract", false, Instant.EPOCH);
        assertThat(MigrationPlan.of(deal, null, ONE, version(2, stage("Offer")), NO_TIMERS)
                        .blockers())
                .containsExactly("The deal is on its way to Contract. Try again when it is there.");
    }

    @Test
    void isBlockedForAClosedDealAndForTheSameVersion() {
        assertThat(MigrationPlan.of(deal, visit, ONE, ONE, NO_TIMERS).blockers())
                .containsExactly("The deal runs on version 1 already.");
        deal.close(DealState.LOST, Instant.EPOCH);
        assertThat(MigrationPlan.of(deal, null, ONE, version(2, stage("Offer")), NO_TIMERS)
                        .blockers())
                .containsExactly("The deal is closed.");
    }

    private static DealVersions.Version version(int number, Stage... stages) {
        return new DealVersions.Version(
                Ids.next(), Ids.next(), number, number, new DiagramAnalysis(List.of(stages), List.of(), List.of()));
    }
}
