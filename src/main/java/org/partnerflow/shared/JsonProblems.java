package org.partnerflow.shared;

import java.math.BigDecimal;
import java.time.temporal.TemporalAccessor;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Answers JSON that does not fit a form with the field and what was expected there. */
class JsonProblems {
    private static final int BEFORE_THE_LIBRARY = 1;

    @ServerExceptionMapper(
            value = {MismatchedInputException.class, InvalidFormatException.class, UnrecognizedPropertyException.class},
            priority = BEFORE_THE_LIBRARY)
    public Response mismatched(MismatchedInputException e) {
        return Problems.invalid(path(e), expectation(e)).toResponse();
    }

    private static String expectation(MismatchedInputException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown ->
                "Expected no field of this name, only %s."
                        .formatted(unknown.getKnownPropertyIds().stream()
                                .map(Object::toString)
                                .sorted()
                                .collect(Collectors.joining(", ")));
            case InvalidFormatException format
            when format.getTargetType().isEnum() ->
                "Expected one of %s."
                        .formatted(
                                java.util.Arrays.stream(format.getTargetType().getEnumConstants())
                                        .map(Object::toString)
                                        .collect(Collectors.joining(", ")));
            case InvalidFormatException format
            when TemporalAccessor.class.isAssignableFrom(format.getTargetType()) ->
                "Expected a time as in ISO 8601, of the years 1000 to 9999.";
            case InvalidFormatException format
            when format.getTargetType() == BigDecimal.class ->
                "Expected a number of at most %d digits.".formatted(JsonNumbers.MOST_DIGITS);
            case InvalidNullException missing -> "Expected a value, not null.";
            default ->
                e.getPath().isEmpty() ? "Expected one JSON object." : "Expected %s.".formatted(kind(e.getTargetType()));
        };
    }

    private static String kind(@Nullable Class<?> type) {
        if (type == null) {
            return "another form";
        }
        if (type == String.class) {
            return "a text";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == BigDecimal.class || type == double.class || type == Double.class) {
            return "a number";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "a whole number";
        }
        if (type == UUID.class) {
            return "an id";
        }
        return Iterable.class.isAssignableFrom(type) || type.isArray() ? "a list" : "a JSON object";
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }
}
