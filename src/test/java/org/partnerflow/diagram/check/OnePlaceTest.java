package org.partnerflow.diagram.check;

import java.util.function.Consumer;

import io.camunda.zeebe.model.bpmn.builder.BoundaryEventBuilder;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.diagram.DiagramFile;
import org.partnerflow.diagram.DiagramGraph;
import org.partnerflow.diagram.SidePaths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnerflow.diagram.DiagramExamples.ID;
import static org.partnerflow.diagram.DiagramExamples.WORDS;
import static org.partnerflow.diagram.DiagramExamples.close;
import static org.partnerflow.diagram.DiagramExamples.notifyBroker;
import static org.partnerflow.diagram.DiagramExamples.shippedWorkflow;
import static org.partnerflow.diagram.DiagramExamples.stage;
import static org.partnerflow.diagram.DiagramExamples.start;
import static org.partnerflow.diagram.DiagramExamples.won;
import static org.partnerflow.diagram.DiagramExamples.xml;

/** A deal is in one place, and gets to the next because somebody chose it, or because the diagram says so alone. */
class OnePlaceTest {

    @Test
    @Tag("F5.1")
    void refusesAnOutputMappingAtAStageWhichWouldLoseWhatWasChosen() {
        Checked.diagram(won(start().serviceTask(
                                "Stage_A", task -> stage("A").accept(task.zeebeOutputExpression("recordId", "seen")))))
                .isRefusedAt("Stage_A", "\"A\" has an output mapping");
    }

    @Test
    @Tag("F5.1")
    void refusesATimerThatLeadsIntoTheDecisionOfItsOwnStage() {
        Checked.diagram(decided(event -> event.name("4 seconds").timerWithDuration("PT4S")))
                .isRefusedAt("Gateway_A", "the timer \"4 seconds\" leads to it");
    }

    @Test
    @Tag("F5.1")
    void refusesAMessageThatLeadsIntoADecision() {
        Checked.diagram(decided(event -> event.name("Paid")
                        .message(message -> message.name(ID + ".paid").zeebeCorrelationKeyExpression("recordId"))))
                .isRefusedAt("Gateway_A", "the message \"Paid\" leads to it");
    }

    @Test
    @Tag("F5.1")
    void refusesAnErrorThatLeadsIntoADecision() {
        Checked.diagram(decided(event -> event.name("Refused").error("refused")))
                .isRefusedAt("Gateway_A", "the error \"Refused\" leads to it");
    }

    @Test
    @Tag("F5.1")
    void refusesADecisionBehindTheStartWhereNobodyHasChosenAnything() {
        Checked.diagram(xml(start().exclusiveGateway("Gateway_First")
                        .name("Which?")
                        .condition("A", "=outcome = \"A\"")
                        .serviceTask("Stage_A", stage("A"))
                        .serviceTask("Task_CloseAsWon", close("won"))
                        .endEvent()
                        .moveToNode("Gateway_First")
                        .condition("B", "=outcome = \"B\"")
                        .connectTo("Stage_A")))
                .isRefusedAt("Gateway_First", "leads to it, where nobody has chosen anything");
    }

    @Test
    @Tag("F5.1")
    void refusesASecondDecisionThatDoesNotKnowTheChoice() {
        Checked.diagram(xml(start().serviceTask("Stage_A", stage("A"))
                        .exclusiveGateway("Gateway_A")
                        .name("Go on?")
                        .condition("No", "=outcome = \"No\"")
                        .serviceTask("Task_CloseAsLost", close("lost"))
                        .endEvent()
                        .moveToNode("Gateway_A")
                        .condition("Yes", "=outcome = \"Yes\"")
                        .serviceTask("Task_Tell", notifyBroker())
                        .exclusiveGateway("Gateway_B")
                        .name("Signed?")
                        .condition("Signed", "=outcome = \"Signed\"")
                        .serviceTask("Task_CloseAsWon", close("won"))
                        .endEvent()
                        .moveToNode("Gateway_B")
                        .condition("Torn", "=outcome = \"Torn\"")
                        .connectTo("Task_CloseAsLost")))
                .isRefusedAt("Gateway_B", "is reached with the choice \"Yes\"");
    }

    @Test
    @Tag("F5.1")
    void acceptsADecisionThatTwoStagesShare() {
        Checked.diagram(xml(start().serviceTask("Stage_A", stage("A"))
                        .exclusiveGateway("Gateway_A")
                        .name("Go on?")
                        .condition("Yes", "=outcome = \"Yes\"")
                        .serviceTask("Task_CloseAsWon", close("won"))
                        .endEvent()
                        .moveToNode("Gateway_A")
                        .condition("Again", "=outcome = \"Again\"")
                        .serviceTask("Stage_B", stage("B"))
                        .connectTo("Gateway_A")))
                .isAccepted();
    }

    @Test
    @Tag("F5.2")
    void refusesANonInterruptingTimerThatLeadsToAnotherStage() {
        Checked.diagram(won(start().serviceTask("Stage_A", stage("A"))
                        .boundaryEvent("Timer_1", event -> event.name("Late")
                                .cancelActivity(false)
                                .timerWithDuration("P1D"))
                        .serviceTask("Stage_B", stage("B"))
                        .moveToActivity("Stage_A")
                        .connectTo("Stage_B")))
                .isRefusedAt("Timer_1", "the deal would be in two places: it leads to \"B\"");
    }

    @Test
    @Tag("F5.2")
    void refusesANonInterruptingTimerThatClosesTheDeal() {
        Checked.diagram(won(start().serviceTask("Stage_A", stage("A"))
                        .boundaryEvent("Timer_1", event -> event.name("Late")
                                .cancelActivity(false)
                                .timerWithDuration("P1D"))
                        .serviceTask("Task_Tell", notifyBroker())
                        .serviceTask("Task_CloseAsLost", close("lost"))
                        .endEvent()
                        .moveToActivity("Stage_A")))
                .isRefusedAt("Timer_1", "it leads to \"Close deal as lost\"");
    }

    @Test
    @Tag("F5.2")
    void remindersThatWaitEndWithTheDeal() {
        var diagram = xml(start().serviceTask("Stage_A", stage("A"))
                .boundaryEvent(
                        "Timer_1",
                        event -> event.name("Late").cancelActivity(false).timerWithDuration("P1D"))
                .intermediateCatchEvent(
                        "Event_Wait", event -> event.name("A week").timerWithDuration("P7D"))
                .serviceTask("Task_Tell", notifyBroker())
                .endEvent("EndEvent_Told")
                .moveToActivity("Stage_A")
                .serviceTask("Task_CloseAsWon", close("won"))
                .endEvent("EndEvent_Won", end -> end.name("Won")));
        Checked.diagram(diagram).isAccepted();

        var ended = SidePaths.endedWithTheRecord(diagram, WORDS);

        var graph = new DiagramGraph(DiagramFile.read(ended), WORDS);
        assertThat(graph.nodes().stream().filter(graph::endsAll))
                .extracting(FlowNode::getId)
                .containsExactly("EndEvent_Won");
        Checked.diagram(ended).isAccepted();
        assertThat(SidePaths.endedWithTheRecord(ended, WORDS)).isEqualTo(ended);
        assertThat(SidePaths.endedWithTheRecord(shippedWorkflow(), WORDS)).isEqualTo(shippedWorkflow());
    }

    @Test
    @Tag("F5.2")
    void refusesAWaitAfterTheDealIsClosed() {
        Checked.diagram(xml(start().serviceTask("Stage_A", stage("A"))
                        .serviceTask("Task_CloseAsWon", close("won"))
                        .intermediateCatchEvent(
                                "Event_Wait", event -> event.name("A month").timerWithDuration("P30D"))
                        .serviceTask("Task_Tell", notifyBroker())
                        .endEvent()))
                .isRefusedAt("Task_CloseAsWon", "the deal is closed, but a stage, a wait");
    }

    private static String decided(Consumer<BoundaryEventBuilder> event) {
        return xml(start().serviceTask("Stage_A", stage("A"))
                .exclusiveGateway("Gateway_A")
                .name("Go on?")
                .condition("Yes", "=outcome = \"Yes\"")
                .serviceTask("Task_CloseAsWon", close("won"))
                .endEvent()
                .moveToNode("Gateway_A")
                .condition("No", "=outcome = \"No\"")
                .serviceTask("Task_CloseAsLost", close("lost"))
                .endEvent()
                .moveToActivity("Stage_A")
                .boundaryEvent("Event_1", event)
                .connectTo("Gateway_A"));
    }
}
