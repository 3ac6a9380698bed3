package org.partnerflow.shared;

import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;

import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/**
 * Answers a parameter of a query or a path, or a part of a form with files, that is none of its type with its name, what was expected,
 * and what was sent.
 */
@Provider
public class ParameterProblems implements ParamConverterProvider {
    private static final int MOST_NAMED = 30;
    private static final int LONGEST_ECHO = 60;
    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);

    @Override
    public <T> @Nullable ParamConverter<T> getConverter(
            Class<T> type, Type genericType, Annotation @Nullable [] annotations) {
        var name = annotations == null
                ? null
                : Arrays.stream(annotations)
                        .map(ParameterProblems::name)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
        return name == null ? null : converter(type, name);
    }

    private static @Nullable String name(Annotation annotation) {
        return switch (annotation) {
            case QueryParam query -> query.value();
            case PathParam path -> path.value();
            case FormParam form -> form.value();
            case RestForm form -> form.value();
            default -> null;
        };
    }

    @SuppressWarnings("unchecked")
    private static <T> @Nullable ParamConverter<T> converter(Class<T> type, String name) {
        if (type == UUID.class) {
            return (ParamConverter<T>)
                    new Checked<>(name, type.isPrimitive(), "an id such as %s".formatted(new UUID(0, 0)), text -> {
                        if (!UUID_FORM.matcher(text).matches()) {
                            throw new IllegalArgumentException(text);
                        }
                        return UUID.fromString(text);
                    });
        }
        if (type == Integer.class || type == int.class) {
            return (ParamConverter<T>) new Checked<>(name, type.isPrimitive(), "a whole number", Integer::valueOf);
        }
        if (type == Boolean.class || type == boolean.class) {
            return (ParamConverter<T>)
                    new Checked<>(name, type.isPrimitive(), "true or false", ParameterProblems::flag);
        }
        if (type == Instant.class) {
            return (ParamConverter<T>)
                    new Checked<>(name, type.isPrimitive(), "a time such as 2026-03-01T09:30:00Z", Dates::instant);
        }
        if (type == LocalDate.class) {
            return (ParamConverter<T>) new Checked<>(name, type.isPrimitive(), "a day such as 2026-03-01", Dates::day);
        }
        if (type.isEnum()) {
            return new Checked<>(name, type.isPrimitive(), "one of " + values(type), text -> constant(type, text));
        }
        return null;
    }

    private static String values(Class<?> type) {
        var values =
                Arrays.stream(type.getEnumConstants()).map(Object::toString).toList();
        return values.size() <= MOST_NAMED
                ? String.join(", ", values)
                : "%d values, such as %s".formatted(values.size(), String.join(", ", values.subList(0, 3)));
    }

    private static <T> T constant(Class<T> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(text));
    }

    private static Boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private record Checked<T>(String name, boolean needed, String expected, Function<String, T> parser)
            implements ParamConverter<T> {
        @Override
        public @Nullable T fromString(@Nullable String text) {
            if (text == null || text.isBlank() && !needed) {
                return null;
            }
            try {
                return parser.apply(text);
            } catch (IllegalArgumentException | DateTimeException e) {
                var message = "Expected %s, but it is \"%s\".".formatted(expected, Texts.cut(text, LONGEST_ECHO));
                throw new WebApplicationException(
                        Problems.invalid(name, message).toResponse());
            }
        }

        @Override
        public String toString(T value) {
            return value.toString();
        }
    }
}
