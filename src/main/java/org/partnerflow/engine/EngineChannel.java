package org.partnerflow.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.client.CamundaClient;
import io.grpc.Status.Code;
import org.jboss.logging.Logger;

import org.partnerflow.outbox.OutboxChannel;
import org.partnerflow.outbox.OutboxMessage;

/** The way of the outbox to the process engine. */
@ApplicationScoped
class EngineChannel implements OutboxChannel {
    static final String NAME = "process";
    private static final Logger LOG = Logger.getLogger(EngineChannel.class);

    @Inject
    CamundaClient client;

    @Inject
    ProcessStarter starter;

    @Inject
    ProcessMover mover;

    @Inject
    ProcessMessages messages;

    @Inject
    JobReplies replies;

    @Inject
    EngineDisk disk;

    @Inject
    ObjectMapper json;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public CompletionStage<?> send(OutboxMessage message) {
        return command(message).whenComplete((answer, failure) -> disk.answered(failure));
    }

    private CompletionStage<?> command(OutboxMessage message) {
        try {
            return switch (json.treeToValue(message.payload(), EngineCommand.class)) {
                case EngineCommand.CompleteJob complete -> complete(complete);
                case EngineCommand.Start start -> answered(() -> starter.start(message, start));
                case EngineCommand.Publish publish -> answered(() -> messages.publish(message, publish));
                case EngineCommand.Cancel cancel -> answered(() -> mover.cancel(message, cancel));
                case EngineCommand.Migrate migrate -> answered(() -> mover.migrate(message, migrate));
                case EngineCommand.PutOn putOn -> answered(() -> mover.putOn(message, putOn));
            };
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Expected a command in outbox message " + message.id(), e);
        }
    }

    /** The commands that need more than one answer of the engine wait for them. */
    private static CompletionStage<?> answered(Runnable command) {
        try {
            command.run();
            return CompletableFuture.completedFuture(true);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(EngineErrors.forOutbox(e));
        }
    }

    private CompletionStage<?> complete(EngineCommand.CompleteJob command) {
        replies.completed(command.jobKey());
        return client.newCompleteCommand(command.jobKey())
                .variables(command.variables())
                .send()
                .exceptionallyCompose(failure -> {
                    if (EngineErrors.code(failure) != Code.NOT_FOUND) {
                        return CompletableFuture.failedFuture(EngineErrors.forOutbox(failure));
                    }
                    LOG.infof("Job %d is gone: it has been completed already", command.jobKey());
                    return CompletableFuture.completedFuture(null);
                });
    }

    /** The variables that an instance of a record begins with. */
    static Map<String, Object> firstVariables(OutboxMessage message, Map<String, Object> variables) {
        var all = new HashMap<>(variables);
        all.put(EngineVariables.RECORD_ID, message.recordId());
        all.put(EngineVariables.ORGANISATION_ID, String.valueOf(message.organisationId()));
        all.put(EngineVariables.START_ID, message.id());
        return all;
    }
}
