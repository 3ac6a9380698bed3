package org.partnerflow.shared;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import org.jspecify.annotations.Nullable;

/**
 * How the API reads forms: as they are written. What is missing or null is no zero and no "no", a number is no text, no word of a list and
 * no yes, a list has no holes, a field is there once, and a text of which nothing can be seen is empty. What we have stored ourselves is
 * read as it was written.
 */
@Provider
public class StrictJson implements ContextResolver<ObjectMapper> {
    private static final Map<LogicalType, List<CoercionInputShape>> REFUSED = Map.of(
            LogicalType.Boolean,
                    List.of(
                            CoercionInputShape.Integer,
                            CoercionInputShape.Float,
                            CoercionInputShape.String,
                            CoercionInputShape.EmptyString),
            LogicalType.Integer,
                    List.of(CoercionInputShape.Float, CoercionInputShape.String, CoercionInputShape.EmptyString),
            LogicalType.Float, List.of(CoercionInputShape.String, CoercionInputShape.EmptyString),
            LogicalType.Textual,
                    List.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean));

    private final ObjectMapper json;

    @Inject
    StrictJson(ObjectMapper json) {
        this.json = json.copy()
                .enable(
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .setDefaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
                .registerModule(new SimpleModule("visible-texts").addDeserializer(String.class, new Visible()));
        REFUSED.forEach((type, shapes) ->
                shapes.forEach(shape -> this.json.coercionConfigFor(type).setCoercion(shape, CoercionAction.Fail)));
    }

    @Override
    public ObjectMapper getContext(Class<?> type) {
        return json;
    }

    private static final class Visible extends StdScalarDeserializer<String> {
        private static final long serialVersionUID = 1;

        Visible() {
            super(String.class);
        }

        @Override
        public @Nullable String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            var text = StringDeserializer.instance.deserialize(parser, context);
            return text == null || !NormalForm.of(text).isEmpty() ? text : "";
        }
    }
}
