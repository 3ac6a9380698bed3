package org.partnerflow.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.partnerflow.outbox.Outbox;
import org.partnerflow.shared.Actors;

/** Asks the process engine for something, in the caller's transaction; the engine is told after it has committed. */
@ApplicationScoped
public class Processes {
    @Inject
    Outbox outbox;

    @Inject
    Actors actors;

    /** A message to waiting process instances; {@code correlationKey} is the record's id. */
    record Message(String name, String correlationKey, Map<String, Object> variables) {}

    /** The completion of an open job. */
    record Completion(long jobKey, Map<String, Object> variables) {}

    /** Starts the process for a record, at most once: an instance that runs for the record already is left alone. */
    @Transactional(TxType.MANDATORY)
    public UUID start(String processId, UUID recordId, Map<String, ?> variables) {
        var all = new HashMap<String, Object>(variables);
        all.put("recordId", recordId.toString());
        all.put("organisationId", actors.current().organisation().toString());
        return publish(processId + ".start", recordId, all);
    }

    /** Tells the process instance of a record that something happened. */
    @Transactional(TxType.MANDATORY)
    public UUID publish(String messageName, UUID recordId, Map<String, ?> variables) {
        return outbox.append(
                "process-message", recordId, new Message(messageName, recordId.toString(), Map.copyOf(variables)));
    }

    /** Completes a job that its handler has left open. */
    @Transactional(TxType.MANDATORY)
    public UUID completeJob(long jobKey, UUID recordId, Map<String, ?> variables) {
        return outbox.append("job-completion", recordId, new Completion(jobKey, Map.copyOf(variables)));
    }
}
