package org.partnerflow.shared;

import jakarta.inject.Inject;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * How the API reads forms: a number or a yes-or-no that is missing or null is no zero and no "no", whoever sends a form has to say it.
 * What we have stored ourselves is read as it was written.
 */
@Provider
public class StrictJson implements ContextResolver<ObjectMapper> {
    private final ObjectMapper json;

    @Inject
    StrictJson(ObjectMapper json) {
        this.json = json.copy().enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
    }

    @Override
    public ObjectMapper getContext(Class<?> type) {
        return json;
    }
}
