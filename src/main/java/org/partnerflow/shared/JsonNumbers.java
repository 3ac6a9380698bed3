package org.partnerflow.shared;

import java.io.IOException;
import java.math.BigDecimal;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.NumberDeserializers.BigDecimalDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;

/** Refuses numbers that nobody means, naming the field: twelve characters such as 1e999999999 would be written out in a billion digits. */
@Singleton
class JsonNumbers implements ObjectMapperCustomizer {
    static final int MOST_DIGITS = 40;

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.registerModule(new SimpleModule("bounded-numbers").addDeserializer(BigDecimal.class, new Bounded()));
    }

    private static final class Bounded extends StdScalarDeserializer<BigDecimal> {
        private static final long serialVersionUID = 1;

        Bounded() {
            super(BigDecimal.class);
        }

        @Override
        public BigDecimal deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            var number = BigDecimalDeserializer.instance.deserialize(parser, context);
            if (number != null && (number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_DIGITS)) {
                throw context.weirdNumberException(number, BigDecimal.class, "Expected fewer digits");
            }
            return number;
        }
    }
}
