package org.partnerflow.engine;

import java.util.List;
import java.util.concurrent.CompletionStage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.DeploymentEvent;
import io.grpc.Status;

import org.partnerflow.diagram.CarriedTimers;
import org.partnerflow.diagram.DiagramProblem;
import org.partnerflow.shared.Texts;

/** Brings diagrams to the process engine. */
@ApplicationScoped
public class Diagrams {
    /** The processes that are the same for every organisation. */
    public static final List<String> SHIPPED =
            List.of("portal-invitation", "partner-onboarding", "lead-offer", "request-escalation");

    private static final int LONGEST_REASON = 500;

    @Inject
    CamundaClient client;

    /**
     * A deployed diagram.
     *
     * @param version counted by the process engine for each process id
     */
    public record Deployed(String processId, int version, long processDefinitionKey) {}

    /**
     * Deploys a diagram with one process. The engine answers the same for a diagram that is already its newest, so that this may be
     * repeated. Completes with {@link DiagramRejected} when the engine does not accept it, and with any other exception when it
     * could not be asked.
     */
    public CompletionStage<Deployed> deploy(String name, String xml) {
        return client.newDeployResourceCommand()
                .addResourceStringUtf8(CarriedTimers.in(xml), name + ".bpmn")
                .send()
                .handle((event, error) -> error == null ? deployed(event) : failed(error));
    }

    /**
     * Whether the engine knows this version: it is asked to begin at an element that no diagram has, and says which of both it misses.
     * To deploy and see would not do: what differs in a blank only becomes the newest version.
     */
    public boolean knows(Deployed version) {
        try {
            client.newCreateInstanceCommand()
                    .bpmnProcessId(version.processId())
                    .version(version.version())
                    .startBeforeElement("Partnerflow_NoElement")
                    .send()
                    .join();
            return true;
        } catch (RuntimeException e) {
            if (!EngineErrors.isRefusal(e)) {
                throw e;
            }
            return EngineErrors.code(e) != Status.Code.NOT_FOUND;
        }
    }

    private static Deployed deployed(DeploymentEvent event) {
        var process = event.getProcesses().getFirst();
        return new Deployed(process.getBpmnProcessId(), process.getVersion(), process.getProcessDefinitionKey());
    }

    private static Deployed failed(Throwable error) {
        var status = Status.fromThrowable(error);
        if (status.getCode() == Status.Code.INVALID_ARGUMENT) {
            throw new DiagramRejected(List.of(new DiagramProblem(
                    null,
                    DiagramProblem.Severity.ERROR,
                    "The process engine does not accept the diagram, although the check found nothing wrong. It says: "
                            + Texts.cut(String.valueOf(status.getDescription()), LONGEST_REASON))));
        }
        throw EngineErrors.forOutbox(error);
    }
}
