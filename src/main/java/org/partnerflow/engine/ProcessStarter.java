package org.partnerflow.engine;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.camunda.client.CamundaClient;
import io.grpc.Status.Code;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jboss.logging.Logger;

import org.partnerflow.engine.ProcessBindings.Binding;
import org.partnerflow.outbox.OutboxMessage;

/** Starts processes by message, so that a record has one instance of a process at a time, however often a start is sent. */
@ApplicationScoped
class ProcessStarter {
    private static final Logger LOG = Logger.getLogger(ProcessStarter.class);

    @Inject
    CamundaClient client;

    @Inject
    ProcessBindings bindings;

    @Inject
    ProcessMessages messages;

    void start(OutboxMessage message, EngineCommand.Start command) {
        boolean isSentFirst = command.first() && message.sinceFirstTry() == null;
        if (isSentFirst || counts(message, command.processId())) {
            messages.publish(
                    message,
                    command.processId() + ".start",
                    EngineChannel.firstVariables(message, command.variables()));
        }
    }

    /** Whether this start is the one that counts, or becomes it now, and has not happened yet. */
    private boolean counts(OutboxMessage message, String processId) {
        var known = bindings.of(message.recordId(), processId)
                .filter(binding -> !binding.called())
                .orElse(null);
        boolean again = known != null && known.startId().equals(message.id());
        if (again && known.confirmed()) {
            LOG.debugf("Start %s has happened already", message.id());
            return false;
        }
        if (!again && known != null && isRunning(message.recordId(), known)) {
            LOG.infof("%s runs for record %s already: left alone", processId, message.recordId());
            return false;
        }
        return again || begin(message, processId);
    }

    /** Makes this start the one that counts. */
    boolean begin(OutboxMessage message, String processId) {
        var organisationId = Objects.requireNonNull(message.organisationId());
        return QuarkusTransaction.requiringNew().call(() -> {
            var former = bindings.of(message.recordId(), processId).orElse(null);
            return bindings.begin(message.recordId(), processId, organisationId, message.id(), former);
        });
    }

    /** Whether an instance of this start, or one that it has called, is active: setting no variables on it tells. */
    private boolean isRunning(UUID recordId, Binding start) {
        return bindings.of(recordId).stream()
                .filter(binding -> binding.startId().equals(start.startId()) && binding.instanceKey() != null)
                .anyMatch(binding -> isActive(Objects.requireNonNull(binding.instanceKey())));
    }

    private boolean isActive(long instanceKey) {
        try {
            client.newSetVariablesCommand(instanceKey)
                    .variables(Map.of())
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
}
