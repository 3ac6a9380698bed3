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
import org.partnerflow.shared.Ids;

/**
 * Asks the process engine for something, in the caller's transaction; the engine is told after it has committed, and what is asked for
 * one record reaches it in that order, but for the completion of a job, whose order does not matter. Each method returns the id of the
 * outbox message; {@link ProcessAnswer} tells the result of those that the engine may refuse.
 */
@ApplicationScoped
public class Processes {
    @Inject
    Outbox outbox;

    @Inject
    ProcessBindings bindings;

    @Inject
    Actors actors;

    /** Starts the process for a record, at most once: an instance that runs for the record already is left alone. */
    @Transactional(TxType.MANDATORY)
    public UUID start(String processId, UUID recordId, Map<String, ?> variables) {
        var organisation = actors.current().organisation();
        var startId = Ids.next();
        boolean isFirst = bindings.begin(recordId, processId, organisation, startId, null);
        outbox.append(
                startId,
                EngineChannel.NAME,
                recordId,
                new EngineCommand.Start(processId, isFirst, Map.copyOf(variables)));
        return startId;
    }

    /** Tells the process instances of a record that something happened. */
    @Transactional(TxType.MANDATORY)
    public UUID publish(String messageName, UUID recordId, Map<String, ?> variables) {
        return ask(recordId, new EngineCommand.Publish(messageName, Map.copyOf(variables)));
    }

    /** Completes a job that its handler has left open. A job that is gone is left alone. */
    @Transactional(TxType.MANDATORY)
    public UUID completeJob(long jobKey, UUID recordId, Map<String, ?> variables) {
        return outbox.appendUnordered(
                EngineChannel.NAME, recordId, new EngineCommand.CompleteJob(jobKey, Map.copyOf(variables)));
    }

    /** Ends the instance that runs for a record, if there is one. */
    @Transactional(TxType.MANDATORY)
    public UUID cancel(String processId, UUID recordId) {
        return ask(recordId, new EngineCommand.Cancel(processId));
    }

    /**
     * A version of a diagram, and an element to begin at.
     *
     * @param version as the engine counts
     * @param definitionKey of the deployed version
     */
    public record Beginning(int version, long definitionKey, String elementId) {}

    /**
     * Moves a record to another version of its diagram. Where the engine does not move the instance as it is, that is ended, and a new
     * one of the other version begins before the element. Nothing changes if that is refused too.
     *
     * @param elements from the ids of all elements where the instance may stand to those of the target; empty to begin anew at once
     * @param variables that a new instance begins with
     */
    @Transactional(TxType.MANDATORY)
    public UUID migrate(
            String processId, UUID recordId, Beginning target, Map<String, String> elements, Map<String, ?> variables) {
        actors.current().organisation();
        var anew = new EngineCommand.PutOn(processId, target.version(), target.elementId(), new HashMap<>(variables));
        return ask(recordId, new EngineCommand.Migrate(processId, target.definitionKey(), Map.copyOf(elements), anew));
    }

    /**
     * Puts a record on an element of its process, wherever it was: a new instance of the version begins before the element, and what
     * runs is cancelled.
     */
    @Transactional(TxType.MANDATORY)
    public UUID putOn(String processId, int version, UUID recordId, String elementId, Map<String, ?> variables) {
        actors.current().organisation();
        return ask(recordId, new EngineCommand.PutOn(processId, version, elementId, new HashMap<>(variables)));
    }

    /** As {@link #putOn(String, int, UUID, String, Map)}, on the latest version that the engine knows. */
    @Transactional(TxType.MANDATORY)
    public UUID putOn(String processId, UUID recordId, String elementId, Map<String, ?> variables) {
        return putOn(processId, EngineCommand.PutOn.LATEST, recordId, elementId, variables);
    }

    /** Whether something that was asked for a record has not reached the engine yet. */
    @Transactional
    public boolean isQueued(UUID recordId) {
        return outbox.isWaiting(EngineChannel.NAME, recordId);
    }

    private UUID ask(UUID recordId, EngineCommand command) {
        return outbox.append(EngineChannel.NAME, recordId, command);
    }
}
