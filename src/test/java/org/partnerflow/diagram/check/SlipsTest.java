package org.partnerflow.diagram.check;

import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.partnerflow.diagram.DiagramExamples;
import org.partnerflow.diagram.DiagramProblem;
import org.partnerflow.diagram.DiagramProblem.Severity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.partnerflow.diagram.DiagramExamples.ID;
import static org.partnerflow.diagram.DiagramExamples.close;
import static org.partnerflow.diagram.DiagramExamples.notifyBroker;
import static org.partnerflow.diagram.DiagramExamples.stage;
import static org.partnerflow.diagram.DiagramExamples.start;
import static org.partnerflow.diagram.DiagramExamples.won;
import static org.partnerflow.diagram.DiagramExamples.xml;

/** What a diagram must not say, however easily it is drawn. */
class SlipsTest {

    @Test
    @Tag("F5.4")
    void refusesAWayFromStartToEndWithoutAStage() {
        Checked.diagram(won(start())).isRefusedAt(ID, "The diagram has no stage");
    }

    @Test
    @Tag("F5.4")
    void refusesADiagramThatIsNotDrawn() {
        Checked.shipped(xml -> xml.replaceFirst("(?s)<bpmndi:BPMNDiagram.*</bpmndi:BPMNDiagram>", ""))
                .isRefusedAt(ID, "The diagram has no drawing");
    }

    @Test
    @Tag("F5.4")
    void warnsOfAnElementAndAnArrowThatAreNotDrawn() {
        var checked = Checked.shipped(xml -> xml.replaceFirst(
                        "(?s)<bpmndi:BPMNShape [^>]*bpmnElement=\"Stage_Contract\".*?</bpmndi:BPMNShape>", "")
                .replaceFirst("(?s)<bpmndi:BPMNEdge [^>]*bpmnElement=\"Flow_Signed\".*?</bpmndi:BPMNEdge>", ""));

        assertThat(checked.problems())
                .extracting(DiagramProblem::severity, DiagramProblem::elementId)
                .containsExactly(tuple(Severity.WARNING, "Stage_Contract"), tuple(Severity.WARNING, "Flow_Signed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x=\"NaN\"", "x=\"INF\"", "y=\"1e300\"", "width=\"0\"", "height=\"-80\""})
    @Tag("F5.4")
    void refusesADrawingThatNoViewerCouldShow(String bad) {
        var attribute = bad.substring(0, bad.indexOf('='));
        Checked.shipped(xml -> xml.replaceFirst(
                        "(?s)(bpmnElement=\"Stage_Contract\".*?<dc:Bounds[^>]*?) " + attribute + "=\"[^\"]*\"",
                        "$1 " + bad))
                .isRefusedAt("Stage_Contract", "is drawn where nobody could see it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"WON", "LOST", "Won", "STAGE"})
    @Tag("F5.4")
    void refusesAStageThatTheBoardWouldTakeForAnotherColumn(String id) {
        Checked.shipped(xml -> xml.replace("\"Stage_Contract\"", "\"" + id + "\""))
                .isRefusedAt(id, "by which the board calls something else");
    }

    @Test
    @Tag("F5.4")
    void refusesAnIdThatIsTooLongToBeStored() {
        var id = "Stage_" + "x".repeat(200);
        Checked.shipped(xml -> xml.replace("\"Stage_Contract\"", "\"" + id + "\""))
                .isRefusedAt(id, "206 characters");
    }

    @Test
    @Tag("F5.4")
    void refusesASubjectWithALineBreak() {
        Checked.shipped(xml -> xml.replace("Your proposal is ready", "Your proposal&#10;Bcc: all@example.org"))
                .isRefusedAt("Task_SendProposal", "\"Subject\" has a line break");
    }

    @Test
    @Tag("F5.4")
    void refusesAnEmailTemplateThatIsNotThere() {
        Checked.shipped(xml -> xml.replace("value=\"deal-proposal\"", "value=\"deal-poem\""))
                .isRefusedAt("Task_SendProposal", "Expected one of: deal-update, deal-proposal");
    }

    @Test
    @Tag("F5.4")
    void refusesATimerThatComesBackToItsOwnStage() {
        Checked.diagram(won(start().exclusiveGateway("Gateway_Again")
                        .serviceTask("Stage_A", stage("A"))
                        .boundaryEvent(
                                "Timer_1", event -> event.name("2 seconds").timerWithDuration("PT2S"))
                        .serviceTask("Task_Tell", notifyBroker())
                        .connectTo("Gateway_Again")
                        .moveToActivity("Stage_A")))
                .isRefusedAt("Timer_1", "leads back to its own stage");
    }

    @Test
    @Tag("F5.4")
    void refusesTwoTimersThatSendADealToAndFro() {
        Checked.diagram(won(start().exclusiveGateway("Gateway_Again")
                        .serviceTask("Stage_A", stage("A"))
                        .boundaryEvent("Timer_A", event -> event.name("A day").timerWithDuration("P1D"))
                        .serviceTask("Stage_B", stage("B"))
                        .boundaryEvent("Timer_B", event -> event.name("A week").timerWithDuration("P7D"))
                        .connectTo("Gateway_Again")
                        .moveToActivity("Stage_B")
                        .serviceTask("Task_CloseAsLost", close("lost"))
                        .endEvent()
                        .moveToActivity("Stage_A")))
                .isRefusedAt("Timer_A", "leads back to its own stage");
    }

    @Test
    @Tag("F5.4")
    void refusesAMailEverySecond() {
        Checked.diagram(won(start().exclusiveGateway("Gateway_Again")
                        .serviceTask("Task_Tell", notifyBroker())
                        .intermediateCatchEvent(
                                "Event_Wait", event -> event.name("A second").timerWithDuration("PT1S"))
                        .exclusiveGateway("Gateway_Enough")
                        .name("Enough?")
                        .defaultFlow()
                        .serviceTask("Stage_A", stage("A"))
                        .moveToNode("Gateway_Enough")
                        .condition("No", "=recordId = \"x\"")
                        .connectTo("Gateway_Again")
                        .moveToNode("Stage_A")))
                .isRefusedAt("Event_Wait", "waits for less than a minute");
    }

    @Test
    @Tag("F5.4")
    void refusesACircleOfGatewaysAlone() {
        Checked.diagram(won(start().exclusiveGateway("Gateway_1")
                        .exclusiveGateway("Gateway_2")
                        .name("Enough?")
                        .defaultFlow()
                        .serviceTask("Stage_A", stage("A"))
                        .moveToNode("Gateway_2")
                        .condition("No", "=recordId = \"x\"")
                        .connectTo("Gateway_1")
                        .moveToNode("Stage_A")))
                .isRefusedAt("Gateway_2", "circle that never waits");
    }

    @Test
    @Tag("F5.4")
    void refusesAnEventOnABorderThatLeadsNowhere() {
        Checked.diagram(xml(start().serviceTask("Stage_A", stage("A"))
                        .serviceTask("Task_CloseAsWon", close("won"))
                        .endEvent()
                        .moveToActivity("Stage_A")
                        .boundaryEvent("Timer_1", event -> event.name("Late").timerWithDuration("P1D"))))
                .isRefusedAt("Timer_1", "Nothing follows \"Late\"");
    }

    @Test
    @Timeout(60)
    @Tag("F5.4")
    void findsALongCircleInNoTime() {
        var builder = start().exclusiveGateway("Gateway_Again").serviceTask("Task_0", notifyBroker());
        for (int i = 1; i < 300; i++) {
            builder = builder.serviceTask("Task_" + i, notifyBroker());
        }

        Checked.diagram(xml(builder.connectTo("Gateway_Again"))).isRefusedAt("Task_0", "circle that never waits");
    }

    static Stream<String> reserved() {
        return DiagramExamples.EXPECTED.reserved().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("reserved")
    @Tag("F10.1")
    void noDiagramWritesWhatTiesItToItsRecord(String variable) {
        for (var target : new String[] {variable, " " + variable, variable + ".x", "`" + variable + "`"}) {
            Checked.diagram(won(
                            start().serviceTask("Stage_A", stage("A")).serviceTask("Task_Tell", task -> notifyBroker()
                                    .accept(task.zeebeInputExpression("\"x\"", target)))))
                    .isRefusedAt("Task_Tell", "writes the variable \"" + variable + "\"");
            Checked.diagram(won(
                            start().serviceTask("Stage_A", stage("A")).serviceTask("Task_Tell", task -> notifyBroker()
                                    .accept(task.zeebeOutputExpression("\"x\"", target)))))
                    .isRefusedAt("Task_Tell", "writes the variable \"" + variable + "\"");
        }
    }

    @Test
    @Tag("F10.1")
    void saysHowLongAnOutcomeMayBe() {
        var name = "No longer interested because somebody else was quicker and cheaper than us";
        Checked.shipped(xml -> xml.replace("\"Not a fit\"", "\"" + name + "\""))
                .isRefusedAt("Flow_NotAFit", "has a name of 74 characters. Expected at most 60");
    }

    @Test
    @Tag("F10.1")
    void saysWhichCharactersAnOutcomeMayNotHave() {
        Checked.shipped(xml -> xml.replace("name=\"Not a fit\"", "name=\"Not &quot;a&quot; fit\""))
                .isRefusedAt("Flow_NotAFit", "has a quotation mark");
    }

    @Test
    @Tag("F5.11")
    void tellsADiagramOfTheOlderGenerationInOneFinding() {
        var problems = Checked.shipped(xml -> xml.replaceFirst(
                        "<bpmn:definitions ", "<bpmn:definitions xmlns:camunda=\"http://camunda.org/schema/1.0/bpmn\" ")
                .replaceFirst("<bpmn:serviceTask ", "<bpmn:serviceTask camunda:asyncBefore=\"true\" "));

        assertThat(problems.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.severity()).isEqualTo(Severity.ERROR);
            assertThat(problem.message()).contains("older generation of the process engine (Camunda 7");
        });
    }

    @Test
    @Tag("F5.11")
    void namesWhatHasNoNameByWhatItIsAndWhere() {
        Checked.shipped(xml -> xml.replace("=\"EndEvent_DealLost\" name=\"Deal lost\"", "=\"EndEvent_DealLost\"")
                        .replaceFirst(
                                "(?s)(<bpmn:endEvent id=\"EndEvent_DealLost\".*?)</bpmn:endEvent>",
                                "$1<bpmn:errorEventDefinition id=\"Error_1\" /></bpmn:endEvent>"))
                .isRefusedAt(
                        "EndEvent_DealLost",
                        "The error end event after \"Close deal as lost\" is an error end event, which is not supported");
    }

    @Test
    @Tag("F5.11")
    void neverSaysNull() {
        Checked.diagram(won(start().serviceTask("Stage_A", stage("A"))
                        .callActivity("CallActivity_1", call -> call.name("Ask the bank"))))
                .isRefusedAt("CallActivity_1", "\"Ask the bank\" calls a process, which this process may not call");
    }
}
