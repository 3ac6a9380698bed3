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
    public static final DiagramExpectations EXPECTED = DiagramExpectations.of(WORDS, ID, JOB_TYPES);

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

    /** Ends as won. */
    public static String won(AbstractFlowNodeBuilder<?, ?> builder) {
        return xml(builder.serviceTask("Task_CloseAsWon", close("won")).endEvent("EndEvent_DealWon"));
    }

    public static String xml(AbstractFlowNodeBuilder<?, ?> builder) {
        return Bpmn.convertToString(builder.done());
    }
}
