package org.partnerflow.rules;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Tables, facts and rulings as they are stored. Reads what older releases wrote: fields that are gone are passed over, new ones are empty. */
@ApplicationScoped
class RuleJson {
    @Inject
    ObjectMapper json;

    String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Expected something that can be written as JSON", e);
        }
    }

    <T> T read(String text, Class<T> type) {
        try {
            return json.readerFor(type)
                    .without(
                            DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                            DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                            DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .readValue(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Expected a stored " + type.getSimpleName(), e);
        }
    }
}
