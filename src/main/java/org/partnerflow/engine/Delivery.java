package org.partnerflow.engine;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.client.api.response.ActivatedJob;
import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.Actor;

/** A job as the engine has delivered it, with all that is needed to do it again later. */
record Delivery(
        long key,
        String type,
        String processId,
        int processVersion,
        String elementId,
        long processInstanceKey,
        Map<String, String> headers,
        JsonNode variables) {

    static Delivery of(ActivatedJob job) {
        return new Delivery(
                job.getKey(),
                job.getType(),
                job.getBpmnProcessId(),
                job.getProcessDefinitionVersion(),
                job.getElementId(),
                job.getProcessInstanceKey(),
                Map.copyOf(job.getCustomHeaders()),
                job.getVariablesAsType(JsonNode.class));
    }

    /** Why the job belongs to no record of ours, in words; null when it does. */
    @JsonIgnore
    @Nullable
    String strayReason() {
        for (var variable :
                List.of(EngineVariables.RECORD_ID, EngineVariables.ORGANISATION_ID, EngineVariables.START_ID)) {
            try {
                required(variable);
            } catch (IllegalStateException | IllegalArgumentException e) {
                return "Expected the id of a record in the variable %s of process instance %d of %s, but it has none. Was it started by hand? Partnerflow starts its processes itself."
                        .formatted(variable, processInstanceKey, processId);
            }
        }
        return null;
    }

    @JsonIgnore
    UUID recordId() {
        return required(EngineVariables.RECORD_ID);
    }

    @JsonIgnore
    UUID organisationId() {
        return required(EngineVariables.ORGANISATION_ID);
    }

    @JsonIgnore
    UUID startId() {
        return required(EngineVariables.START_ID);
    }

    @JsonIgnore
    @Nullable
    UUID lastMessageId() {
        return id(EngineVariables.LAST_MESSAGE_ID);
    }

    /** Who does the job, as people read it in the audit trail: "Process: send invitation". */
    Actor actor() {
        var step = type.substring(type.indexOf('.') + 1).replace('-', ' ');
        return Actor.system(organisationId(), "Process: " + step);
    }

    Job job() {
        return new Job(
                key, organisationId(), recordId(), processId, processVersion, elementId, processInstanceKey, headers);
    }

    private UUID required(String variable) {
        var id = id(variable);
        if (id == null) {
            throw new IllegalStateException("Expected the variable %s in process instance %d of %s, but it has none."
                    .formatted(variable, processInstanceKey, processId));
        }
        return id;
    }

    private @Nullable UUID id(String variable) {
        var value = variables.path(variable);
        return value.isTextual() ? UUID.fromString(value.asText()) : null;
    }
}
