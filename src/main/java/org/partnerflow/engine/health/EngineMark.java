package org.partnerflow.engine.health;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.camunda.client.CamundaClient;
import io.grpc.Status.Code;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import org.partnerflow.engine.EngineErrors;
import org.partnerflow.shared.Sql;

/**
 * Tells whether the engine is the one that this database has worked with. Each comparison leaves a process in the engine whose name nobody
 * else can know; an engine that was emptied, or restored from before, has it not.
 */
@ApplicationScoped
class EngineMark {
    private static final Logger LOG = Logger.getLogger(EngineMark.class);
    private static final String DIAGRAM = """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="https://partnerflow.org/mark">
              <bpmn:process id="%1$s" name="Partnerflow knows this engine by me" isExecutable="true">
                <bpmn:startEvent id="Start"><bpmn:outgoing>Flow</bpmn:outgoing></bpmn:startEvent>
                <bpmn:endEvent id="End"><bpmn:incoming>Flow</bpmn:incoming></bpmn:endEvent>
                <bpmn:sequenceFlow id="Flow" sourceRef="Start" targetRef="End" />
              </bpmn:process>
            </bpmn:definitions>
            """;

    @Inject
    CamundaClient client;

    @Inject
    Sql sql;

    private record Mark(String processId, long definitionKey) {}

    /** False only if the engine was reached and has not the mark. A database that has left none takes the engine for its own. */
    boolean isFound() {
        var mark = mark();
        if (mark == null) {
            return true;
        }
        try {
            client.newCreateInstanceCommand()
                    .bpmnProcessId(mark.processId())
                    .latestVersion()
                    .send()
                    .join();
            return true;
        } catch (RuntimeException e) {
            if (EngineErrors.code(e) == Code.NOT_FOUND) {
                return false;
            }
            throw e;
        }
    }

    /**
     * Leaves a new mark.
     *
     * @param removeFormer take the former one away; in another engine its key may belong to something else
     */
    void renew(boolean removeFormer) {
        var former = removeFormer ? mark() : null;
        var processId = "partnerflow-mark-" + UUID.randomUUID();
        var deployed = client.newDeployResourceCommand()
                .addResourceStringUtf8(DIAGRAM.formatted(processId).strip(), processId + ".bpmn")
                .send()
                .join();
        long key = deployed.getProcesses().getFirst().getProcessDefinitionKey();
        QuarkusTransaction.requiringNew().run(() -> sql.update("""
                insert into engine_mark (id, process_id, definition_key, made_at) values (1, ?, ?, utc_timestamp(6))
                on duplicate key update process_id = values(process_id), definition_key = values(definition_key),
                    made_at = values(made_at)""", processId, key));
        if (former != null) {
            remove(former);
        }
    }

    private void remove(Mark former) {
        try {
            client.newDeleteResourceCommand(former.definitionKey()).send().join();
        } catch (RuntimeException e) {
            LOG.debugf("The former mark could not be taken away: %s", e.getMessage());
        }
    }

    private @Nullable Mark mark() {
        return QuarkusTransaction.requiringNew()
                .call(() -> sql.query(
                        "select process_id, definition_key from engine_mark where id = 1",
                        row -> new Mark(row.getString("process_id"), row.getLong("definition_key"))))
                .stream()
                .findFirst()
                .orElse(null);
    }
}
