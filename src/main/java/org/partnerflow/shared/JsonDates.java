package org.partnerflow.shared;

import java.io.IOException;
import java.time.temporal.TemporalAccessor;
import java.util.Set;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;

/** Refuses times in forms that the database cannot keep, naming the field. */
@Singleton
class JsonDates implements ObjectMapperCustomizer {
    private static final Set<Class<?>> TIMES = Set.of(
            java.time.Instant.class,
            java.time.LocalDate.class,
            java.time.LocalDateTime.class,
            java.time.OffsetDateTime.class,
            java.time.ZonedDateTime.class);

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.registerModule(
                new SimpleModule("storable-times").setDeserializerModifier(new BeanDeserializerModifier() {
                    @Override
                    public JsonDeserializer<?> modifyDeserializer(
                            DeserializationConfig config, BeanDescription type, JsonDeserializer<?> deserializer) {
                        return TIMES.contains(type.getBeanClass()) ? new Storable(deserializer) : deserializer;
                    }
                }));
    }

    private static final class Storable extends DelegatingDeserializer {
        Storable(JsonDeserializer<?> any) {
            super(any);
        }

        @Override
        protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> any) {
            return new Storable(any);
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            var value = super.deserialize(parser, context);
            if (value instanceof TemporalAccessor time && !Dates.isStorable(time)) {
                throw context.weirdStringException(
                        String.valueOf(value), handledType(), "Expected a time of the years 1000 to 9999");
            }
            return value;
        }
    }
}
