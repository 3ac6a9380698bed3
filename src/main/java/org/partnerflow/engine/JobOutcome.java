package org.partnerflow.engine;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** What the engine is told about a job, as the inbox keeps it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
@JsonSubTypes({
    @Type(value = JobOutcome.Completed.class, name = "completed"),
    @Type(value = JobOutcome.KeptOpen.class, name = "kept-open"),
    @Type(value = JobOutcome.Refused.class, name = "refused")
})
sealed interface JobOutcome {
    record Completed(@Nullable JsonNode variables) implements JobOutcome {}

    record KeptOpen() implements JobOutcome {}

    record Refused(String code, String message) implements JobOutcome {}
}
