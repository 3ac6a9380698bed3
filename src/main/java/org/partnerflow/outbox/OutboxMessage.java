package org.partnerflow.outbox;

import java.time.Duration;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A message on its way out.
 *
 * @param id stays the same however often the message is sent, so that the receiver can tell a repetition
 * @param attempts how often sending it has failed before
 * @param sinceFirstTry how long ago it was sent for the first time, if it may have arrived then; null if it certainly has not
 */
public record OutboxMessage(
        UUID id,
        @Nullable UUID organisationId,
        String channel,
        UUID recordId,
        JsonNode payload,
        int attempts,
        @Nullable Duration sinceFirstTry) {}
