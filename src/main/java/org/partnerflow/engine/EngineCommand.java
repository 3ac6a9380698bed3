package org.partnerflow.engine;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/** What the process engine is asked for, as it waits in the outbox. The record is that of the outbox message. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "command")
@JsonSubTypes({
    @Type(value = EngineCommand.Start.class, name = "start"),
    @Type(value = EngineCommand.Publish.class, name = "publish"),
    @Type(value = EngineCommand.CompleteJob.class, name = "complete-job"),
    @Type(value = EngineCommand.Cancel.class, name = "cancel"),
    @Type(value = EngineCommand.Migrate.class, name = "migrate"),
    @Type(value = EngineCommand.PutOn.class, name = "put-on")
})
sealed interface EngineCommand {
    /** @param first no start of the process was known for the record when this one was asked for */
    record Start(String processId, boolean first, Map<String, Object> variables) implements EngineCommand {}

    record Publish(String messageName, Map<String, Object> variables) implements EngineCommand {}

    record CompleteJob(long jobKey, Map<String, Object> variables) implements EngineCommand {}

    record Cancel(String processId) implements EngineCommand {}

    /**
     * @param elements from the ids of the running version to those of the target; empty when the instance cannot be moved as it is
     * @param anew what to do instead then, and when the engine refuses
     */
    record Migrate(
            String processId,
            long targetDefinitionKey,
            Map<String, String> elements,
            @Nullable PutOn anew) implements EngineCommand {}

    record PutOn(String processId, int version, String elementId, Map<String, Object> variables)
            implements EngineCommand {
        static final int LATEST = -1;
    }
}
