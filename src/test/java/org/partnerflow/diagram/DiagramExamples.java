package org.partnerflow.diagram;

import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.builder.AbstractFlowNodeBuilder;
import io.camunda.zeebe.model.bpmn.builder.ServiceTaskBuilder;
import io.camunda.zeebe.model.bpmn.builder.StartEventBuilder;

import org.partnerflow.diagram.DiagramAnalysis.Target;
import org.partnerflow.diagram.check.DiagramExpectations;

/** Small deal workflows for tests. */
public final class DiagramExamples {
    public static final String ID = "deal-0197c7a2-0000-7000-8000-000000000001";
    public static final Set<String> JOB_TYPES =
            Set.of("partnerflow.deal-stage", "partnerflow.send-email", "partnerflow.notify", "partnerflow.close-deal");
    public static final DiagramWords WORDS = new DiagramWords(
            "partnerflow.deal-stage",
            "partnerflow.close-deal",
            "result",
            Map.of("won", Target.WON, "lost", Target.LOST),
            "outcome");
    public static final DiagramExpectations EXPECTED = DiagramExpectations.of(
            WORDS,
            ID,
            JOB_TYPES,
            Set.of("recordId", "organisationId"),
            Set.of("recordId", "organisationId", "startId", "lastMessageId", "outcome"));

    private DiagramExamples() {}

    public static String shippedWorkflow() {
        return ShippedDiagrams.copyOf("deal-progression", ID, "Deals");
    }

    public static StartEventBuilder start() {
        return Bpmn.createExecutableProcess(ID)
                .startEvent("StartEvent_DealEntered")
                .message(ID + ".start");
    }

    public static Consumer<ServiceTaskBuilder> stage(String name) {
        return task -> task.name(name)
                .zeebeJobType("partnerflow.deal-stage")
                .zeebeTaskHeader("completedBy", "either")
                .zeebeTaskHeader("dueIn", "P7D")
                .zeebeTaskHeader("requires", "none")
                .zeebeTaskHeader("colour", "blue");
    }

    public static Consumer<ServiceTaskBuilder> close(String result) {
        return task -> task.name("Close deal as " + result)
                .zeebeJobType("partnerflow.close-deal")
                .zeebeTaskHeader("result", result);
    }

    public static Consumer<ServiceTaskBuilder> notifyBroker() {
        return task -> task.name("Tell broker")
                .zeebeJobType("partnerflow.notify")
                .zeebeTaskHeader("to", "broker")
                .zeebeTaskHeader("text", "Look at this deal.");
    }

    /** One of each of the elements that a workflow may have. */
    public static String everything() {
        return xml(start().serviceTask("Stage_A", stage("A"))
                        .exclusiveGateway("Gateway_A")
                        .name("Go on?")
                        .sequenceFlowId("Flow_Yes")
                        .condition("Yes", "=outcome = \"Yes\"")
                        .serviceTask("Task_Tell", task -> {
                            notifyBroker().accept(task);
                            task.zeebeInputExpression("recordId", "who").zeebeOutputExpression("who", "told");
                        })
                        .exclusiveGateway("Gateway_Told")
                        .name("Told?")
                        .sequenceFlowId("Flow_NotTold")
                        .defaultFlow()
                        .intermediateCatchEvent(
                                "Event_Wait", event -> event.name("A while").timerWithDuration("PT8H"))
                        .serviceTask("Task_CloseAsWon", close("won"))
                        .endEvent("EndEvent_Won", end -> end.name("Won").terminate())
                        .moveToNode("Gateway_Told")
                        .sequenceFlowId("Flow_Told")
                        .condition("Told", "=told = recordId")
                        .intermediateCatchEvent(
                                "Event_Paid", event -> event.name("Paid").message(message -> message.name(ID + ".paid")
                                        .zeebeCorrelationKeyExpression("recordId")))
                        .connectTo("Task_CloseAsWon")
                        .moveToNode("Gateway_A")
                        .sequenceFlowId("Flow_No")
                        .condition("No", "=outcome = \"No\"")
                        .serviceTask("Task_CloseAsLost", close("lost"))
                        .endEvent("EndEvent_Lost", end -> end.name("Lost").terminate())
                        .moveToActivity("Stage_A")
                        .boundaryEvent("Timer_Remind", event -> event.name("Every day")
                                .cancelActivity(false)
                                .timerWithCycle("R/P1D"))
                        .serviceTask("Task_Remind", notifyBroker())
                        .endEvent("EndEvent_Reminded", end -> end.name("Reminded"))
                        .moveToActivity("Stage_A")
                        .boundaryEvent("Timer_Late", event -> event.name("Late")
                                .timerWithDateExpression("now() + duration(\"P30D\")"))
                        .connectTo("Task_CloseAsLost")
                        .moveToActivity("Stage_A")
                        .boundaryEvent(
                                "Event_Refused", event -> event.name("Refused").error("refused"))
                        .connectTo("Task_CloseAsLost"))
                .replace("id=\"Flow_NotTold\"", "id=\"Flow_NotTold\" name=\"No\"");
    }

    /** Ends as won. */
    public static String won(AbstractFlowNodeBuilder<?, ?> builder) {
        return xml(builder.serviceTask("Task_CloseAsWon", close("won")).endEvent("EndEvent_DealWon"));
    }

    public static String xml(AbstractFlowNodeBuilder<?, ?> builder) {
        return Bpmn.convertToString(builder.done());
    }

    /** The shipped workflow of deals with a wait of three days between its first two stages. */
    public static String withAWait(String diagram) {
        return diagram.replaceFirst(
                        "(<bpmn:sequenceFlow id=\"Flow_Qualified\"[^>]*)targetRef=\"Stage_NeedsAnalysis\"",
                        "$1targetRef=\"Wait_Think\"")
                .replace("<bpmn:incoming>Flow_Qualified</bpmn:incoming>", "<bpmn:incoming>Flow_Thought</bpmn:incoming>")
                .replaceFirst("<bpmn:sequenceFlow ", """
                        <bpmn:intermediateCatchEvent id="Wait_Think" name="Time to think">
                          <bpmn:incoming>Flow_Qualified</bpmn:incoming>
                          <bpmn:outgoing>Flow_Thought</bpmn:outgoing>
                          <bpmn:timerEventDefinition id="Wait_ThinkDefinition">
                            <bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P3D</bpmn:timeDuration>
                          </bpmn:timerEventDefinition>
                        </bpmn:intermediateCatchEvent>
                        <bpmn:sequenceFlow id="Flow_Thought" sourceRef="Wait_Think" targetRef="Stage_NeedsAnalysis" />
                        <bpmn:sequenceFlow\s""");
    }
}
