package org.partnerflow.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.Given;
import org.partnerflow.Given.TestOrganisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

/** Walks the OpenAPI document: each parameter of one value that is no text, in queries and in paths, refuses a value that is none of its type. */
@QuarkusTest
@Tag("F7.7")
class ParametersTest {
    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");
    private static final String BAD = "nonsense";

    /** @param upload whether it takes a form with a file instead of JSON */
    private record Typed(String method, String path, String name, boolean inPath, boolean upload) {
        @Override
        public String toString() {
            return "%s %s with a bad %s".formatted(method, path, name);
        }

        String address() {
            var address = PARAMETER
                    .matcher(path)
                    .replaceAll(found -> Matcher.quoteReplacement(
                            inPath && found.group(1).equals(name)
                                    ? BAD
                                    : UUID.randomUUID().toString()));
            return inPath ? address : address + "?" + name + "=" + BAD;
        }
    }

    @Test
    void eachNamesWhatItExpected() {
        var organisation = Given.organisation();
        var all = typed();
        assertThat(all).hasSizeGreaterThan(100);
        assertSoftly(softly -> all.forEach(parameter -> {
            var answer = call(organisation, parameter);
            softly.assertThat(answer.statusCode()).as("%s", parameter).isEqualTo(400);
            if (parameter.method().equals("GET") && !isAnotherBad(parameter)) {
                softly.assertThat(answer.asString())
                        .as("%s", parameter)
                        .contains("\"field\":\"%s\"".formatted(parameter.name()))
                        .contains("Expected ")
                        .contains(BAD);
            }
        }));
    }

    /** A path with a number before the parameter has an id there, which is refused first. */
    private static boolean isAnotherBad(Typed parameter) {
        return parameter.path().contains("{number}") && !parameter.name().equals("number");
    }

    private static List<Typed> typed() {
        Map<String, Object> document = RestAssured.given()
                .accept("application/json")
                .get("/api/openapi")
                .jsonPath()
                .getMap("$");
        var schemas = map(map(document.get("components")).get("schemas"));
        var found = new ArrayList<Typed>();
        map(document.get("paths")).forEach((path, operations) -> map(operations).forEach((method, operation) -> {
            if (Set.of("get", "post", "put", "delete").contains(method)) {
                for (var entry : (List<?>) map(operation).getOrDefault("parameters", List.of())) {
                    var parameter = map(entry);
                    if (isTyped(schemas, map(parameter.get("schema")))) {
                        found.add(new Typed(
                                method.toUpperCase(Locale.ROOT),
                                path,
                                (String) parameter.get("name"),
                                "path".equals(parameter.get("in")),
                                operation.toString().contains("multipart/form-data")));
                    }
                }
            }
        }));
        return found;
    }

    private static boolean isTyped(Map<String, Object> schemas, Map<String, Object> schema) {
        if (schema.containsKey("items")) {
            return isTyped(schemas, map(schema.get("items")));
        }
        if (schema.get("allOf") instanceof List<?> parts) {
            return isTyped(schemas, map(parts.getFirst()));
        }
        if (schema.get("$ref") instanceof String name) {
            return isTyped(schemas, map(schemas.get(name.substring(name.lastIndexOf('/') + 1))));
        }
        return !"string".equals(schema.get("type")) || schema.containsKey("enum") || schema.containsKey("format");
    }

    /** As the first of the roles who may call it. */
    private static Response call(TestOrganisation organisation, Typed parameter) {
        Response answer = null;
        for (var role : List.of(Role.ADMIN, Role.PARTNER, Role.TECHNICIAN, Role.CUSTOMER)) {
            var request = organisation.as(role);
            answer = parameter.upload()
                    ? request.contentType("multipart/form-data")
                            .multiPart("nothing", "")
                            .request(parameter.method(), parameter.address())
                    : parameter.method().equals("GET")
                            ? request.get(parameter.address())
                            : request.body("{}").request(parameter.method(), parameter.address());
            if (answer.statusCode() != 403) {
                return answer;
            }
        }
        return answer;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }
}
