package org.partnerflow.engine.health;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import io.camunda.client.CamundaClient;
import io.grpc.Status.Code;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import org.partnerflow.engine.EngineErrors;
import org.partnerflow.engine.feed.FeedBroken;
import org.partnerflow.shared.Sql;

/**
 * Tells whether the engine is the one that this database has worked with, and at the same point. Each comparison leaves a process in the
 * engine whose name nobody else can know; an engine that was emptied, or restored from before, has it not. And what the engine tells may
 * show that one of the two was restored from before.
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

    @Inject
    ReconcileConfig config;

    record Mark(String processId, long definitionKey, boolean doubted, boolean beginsAnew) {}

    /** False if everything has to begin anew in the engine, or has not come to the end of it. */
    boolean isKnown() {
        var mark = mark();
        return mark == null || (!mark.doubted() && !mark.beginsAnew() && isFound(mark));
    }

    /** Whether this database still goes by the keys of an engine that it has to part with. */
    boolean isToBeLeft() {
        var mark = mark();
        return mark != null && (mark.doubted() || !isFound(mark));
    }

    /** Whether a comparison still has to let everything begin anew. */
    boolean isUnsettled() {
        var mark = mark();
        return mark != null && (mark.doubted() || mark.beginsAnew());
    }

    /** In the transaction that notes it, so that a crash does not forget it. */
    void doubt(@Observes FeedBroken broken) {
        if (config.automatic() && broken.otherEngine()) {
            sql.update("update engine_mark set doubted = true where id = 1 and not begins_anew");
        }
    }

    /** False only if the engine was reached and has not the mark. */
    private boolean isFound(Mark mark) {
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

    /** Leaves a new mark in place of the former one. */
    void renew() {
        var former = mark();
        var next = deploy();
        QuarkusTransaction.requiringNew().run(() -> store(next));
        if (former != null) {
            remove(former);
        }
    }

    /** A new mark in the engine, which this database does not go by yet. */
    Mark deploy() {
        var processId = "partnerflow-mark-" + UUID.randomUUID();
        var deployed = client.newDeployResourceCommand()
                .addResourceStringUtf8(DIAGRAM.formatted(processId).strip(), processId + ".bpmn")
                .send()
                .join();
        return new Mark(processId, deployed.getProcesses().getFirst().getProcessDefinitionKey(), false, false);
    }

    /** From now on everything has to begin anew where the mark is. In the transaction that forgets the former keys. */
    void beginAnewAt(Mark mark) {
        store(mark);
        sql.update("update engine_mark set doubted = false, begins_anew = true where id = 1");
    }

    private void store(Mark mark) {
        sql.update("""
                insert into engine_mark (id, process_id, definition_key, made_at) values (1, ?, ?, utc_timestamp(6))
                on duplicate key update process_id = values(process_id), definition_key = values(definition_key),
                    made_at = values(made_at)""", mark.processId(), mark.definitionKey());
    }

    /** Everything has begun anew. */
    void trust() {
        QuarkusTransaction.requiringNew()
                .run(() -> sql.update("update engine_mark set begins_anew = false where id = 1"));
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
                        "select * from engine_mark where id = 1",
                        row -> new Mark(
                                row.getString("process_id"),
                                row.getLong("definition_key"),
                                row.getBoolean("doubted"),
                                row.getBoolean("begins_anew"))))
                .stream()
                .findFirst()
                .orElse(null);
    }
}
