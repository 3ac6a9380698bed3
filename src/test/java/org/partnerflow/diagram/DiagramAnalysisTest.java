package org.partnerflow.diagram;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.partnerflow.diagram.DiagramAnalysis.Move;
import org.partnerflow.diagram.DiagramAnalysis.Stage;
import org.partnerflow.diagram.DiagramAnalysis.Target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.partnerflow.diagram.DiagramExamples.close;
import static org.partnerflow.diagram.DiagramExamples.notifyBroker;
import static org.partnerflow.diagram.DiagramExamples.shippedWorkflow;
import static org.partnerflow.diagram.DiagramExamples.stage;
import static org.partnerflow.diagram.DiagramExamples.start;
import static org.partnerflow.diagram.DiagramExamples.won;
import static org.partnerflow.diagram.DiagramExamples.xml;

class DiagramAnalysisTest {
    private final DiagramAnalysis shipped = of(shippedWorkflow());

    @Test
    void readsTheStagesInTheOrderOfTheFlow() {
        assertThat(shipped.stages())
                .extracting(Stage::name)
                .containsExactly("Qualification", "Needs analysis", "Proposal", "Negotiation", "Contract");
    }

    @Test
    void readsTheHeadersOfAStage() {
        var contract = shipped.stage("Stage_Contract").orElseThrow();

        assertThat(contract.completedBy()).isEqualTo("broker");
        assertThat(contract.dueIn()).contains(Duration.ofDays(7));
        assertThat(contract.requires()).isEqualTo("none");
        assertThat(contract.headers()).containsEntry("colour", "teal");
    }

    @Test
    void readsTheChoicesOfADecision() {
        assertThat(moves(shipped, "Stage_Negotiation"))
                .extracting(Move::outcome, Move::targetElementId, Move::target)
                .containsExactly(
                        tuple("Agreed", "Stage_Contract", Target.STAGE),
                        tuple("New proposal wanted", "Stage_Proposal", Target.STAGE),
                        tuple("Declined", "EndEvent_DealLost", Target.LOST));
        assertThat(moves(shipped, "Stage_Contract"))
                .extracting(Move::outcome, Move::target)
                .containsExactly(tuple("Signed", Target.WON), tuple("Fell through", Target.LOST));
    }

    @Test
    void namesAMoveWithoutChoiceByItsTarget() {
        assertThat(moves(shipped, "Stage_NeedsAnalysis")).singleElement().satisfies(move -> {
            assertThat(move.outcome()).isEqualTo("Proposal");
            assertThat(move.targetElementId()).isEqualTo("Stage_Proposal");
        });
    }

    @Test
    void namesTheAutomaticStepsOnTheWay() {
        assertThat(moves(shipped, "Stage_Proposal")).singleElement().satisfies(move -> {
            assertThat(move.targetName()).isEqualTo("Negotiation");
            assertThat(move.steps()).containsExactly("Task_SendProposal");
        });
    }

    @Test
    void readsWhereANewDealComesTo() {
        assertThat(shipped.entry()).extracting(Move::targetElementId).containsExactly("Stage_Qualification");
    }

    @Test
    void leavesOutSidePathsOfNonInterruptingTimers() {
        assertThat(shipped.stage("Stage_Proposal").orElseThrow().automatic()).isEmpty();
    }

    @Test
    void readsWhereAnInterruptingTimerLeads() {
        var analysis = of(xml(start().serviceTask("Stage_A", stage("A"))
                .boundaryEvent("Timer_TooLate", event -> event.name("Too late").timerWithDuration("P30D"))
                .serviceTask("Task_CloseAsLost", close("lost"))
                .endEvent("EndEvent_Lost")
                .moveToActivity("Stage_A")
                .serviceTask("Task_CloseAsWon", close("won"))
                .endEvent("EndEvent_Won")));

        var stageA = analysis.stage("Stage_A").orElseThrow();
        assertThat(stageA.automatic())
                .extracting(Move::outcome, Move::name, Move::target)
                .containsExactly(tuple(null, "Too late", Target.LOST));
        assertThat(stageA.moves()).extracting(Move::target).containsExactly(Target.WON);
    }

    @Test
    void givesEachTargetOfAnOutcomeThatTheDiagramDecidesFurther() {
        var analysis = of(won(start().serviceTask("Stage_A", stage("A"))
                .exclusiveGateway("Gateway_Choice")
                .sequenceFlowId("Flow_Go")
                .condition("Go on", "=outcome = \"Go on\"")
                .serviceTask("Task_Tell", notifyBroker())
                .exclusiveGateway("Gateway_Big")
                .defaultFlow()
                .serviceTask("Stage_Small", stage("Small"))
                .moveToNode("Gateway_Big")
                .condition("Big", "=value > 1000")
                .serviceTask("Stage_Big", stage("Big"))
                .connectTo("Stage_Small")
                .moveToNode("Stage_Small")));

        assertThat(analysis.stage("Stage_A").orElseThrow().movesBy("Go on"))
                .extracting(Move::targetElementId)
                .containsExactlyInAnyOrder("Stage_Big", "Stage_Small");
    }

    @Test
    void followsAnOutcomeThroughLaterGateways() {
        var analysis = of(won(start().serviceTask("Stage_A", stage("A"))
                .serviceTask("Task_Tell", notifyBroker())
                .exclusiveGateway("Gateway_First")
                .condition("Yes", "=outcome = \"Yes\"")
                .exclusiveGateway("Gateway_Second")
                .condition("Yes", "=outcome = \"Yes\"")
                .serviceTask("Stage_B", stage("B"))
                .moveToNode("Gateway_Second")
                .condition("No", "=outcome = \"No\"")
                .serviceTask("Stage_Never", stage("Never"))
                .connectTo("Stage_B")
                .moveToNode("Gateway_First")
                .condition("No", "=outcome = \"No\"")
                .serviceTask("Stage_C", stage("C"))
                .connectTo("Stage_B")
                .moveToNode("Stage_B")));

        assertThat(moves(analysis, "Stage_A"))
                .extracting(Move::outcome, Move::targetElementId)
                .containsExactlyInAnyOrder(tuple("Yes", "Stage_B"), tuple("No", "Stage_C"));
    }

    @Test
    void ordersByTheMainPathWhenStagesCanBeSkippedAndRepeated() {
        var analysis = of(won(start().serviceTask("Stage_A", stage("A"))
                .exclusiveGateway("Gateway_Skip")
                .condition("Normal", "=outcome = \"Normal\"")
                .exclusiveGateway("Gateway_Merge")
                .serviceTask("Stage_B", stage("B"))
                .serviceTask("Stage_C", stage("C"))
                .exclusiveGateway("Gateway_Last")
                .condition("Again", "=outcome = \"Again\"")
                .connectTo("Gateway_Merge")
                .moveToNode("Gateway_Last")
                .condition("Done", "=outcome = \"Done\"")
                .serviceTask("Stage_D", stage("D"))
                .moveToNode("Gateway_Skip")
                .condition("Skip", "=outcome = \"Skip\"")
                .connectTo("Stage_C")
                .moveToNode("Stage_D")));

        assertThat(analysis.stages()).extracting(Stage::name).containsExactly("A", "B", "C", "D");
    }

    @Test
    void namesWhereADealMayRestBetweenStages() {
        var analysis = of(won(start().serviceTask("Stage_A", stage("A"))
                .intermediateCatchEvent("Timer_Pause", event -> event.timerWithDuration("P1D"))
                .serviceTask("Stage_B", stage("B"))));

        assertThat(analysis.waits()).containsExactly("Timer_Pause");
        assertThat(moves(analysis, "Stage_A")).extracting(Move::steps).containsExactly(List.of("Timer_Pause"));
    }

    @Test
    void refusesWhatIsNoDiagram() {
        assertThatThrownBy(() -> of("no diagram")).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Move> moves(DiagramAnalysis analysis, String stage) {
        return analysis.stage(stage).orElseThrow().moves();
    }

    private static DiagramAnalysis of(String xml) {
        return DiagramAnalysis.of(xml, DiagramExamples.WORDS);
    }
}
