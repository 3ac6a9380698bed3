package org.partnerflow.diagram.check;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import io.camunda.zeebe.model.bpmn.builder.BoundaryEventBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.partnerflow.diagram.DiagramProblem;
import org.partnerflow.diagram.DiagramProblem.Severity;
import org.partnerflow.diagram.ShippedDiagrams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnerflow.diagram.DiagramExamples.EXPECTED;
import static org.partnerflow.diagram.DiagramExamples.ID;
import static org.partnerflow.diagram.DiagramExamples.close;
import static org.partnerflow.diagram.DiagramExamples.notifyBroker;
import static org.partnerflow.diagram.DiagramExamples.shippedWorkflow;
import static org.partnerflow.diagram.DiagramExamples.stage;
import static org.partnerflow.diagram.DiagramExamples.start;
import static org.partnerflow.diagram.DiagramExamples.won;
import static org.partnerflow.diagram.DiagramExamples.xml;

class DiagramCheckTest {

    @Test
    void findsNothingInTheShippedWorkflow() {
        assertThat(check(shippedWorkflow())).isEmpty();
    }

    @Test
    void acceptsASingleStageThatIsWon() {
        assertThat(check(won(start().serviceTask("Stage_A", stage("A"))))).isEmpty();
    }

    @Test
    void refusesAnotherProcessId() {
        var problems = DiagramCheck.check(ShippedDiagrams.read("deal-progression"), EXPECTED);

        assertThat(problems)
                .anySatisfy(problem -> assertProblem(problem, "deal-progression", "Expected the process id \"" + ID));
    }

    @Test
    void refusesAStartWithoutTheMessageOfTheProcess() {
        assertProblem(
                changed(xml -> xml.replace("name=\"" + ID + ".start\"", "name=\"other.start\"")),
                "StartEvent_DealEntered",
                "message \"" + ID + ".start\"");
    }

    @Test
    void refusesASecondStart() {
        var second = "<bpmn:startEvent id=\"StartEvent_Second\"><bpmn:outgoing>Flow_S</bpmn:outgoing></bpmn:startEvent>"
                + "<bpmn:sequenceFlow id=\"Flow_S\" sourceRef=\"StartEvent_Second\" targetRef=\"Stage_Contract\" />";

        assertProblem(changed(inserted(second)), "StartEvent_Second", "more than one start");
    }

    @Test
    void refusesAStageThatNothingLeadsTo() {
        var lonely = serviceTask("Stage_Lonely", "Lonely") + flow("Flow_L", "Stage_Lonely", "Stage_Contract");

        assertProblem(changed(inserted(lonely)), "Stage_Lonely", "Nothing leads to the stage \"Lonely\"");
    }

    @Test
    void refusesAStageThatNothingFollows() {
        var problems = check(xml(start().serviceTask("Stage_A", stage("A"))));

        assertProblem(problems, "Stage_A", "Nothing follows \"A\"");
    }

    @Test
    void refusesAStageFromWhichNoEndCanBeReached() {
        var problems = check(xml(start().exclusiveGateway("Gateway_Again")
                .serviceTask("Stage_A", stage("A"))
                .serviceTask("Stage_B", stage("B"))
                .connectTo("Gateway_Again")));

        assertProblem(problems, "Stage_A", "no end can be reached");
        assertProblem(problems, "Stage_B", "no end can be reached");
    }

    @Test
    void refusesAnUnknownJobType() {
        assertProblem(
                changed(xml -> xml.replace("partnerflow.notify", "evil.job")),
                "Task_RemindBroker",
                "job type \"evil.job\", which nobody works on here. Expected one of: Close deal, Deal stage");
    }

    @Test
    void refusesATaskThatIsNoBuildingBlockYet() {
        var task = "<bpmn:serviceTask id=\"Task_New\" name=\"New\" />" + flow("Flow_N", "Task_New", "Stage_Contract");

        assertProblem(changed(inserted(task)), "Task_New", "does nothing yet. Choose a building block");
    }

    @ParameterizedTest
    @CsvSource({
        "scriptTask, script task",
        "userTask, user task",
        "manualTask, manual task",
        "task, task",
        "businessRuleTask, business rule task",
        "sendTask, send task",
        "parallelGateway, parallel gateway",
        "inclusiveGateway, inclusive gateway"
    })
    void refusesUnsupportedElements(String element, String words) {
        var xml =
                "<bpmn:%s id=\"Odd_1\" name=\"Odd\" />".formatted(element) + flow("Flow_O", "Odd_1", "Stage_Contract");

        assertProblem(
                changed(inserted(xml)),
                "Odd_1",
                "\"Odd\" is " + (words.startsWith("i") ? "an " : "a ") + words + ", which is not supported");
    }

    @Test
    void refusesASignalWhichWouldReachEveryOrganisation() {
        var problems = changed(xml -> xml.replaceFirst(
                "(?s)(<bpmn:endEvent id=\"EndEvent_DealLost\".*?)</bpmn:endEvent>",
                "$1<bpmn:signalEventDefinition id=\"Signal_1\" /></bpmn:endEvent>"));

        assertProblem(problems, "EndEvent_DealLost", "\"Deal lost\" is a signal end event, which is not supported");
    }

    @Test
    void refusesACalledProcessOutsideOurNames() {
        var problems = check(xml(start().serviceTask("Stage_A", stage("A"))
                .callActivity("CallActivity_Other", call -> call.name("Other").zeebeProcessId("somebody-elses"))
                .serviceTask("Task_CloseAsWon", close("won"))
                .endEvent()));

        assertProblem(problems, "CallActivity_Other", "calls the process \"somebody-elses\"");
    }

    @Test
    void refusesRepetitionOfAStage() {
        var problems = check(won(start().serviceTask("Stage_A", stage("A"))
                .serviceTask("Task_Many", notifyBroker())
                .multiInstance(many -> many.zeebeInputCollectionExpression("x"))));

        assertProblem(problems, "Task_Many", "repeats itself");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "99", "=0", "many"})
    void refusesRetriesWithWhichAJobWouldNeverRun(String retries) {
        var problems = changed(xml -> xml.replace(
                "<zeebe:taskDefinition type=\"partnerflow.notify\"",
                "<zeebe:taskDefinition type=\"partnerflow.notify\" retries=\"%s\"".formatted(retries)));

        assertProblem(
                problems, "Task_RemindBroker", "\"%s\" retries. Expected a number from 1 to 10".formatted(retries));
    }

    @Test
    void refusesAnAutomaticGatewayWithoutDefault() {
        var problems = check(won(start().serviceTask("Stage_A", stage("A"))
                .serviceTask("Task_Tell", notifyBroker())
                .exclusiveGateway("Gateway_Big")
                .conditionExpression("value > 1000")
                .serviceTask("Stage_B", stage("B"))
                .moveToNode("Gateway_Big")
                .conditionExpression("value <= 1000")
                .connectTo("Stage_B")));

        assertProblem(problems, "Gateway_Big", "has no default");
    }

    @Test
    void refusesAnArrowWithoutConditionOutOfAnAutomaticGateway() {
        var problems = check(won(start().serviceTask("Stage_A", stage("A"))
                .serviceTask("Task_Tell", notifyBroker())
                .exclusiveGateway("Gateway_Big")
                .sequenceFlowId("Flow_1")
                .serviceTask("Stage_B", stage("B"))
                .moveToNode("Gateway_Big")
                .sequenceFlowId("Flow_2")
                .connectTo("Stage_B")));

        assertProblem(problems, "Gateway_Big", "has no default");
        assertProblem(problems, "Flow_1", "has no condition");
        assertProblem(problems, "Flow_2", "has no condition");
    }

    @Test
    void refusesAConditionThatIsNoExpression() {
        var problems = check(won(start().serviceTask("Stage_A", stage("A"))
                .serviceTask("Task_Tell", notifyBroker())
                .exclusiveGateway("Gateway_Big")
                .defaultFlow()
                .serviceTask("Stage_B", stage("B"))
                .moveToNode("Gateway_Big")
                .sequenceFlowId("Flow_Big")
                .condition("value > 1000")
                .connectTo("Stage_B")));

        assertProblem(problems, "Flow_Big", "begins with \"=\"");
    }

    @Test
    void refusesAConditionOfADecisionThatIsNoOutcome() {
        assertProblem(
                changed(xml -> xml.replace("=outcome = \"Not a fit\"", "=value &gt; 3")),
                "Flow_NotAFit",
                "Expected: =outcome = \"Not a fit\"");
    }

    @Test
    void refusesADecisionWithoutNames() {
        assertProblem(
                changed(xml -> xml.replace("id=\"Flow_NotAFit\" name=\"Not a fit\"", "id=\"Flow_NotAFit\"")),
                "Flow_NotAFit",
                "out of the decision \"Worth pursuing?\" has no name");
    }

    @Test
    void refusesAnOutcomeWithoutCondition() {
        assertProblem(
                changed(xml -> xml.replaceFirst(
                        "(?s)<bpmn:conditionExpression id=\"[^\"]*\" xsi:type=\"bpmn:tFormalExpression\">=outcome = \"Not a fit\"</bpmn:conditionExpression>|<bpmn:conditionExpression[^>]*>=outcome = \"Not a fit\"</bpmn:conditionExpression>",
                        "")),
                "Flow_NotAFit",
                "The outcome \"Not a fit\" has no condition");
    }

    @Test
    void refusesOutcomesThatAreCalledAlike() {
        assertProblem(
                changed(xml -> xml.replace("name=\"Not a fit\"", "name=\"Qualified\"")
                        .replace("=outcome = \"Not a fit\"", "=outcome = \"Qualified\"")),
                "Flow_NotAFit",
                "Two arrows out of the decision \"Worth pursuing?\" have the outcome \"Qualified\"");
    }

    @Test
    void refusesAnArrowThatIsCalledOtherwiseThanItsOutcome() {
        assertProblem(
                changed(xml -> xml.replace("name=\"Not a fit\"", "name=\"No fit\"")),
                "Flow_NotAFit",
                "Give both the same name");
    }

    @Test
    void refusesAStageWithoutName() {
        assertProblem(
                changed(xml -> xml.replace("name=\"Needs analysis\"", "name=\" \"")),
                "Stage_NeedsAnalysis",
                "A stage has no name");
    }

    @Test
    void refusesTwoStagesOfOneName() {
        assertProblem(
                changed(xml -> xml.replace("name=\"Needs analysis\"", "name=\"proposal\"")),
                "Stage_Proposal",
                "Two stages are called");
    }

    @ParameterizedTest
    @CsvSource({
        "completedBy, everybody, 'Expected one of: either, partner, broker'",
        "dueIn, tomorrow, 'Expected a duration such as P3D'",
        "dueIn, P0D, 'Expected a duration such as P3D'",
        "dueIn, -P3D, 'Expected a duration such as P3D'",
        "requires, money, 'Expected one of: none, note, file'",
    })
    void refusesHeadersThatTheTemplateDoesNotKnow(String header, String value, String message) {
        var problems = check(won(
                start().serviceTask("Stage_A", task -> stage("A").accept(task.zeebeTaskHeader(header + "X", value)))));
        assertThat(problems).isEmpty();

        var wrong = changed(xml -> xml.replaceAll(
                "key=\"%s\" value=\"[^\"]*\"".formatted(header), "key=\"%s\" value=\"%s\"".formatted(header, value)));

        assertProblem(wrong, "Stage_Qualification", message);
    }

    @Test
    void refusesAStageWithoutHeaders() {
        var problems = check(
                won(start().serviceTask("Stage_A", task -> task.name("A").zeebeJobType("partnerflow.deal-stage"))));

        assertProblem(problems, "Stage_A", "\"Who may move the deal on\" is not filled in");
        assertProblem(problems, "Stage_A", "\"Due in\" is not filled in");
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "P", "PT", "P0D", "-P1D", "7 days"})
    void refusesATimerThatCannotBeRead(String duration) {
        assertProblem(
                changed(xml -> xml.replace(">P7D<", ">%s<".formatted(duration))),
                "Timer_ProposalOverdue",
                "Expected a duration such as P3D");
    }

    @ParameterizedTest
    @ValueSource(strings = {"P1Y2M3DT4H", "PT8H", "P2W", "=duration(\"P3D\")"})
    void acceptsTimersThatCanBeRead(String duration) {
        assertThat(changed(xml -> xml.replace(">P7D<", ">%s<".formatted(duration))))
                .isEmpty();
    }

    @Test
    void refusesATimerThatRepeatsWithoutPause() {
        assertProblem(
                changed(xml -> xml.replaceFirst(
                        "(?s)<bpmn:timeDuration([^>]*)>P7D</bpmn:timeDuration>",
                        "<bpmn:timeCycle$1>R/PT1S</bpmn:timeCycle>")),
                "Timer_ProposalOverdue",
                "Expected a cycle of at least a minute");
    }

    @Test
    void refusesACircleThatNeverWaits() {
        var problems = check(won(start().exclusiveGateway("Gateway_Again")
                .serviceTask("Task_Tell", notifyBroker())
                .exclusiveGateway("Gateway_Enough")
                .defaultFlow()
                .serviceTask("Stage_A", stage("A"))
                .moveToNode("Gateway_Enough")
                .conditionExpression("x = 1")
                .connectTo("Gateway_Again")
                .moveToNode("Stage_A")));

        assertProblem(problems, "Task_Tell", "circle that never waits");
    }

    @Test
    void refusesAnEndAtWhichTheDealIsNeitherWonNorLost() {
        var problems = check(xml(start().serviceTask("Stage_A", stage("A")).endEvent("EndEvent_Open")));

        assertProblem(problems, "EndEvent_Open", "without being won or lost");
    }

    @Test
    void refusesAStageAfterTheDealIsClosed() {
        var problems = check(xml(start().serviceTask("Task_CloseAsWon", close("won"))
                .serviceTask("Stage_A", stage("A"))
                .endEvent()));

        assertProblem(problems, "Task_CloseAsWon", "the deal is closed, but a stage");
    }

    @Test
    void refusesTwoWaysAtOnce() {
        var problems = check(won(start().serviceTask("Stage_A", stage("A"))
                .serviceTask("Stage_B", stage("B"))
                .serviceTask("Stage_C", stage("C"))
                .moveToNode("Stage_A")
                .connectTo("Stage_C")));

        assertProblem(problems, "Stage_A", "Put an exclusive gateway behind it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"recordId", "organisationId", "organisationId.x", " recordId"})
    void refusesAMappingThatChangesWhoseRecordItIs(String target) {
        var problems =
                check(won(start().serviceTask("Stage_A", stage("A")).serviceTask("Task_Tell", task -> notifyBroker()
                        .accept(task.zeebeInputExpression("\"0197c7a2-0000-7000-8000-00000000000b\"", target)))));

        assertProblem(problems, "Task_Tell", "says whose record it is");
    }

    @Test
    void refusesTheMessagesOfAnotherProcess() {
        var problems = check(won(start().serviceTask("Stage_A", stage("A"))
                .intermediateCatchEvent("Event_Other", event -> event.name("Other")
                        .message(message -> message.name("portal-invitation.accepted")
                                .zeebeCorrelationKeyExpression("recordId")))));

        assertProblem(problems, "Event_Other", "Expected a name that begins with \"" + ID + ".\"");
    }

    @Test
    void refusesAMessageOfAnotherRecord() {
        var problems = check(won(start().serviceTask("Stage_A", stage("A"))
                .intermediateCatchEvent("Event_Other", event -> event.name("Other")
                        .message(message -> message.name(ID + ".paid").zeebeCorrelationKeyExpression("other")))));

        assertProblem(problems, "Event_Other", "correlation key");
    }

    @Test
    void warnsOfAnElementThatIsGoneWhereRunningDealsStand() {
        var problems = DiagramCheck.check(
                shippedWorkflow(), EXPECTED.withOccupied(Map.of("Stage_Old", "Old", "Stage_Proposal", "Proposal")));

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.severity()).isEqualTo(Severity.WARNING);
            assertThat(problem.message()).contains("Running deals stand at \"Old\", which");
        });
    }

    @Test
    void refusesTwoProcesses() {
        assertProblem(
                changed(xml -> xml.replaceFirst(
                        "<bpmn:process ", "<bpmn:process id=\"second\" isExecutable=\"true\" /><bpmn:process ")),
                null,
                "exactly one process in the diagram, but found 2");
    }

    @Test
    void refusesTwoEventsOnOneStageThatWaitForTheSameMessage() {
        var problems = check(won(start().serviceTask("Stage_A", stage("A"))
                .boundaryEvent("Event_1", DiagramCheckTest::paid)
                .exclusiveGateway("Gateway_Paid")
                .moveToActivity("Stage_A")
                .boundaryEvent("Event_2", DiagramCheckTest::paid)
                .connectTo("Gateway_Paid")
                .moveToActivity("Stage_A")
                .connectTo("Gateway_Paid")));

        assertProblem(problems, "Event_2", "waits for the same as the message \"Paid\". Keep one of them.");
    }

    @Test
    void check32RefusesADocumentType() {
        var problems = changed(
                xml -> xml.replaceFirst("\\?>", "?><!DOCTYPE x [<!ENTITY secret SYSTEM \"file:///etc/passwd\">]>"));

        assertProblem(problems, null, "cannot be read");
    }

    @Test
    void check32RefusesTenMegabytes() {
        assertProblem(changed(xml -> xml + " ".repeat(10_000_000)), null, "at most 1 MB, but this one has 10.0 MB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no diagram", "<html/>", "{\"a\":1}", "\u0000\u0001"})
    void check32RefusesWhatIsNoDiagram(String text) {
        assertProblem(check(text), null, "BPMN 2.0 diagram");
    }

    @Test
    void refusesMoreElementsThanAnybodyCanRead() {
        var many = new StringBuilder();
        for (int i = 0; i < 600; i++) {
            many.append("<bpmn:task id=\"T%d\" />".formatted(i));
        }

        assertProblem(changed(inserted(many.toString())), null, "at most 500 elements");
    }

    @Test
    void survivesDeepNesting() {
        var deep = "<bpmn:subProcess>".repeat(9_000) + "</bpmn:subProcess>".repeat(9_000);

        assertThat(changed(inserted(deep))).anyMatch(DiagramProblem::blocksPublishing);
    }

    private static List<DiagramProblem> check(String xml) {
        return DiagramCheck.check(xml, EXPECTED);
    }

    private static List<DiagramProblem> changed(UnaryOperator<String> change) {
        var before = shippedWorkflow();
        var after = change.apply(before);
        assertThat(after).as("the change of the diagram").isNotEqualTo(before);
        return check(after);
    }

    private static UnaryOperator<String> inserted(String elements) {
        return xml -> xml.replace("</bpmn:process>", elements + "</bpmn:process>");
    }

    private static String serviceTask(String id, String name) {
        return """
                <bpmn:serviceTask id="%s" name="%s"><bpmn:extensionElements><zeebe:taskDefinition type="partnerflow.deal-stage" />
                <zeebe:taskHeaders><zeebe:header key="completedBy" value="either" /><zeebe:header key="dueIn" value="P1D" />
                <zeebe:header key="requires" value="none" /><zeebe:header key="colour" value="blue" /></zeebe:taskHeaders>
                </bpmn:extensionElements></bpmn:serviceTask>""".formatted(id, name);
    }

    private static void paid(BoundaryEventBuilder event) {
        event.name("Paid").message(message -> message.name(ID + ".paid").zeebeCorrelationKeyExpression("recordId"));
    }

    private static String flow(String id, String from, String to) {
        return "<bpmn:sequenceFlow id=\"%s\" sourceRef=\"%s\" targetRef=\"%s\" />".formatted(id, from, to);
    }

    private static void assertProblem(List<DiagramProblem> problems, String elementId, String message) {
        assertThat(problems).anySatisfy(problem -> assertProblem(problem, elementId, message));
    }

    private static void assertProblem(DiagramProblem problem, String elementId, String message) {
        assertThat(problem.severity()).isEqualTo(Severity.ERROR);
        assertThat(problem.elementId()).isEqualTo(elementId);
        assertThat(problem.message()).contains(message);
    }
}
