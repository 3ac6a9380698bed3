package org.partnerflow.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.restassured.RestAssured;

/** Walks the OpenAPI document: every operation that answers a list, without and with each of its filters. */
final class ListCalls {
    private static final Pattern PARAMETER = Pattern.compile("(.*?)/\\{(\\w+)}");
    /** A stream never ends; the others are no longer than a table of rules, or a file of the product. */
    private static final Set<String> NO_LISTS =
            Set.of("/api/events", "/api/workflows/templates", "/api/rule-sets/{ruleSet}/versions/{number}/differences");

    private static final int MOST = 200;

    private final Map<String, Object> ids;
    private final Map<String, Object> document = RestAssured.given()
            .accept("application/json")
            .get("/api/openapi")
            .jsonPath()
            .getMap("$");

    /** One address of a list. */
    record ListCall(String operation, String address) {}

    ListCalls(ListWorld world) {
        ids = world.ids();
    }

    /** Every list with as many rows as it gives at once. */
    List<ListCall> largest() {
        return operations()
                .map(path -> new ListCall(
                        path, with(path, required(path) + (hasParameter(path, "limit") ? "limit=" + MOST : ""))))
                .toList();
    }

    private String with(String path, String query) {
        return query.isEmpty() ? address(path) : address(path) + "?" + query;
    }

    /** What must be given, before other parameters. */
    private String required(String path) {
        return ((List<?>) read(path).getOrDefault("parameters", List.of()))
                .stream()
                        .map(ListCalls::map)
                        .filter(parameter ->
                                "query".equals(parameter.get("in")) && Boolean.TRUE.equals(parameter.get("required")))
                        .map(parameter -> parameter.get("name") + "=" + ids.get(parameter.get("name")) + "&")
                        .collect(Collectors.joining());
    }

    private boolean hasParameter(String path, String name) {
        return ((List<?>) read(path).getOrDefault("parameters", List.of()))
                .stream().anyMatch(parameter -> name.equals(map(parameter).get("name")));
    }

    /** Every list as it is first shown, and with each of its filters. */
    List<ListCall> filtered() {
        return operations()
                .flatMap(path -> Stream.concat(
                        Stream.of(new ListCall(path, with(path, required(path)))),
                        filters(path).stream().map(filter -> new ListCall(path, with(path, filter)))))
                .toList();
    }

    private Stream<String> operations() {
        return map(document.get("paths")).keySet().stream()
                .filter(path -> !NO_LISTS.contains(path))
                .filter(path -> !read(path).isEmpty() && answersAList(read(path)))
                .sorted();
    }

    private Map<String, Object> read(String path) {
        return map(map(map(document.get("paths")).get(path)).getOrDefault("get", Map.of()));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    /** An array, an object with an array in it that grows, or a file of lines. */
    private boolean answersAList(Map<String, Object> operation) {
        var content = Optional.ofNullable(map(operation.get("responses")).get("200"))
                .map(answer -> map(map(answer).get("content")))
                .orElse(Map.of());
        return content.containsKey("text/csv")
                || content.values().stream()
                        .map(type -> map(type).get("schema"))
                        .filter(schema -> schema != null)
                        .map(schema -> resolved(map(schema)))
                        .anyMatch(schema -> "array".equals(schema.get("type"))
                                || schema.get("properties") instanceof Map<?, ?> properties
                                        && (properties.containsKey("items") || properties.containsKey("columns")));
    }

    private Map<String, Object> resolved(Map<String, Object> schema) {
        return schema.get("$ref") instanceof String name
                ? map(map(map(document.get("components")).get("schemas"))
                        .get(name.substring(name.lastIndexOf('/') + 1)))
                : schema;
    }

    private String address(String path) {
        return PARAMETER
                .matcher(path)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1) + "/" + id(path, found)));
    }

    private String id(String path, java.util.regex.MatchResult found) {
        var known = ids.get(path.substring(0, found.end(1)));
        var named = known == null ? ids.get(found.group(2)) : known;
        if (named == null) {
            throw new AssertionError("Give ListWorld an id for {%s} of %s".formatted(found.group(2), path));
        }
        return named.toString();
    }

    private List<String> filters(String path) {
        var filters = new ArrayList<String>();
        for (var entry : (List<?>) read(path).getOrDefault("parameters", List.of())) {
            var parameter = map(entry);
            var name = (String) parameter.get("name");
            if ("query".equals(parameter.get("in")) && !Set.of("after", "limit").contains(name)) {
                values(name, parameter).forEach(value -> filters.add(name + "=" + value));
            }
        }
        return filters;
    }

    private List<?> values(String name, Map<String, Object> parameter) {
        var schema = map(parameter.get("schema"));
        if (schema.get("items") instanceof Map<?, ?> items) {
            schema = map(items);
        }
        if (schema.get("allOf") instanceof List<?> parts) {
            schema = map(parts.getFirst());
        }
        schema = resolved(schema);
        if (schema.get("enum") instanceof List<?> constants) {
            return constants;
        }
        if ("boolean".equals(schema.get("type"))) {
            return List.of(true, false);
        }
        var known = ids.get(name);
        if (known == null) {
            throw new AssertionError("Give ListWorld a value for the parameter %s".formatted(name));
        }
        return List.of(known);
    }
}
