package org.partnerflow.engine;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.camunda.client.CamundaClient;
import io.grpc.Status.Code;
import org.jboss.logging.Logger;

import org.partnerflow.outbox.OutboxMessage;

/**
 * Publishes messages so that each is used at most once. The engine knows a message id for its time to live; after that our binding
 * knows whether an instance has got the message, and what may have arrived before is offered to those only that wait right now.
 */
@ApplicationScoped
class ProcessMessages {
    private static final Logger LOG = Logger.getLogger(ProcessMessages.class);

    @Inject
    CamundaClient client;

    @Inject
    ProcessBindings bindings;

    @Inject
    EngineConfig config;

    void publish(OutboxMessage message, EngineCommand.Publish command) {
        boolean used = message.sinceFirstTry() != null
                && bindings.of(message.recordId()).stream()
                        .anyMatch(binding -> message.id().equals(binding.lastMessageId()));
        if (used) {
            LOG.infof("Message %s of record %s was used already", command.messageName(), message.recordId());
            return;
        }
        var variables = new HashMap<>(command.variables());
        variables.put(EngineVariables.LAST_MESSAGE_ID, message.id());
        publish(message, command.messageName(), variables);
    }

    void publish(OutboxMessage message, String name, Map<String, Object> variables) {
        try {
            client.newPublishMessageCommand()
                    .messageName(name)
                    .correlationKey(message.recordId().toString())
                    .messageId(message.id().toString())
                    .timeToLive(timeToLive(message))
                    .variables(variables)
                    .send()
                    .join();
        } catch (RuntimeException e) {
            if (EngineErrors.code(e) != Code.ALREADY_EXISTS) {
                throw e;
            }
            LOG.debugf("Message %s was published already", message.id());
        }
    }

    private Duration timeToLive(OutboxMessage message) {
        var limit = config.messageTimeToLive();
        boolean forgotten =
                message.sinceFirstTry() != null && message.sinceFirstTry().compareTo(limit) > 0;
        return forgotten ? Duration.ZERO : limit;
    }
}
