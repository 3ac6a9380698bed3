package org.partnerflow;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;

/** Walks the OpenAPI document: a number or a yes-or-no of a form that is missing or null is refused and named, never taken for 0 or no. */
@QuarkusTest
@Tag("F10.7")
class RequiredFieldsTest {
    private static final Set<String> METHODS = Set.of("post", "put", "patch", "delete");
    private static final int DEEPEST = 8;

    private final Given.TestOrganisation organisation = Given.organisation();

    /** @param path the names from the body down, {@code 0} for the one element of a list */
    private record Field(String method, String operation, Map<String, Object> body, List<String> path) {
        String name() {
            return path.getLast();
        }

        @Override
        public String toString() {
            return "%s %s: %s".formatted(method, operation, String.join(".", path));
        }
    }

    @Test
    @DisplayName("every number and yes-or-no of every form, left out and null")
    void missingIsNoDefault() {
        var fields = new Document(RestAssured.given()
                        .accept("application/json")
                        .get("/api/openapi")
                        .jsonPath())
                .fields();
        assertThat(fields).hasSizeGreaterThan(20);

        SoftAssertions.assertSoftly(softly -> fields.forEach(field -> {
            expectRefused(softly, field, "missing", without(field.body(), field.path(), false));
            expectRefused(softly, field, "null", without(field.body(), field.path(), true));
        }));
    }

    @Test
    @DisplayName("every number and yes-or-no of every form with files, left out, empty and another word")
    void missingInAFormWithFilesIsNoDefault() {
        var document = new Document(RestAssured.given()
                .accept("application/json")
                .get("/api/openapi")
                .jsonPath());
        var parts = document.partsOfFormsWithFiles();
        assertThat(parts).extracting(Field::name).contains("shared");

        SoftAssertions.assertSoftly(
                softly -> parts.forEach(part -> Stream.of(null, "", "yes").forEach(value -> {
                    var answer = callWithFile(part, value);
                    softly.assertThat(answer.statusCode())
                            .as("%s: %s: %s", part, value, answer.asString())
                            .isEqualTo(400);
                    softly.assertThat(answer.<List<String>>path("violations.field"))
                            .as("%s: %s: %s", part, value, answer.asString())
                            .containsExactly(part.name());
                })));
    }

    private Response callWithFile(Field part, @Nullable String value) {
        var request = organisation
                .as(Role.ADMIN)
                .contentType(ContentType.MULTIPART)
                .multiPart("file", "a.txt", "text".getBytes(StandardCharsets.UTF_8));
        if (value != null) {
            request.multiPart(part.name(), value);
        }
        return request.request(
                part.method(),
                part.operation().replaceAll("\\{[^}]+}", UUID.randomUUID().toString()));
    }

    private void expectRefused(SoftAssertions softly, Field field, String what, Object body) {
        var answer = call(field, body);
        softly.assertThat(answer.statusCode()).as("%s %s", field, what).isEqualTo(400);
        if (answer.statusCode() == 400) {
            List<String> named = answer.path("violations.field");
            softly.assertThat(named)
                    .as("%s %s: %s", field, what, answer.asString())
                    .anySatisfy(name -> assertThat(name).endsWith(field.name()));
        }
    }

    /** As whoever is let through. */
    private Response call(Field field, Object body) {
        var path = field.operation().replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
        Response answer = null;
        for (var role : List.of(Role.ADMIN, Role.PARTNER, Role.CUSTOMER)) {
            answer = organisation.as(role).body(body).request(field.method(), path);
            if (answer.statusCode() != 403) {
                return answer;
            }
        }
        return answer;
    }

    @SuppressWarnings("unchecked")
    private static Object without(Object body, List<String> path, boolean asNull) {
        var step = path.getFirst();
        var rest = path.subList(1, path.size());
        if (body instanceof List<?> list) {
            return List.of(without(list.getFirst(), rest, asNull));
        }
        var copy = new LinkedHashMap<>((Map<String, Object>) body);
        if (!rest.isEmpty()) {
            copy.put(step, without(copy.get(step), rest, asNull));
        } else if (asNull) {
            copy.put(step, null);
        } else {
            copy.remove(step);
        }
        return copy;
    }

    /** The OpenAPI document, with an example of every form. */
    private record Document(JsonPath json) {
        @SuppressWarnings("unchecked")
        List<Field> fields() {
            var fields = new ArrayList<Field>();
            Map<String, Map<String, Object>> paths = json.get("paths");
            paths.forEach((path, operations) -> operations.forEach((method, operation) -> {
                var schema = JsonPath.from(asJson(Map.of("o", operation)))
                        .<Map<String, Object>>get("o.requestBody.content.'application/json'.schema");
                if (METHODS.contains(method) && schema != null && example(schema, 0) instanceof Map<?, ?> body) {
                    primitives(schema, List.of())
                            .forEach(found -> fields.add(new Field(
                                    method.toUpperCase(java.util.Locale.ROOT),
                                    path,
                                    (Map<String, Object>) body,
                                    found)));
                }
            }));
            return fields;
        }

        List<Field> partsOfFormsWithFiles() {
            var fields = new ArrayList<Field>();
            Map<String, Map<String, Object>> paths = json.get("paths");
            paths.forEach((path, operations) -> operations.forEach((method, operation) -> {
                var schema = JsonPath.from(asJson(Map.of("o", operation)))
                        .<Map<String, Object>>get("o.requestBody.content.'multipart/form-data'.schema");
                if (schema != null) {
                    primitives(schema, List.of())
                            .forEach(found -> fields.add(
                                    new Field(method.toUpperCase(java.util.Locale.ROOT), path, Map.of(), found)));
                }
            }));
            return fields;
        }

        private List<List<String>> primitives(Map<String, Object> schema, List<String> path) {
            var found = new ArrayList<List<String>>();
            if (path.size() > DEEPEST || isNullable(schema)) {
                return found;
            }
            var resolved = resolved(schema);
            if (resolved.get("items") instanceof Map<?, ?> items) {
                return primitives(cast(items), with(path, "0"));
            }
            if (resolved.get("properties") instanceof Map<?, ?> properties) {
                cast(properties)
                        .forEach((name, property) -> found.addAll(primitives(cast(property), with(path, name))));
            }
            boolean isPrimitive = Set.of("integer", "number", "boolean").contains(resolved.get("type"));
            if (isPrimitive && !path.isEmpty() && !path.getLast().equals("0")) {
                found.add(path);
            }
            return found;
        }

        private Object example(Map<String, Object> schema, int depth) {
            var resolved = resolved(schema);
            if (resolved.get("enum") instanceof List<?> values) {
                return values.getFirst();
            }
            if (resolved.get("anyOf") instanceof List<?> any) {
                return example(cast(any.getFirst()), depth);
            }
            var type = resolved.get("type") instanceof List<?> types ? types.getFirst() : resolved.get("type");
            return switch (String.valueOf(type)) {
                case "boolean" -> true;
                case "integer", "number" -> 1;
                case "array" -> depth > DEEPEST ? List.of() : List.of(example(cast(resolved.get("items")), depth + 1));
                case "object" -> object(resolved, depth);
                default -> text(String.valueOf(resolved.get("format")));
            };
        }

        private Map<String, Object> object(Map<String, Object> schema, int depth) {
            var object = new LinkedHashMap<String, Object>();
            if (depth <= DEEPEST && schema.get("properties") instanceof Map<?, ?> properties) {
                cast(properties).forEach((name, property) -> object.put(name, example(cast(property), depth + 1)));
            }
            return object;
        }

        private static String text(String format) {
            return switch (format) {
                case "uuid" -> UUID.randomUUID().toString();
                case "date" -> "2026-01-31";
                case "date-time" -> "2026-01-31T10:00:00Z";
                case "time", "local-time" -> "10:00:00";
                default -> "text";
            };
        }

        private Map<String, Object> resolved(Map<String, Object> schema) {
            return schema.get("$ref") instanceof String reference
                    ? json.get("components.schemas.'%s'".formatted(reference.substring(reference.lastIndexOf('/') + 1)))
                    : schema;
        }

        private static boolean isNullable(Map<String, Object> schema) {
            return schema.containsKey("anyOf") || schema.get("type") instanceof List<?> types && types.contains("null");
        }

        private static List<String> with(List<String> path, String step) {
            var longer = new ArrayList<>(path);
            longer.add(step);
            return longer;
        }

        @SuppressWarnings("unchecked")
        private static Map<String, Object> cast(Object map) {
            return (Map<String, Object>) map;
        }

        private static String asJson(Object value) {
            try {
                return new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(value);
            } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
