package org.partnerflow.engine;

import java.util.Set;
import java.util.function.Consumer;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.builder.AbstractFlowNodeBuilder;
import io.camunda.zeebe.model.bpmn.builder.ServiceTaskBuilder;
import io.camunda.zeebe.model.bpmn.builder.StartEventBuilder;

/** Small deal workflows for tests. */
final class DiagramExamples {
    static final String ID = "deal-0197c7a2-0000-7000-8000-000000000001";
    static final Set<String> JOB_TYPES =
            Set.of("partnerflow.deal-stage", "partnerflow.send-email", "partnerflow.notify", "partnerflow.close-deal");
    static final DiagramExpectations EXPECTED = DiagramExpectations.of(ID, JOB_TYPES);

    private DiagramExamples() {}

    static String shippedWorkflow() {
        return Diagrams.copyOfShipped("deal-progression", ID, "Deals");
    }

    static StartEventBuilder start() {
        return Bpmn.createExecutableProcess(ID)
                .startEvent("StartEvent_DealEntered")
                .message(ID + ".start");
    }

    static Consumer<ServiceTaskBuilder> stage(String name) {
        return task -> task.name(name)
                .zeebeJobType("partnerflow.deal-stage")
                .zeebeTaskHeader("completedBy", "either")
                .zeebeTaskHeader("dueIn", "P7D")
                .zeebeTaskHeader("requires", "none")
                .zeebeTaskHeader("colour", "blue");
    }

    static Consumer<ServiceTaskBuilder> close(String result) {
        return task -> task.name("Close deal as " + result)
                .zeebeJobType("partnerflow.close-deal")
                .zeebeTaskHeader("result", result);
    }

    static Consumer<ServiceTaskBuilder> notifyBroker() {
        return task -> task.name("Tell broker")
                .zeebeJobType("partnerflow.notify")
                .zeebeTaskHeader("to", "broker")
                .zeebeTaskHeader("text", "Look at this deal.");
    }

    /** Ends as won. */
    static String won(AbstractFlowNodeBuilder<?, ?> builder) {
        return xml(builder.serviceTask("Task_CloseAsWon", close("won")).endEvent("EndEvent_DealWon"));
    }

    static String xml(AbstractFlowNodeBuilder<?, ?> builder) {
        return Bpmn.convertToString(builder.done());
    }
}
