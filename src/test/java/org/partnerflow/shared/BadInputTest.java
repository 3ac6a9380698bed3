package org.partnerflow.shared;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.partnerflow.Given;
import org.partnerflow.Given.TestOrganisation;

import static org.assertj.core.api.Assertions.assertThat;

/** Input that cannot be read is answered in words, whatever it is. */
@QuarkusTest
@Tag("F7.7")
class BadInputTest {
    private static final String WRONG = "no-such-value";
    private static final String BOUNDARY = "multipart/form-data; boundary=xyz";

    private final TestOrganisation organisation = Given.organisation();

    private record Parameter(String method, String path, String name) {}

    @Test
    void everyParameterOfAQueryIsNamedWhenItIsWrong() {
        var softly = new SoftAssertions();
        var parameters = parameters();
        assertThat(parameters).hasSizeGreaterThan(30);
        for (var parameter : parameters) {
            var path = parameter
                    .path()
                    .replace("{number}", "1")
                    .replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
            var answers = new ArrayList<Integer>();
            for (var role : Role.values()) {
                var answer = organisation
                        .as(role)
                        .queryParam(parameter.name(), WRONG)
                        .request(parameter.method(), path);
                answers.add(answer.statusCode());
                if (answer.statusCode() == 400) {
                    softly.assertThat(answer.jsonPath().getList("violations.field"))
                            .as("%s", parameter)
                            .contains(parameter.name());
                }
            }
            softly.assertThat(answers).as("%s", parameter).contains(400).isSubsetOf(400, 403);
        }
        softly.assertAll();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nothing of a form",
                "--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\nName\nAcme",
                "--xyz\r\nContent-Disposition: form-data; name=\"file\"\r\nContent-Transfer-Encoding: base64\r\n\r\n###\r\n--xyz--",
                "--xyz\r\n:::\r\n\r\nName\r\n--xyz--",
                "--xyz--"
            })
    void brokenFormsAreBadRequests(String body) {
        for (var type : List.of(BOUNDARY, "multipart/form-data", "multipart/form-data; boundary=")) {
            var answer = RestAssured.given()
                    .cookie(
                            "partnerflow_session",
                            organisation.user(Role.BROKER).session())
                    .contentType(type)
                    .body(body.getBytes())
                    .post("/api/imports");
            assertThat(answer.statusCode()).as(type).isEqualTo(400);
            assertThat(answer.contentType()).startsWith("application/problem+json");
            assertThat(answer.asString()).doesNotContain("Exception");
        }
    }

    @Test
    void bodiesThatAreTooLongAreToldTheLimit() throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:%d/api/imports".formatted(RestAssured.port)))
                .header(
                        "Cookie",
                        "partnerflow_session=" + organisation.user(Role.BROKER).session())
                .header("Content-Type", BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[13_000_000]))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(answer.body()).contains("\"status\":413");
        }
    }

    @Test
    void longLinesAreNotSentBack() {
        var lines = List.of("x".repeat(6_000_000), "\"" + "y".repeat(6_000_000) + "\"z", "\"" + "z".repeat(6_000_000));
        for (var line : lines) {
            var answer = RestAssured.given()
                    .cookie(
                            "partnerflow_session",
                            organisation.user(Role.BROKER).session())
                    .multiPart("file", "long.csv", ("Name\n" + line).getBytes())
                    .post("/api/imports");
            assertThat(answer.asByteArray().length).isLessThan(10_000);
        }
        var answer = organisation
                .as(Role.BROKER)
                .body(Map.of("x".repeat(6_000_000), "y"))
                .post("/api/partner-accounts");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.asByteArray().length).isLessThan(10_000);
    }

    private static List<Parameter> parameters() {
        Map<String, Map<String, Map<String, Object>>> paths = RestAssured.given()
                .accept("application/json")
                .get("/api/openapi")
                .path("paths");
        var found = new ArrayList<Parameter>();
        paths.forEach((path, methods) -> methods.forEach((method, operation) -> {
            if (operation.get("parameters") instanceof List<?> all) {
                for (var one : all) {
                    var parameter = (Map<?, ?>) one;
                    if ("query".equals(parameter.get("in")) && isTyped((Map<?, ?>) parameter.get("schema"))) {
                        found.add(new Parameter(method, path, (String) parameter.get("name")));
                    }
                }
            }
        }));
        return found;
    }

    private static boolean isTyped(Map<?, ?> schema) {
        var text = schema.toString();
        return text.contains("#/components/schemas/")
                || text.contains("integer")
                || text.contains("boolean")
                || text.contains("date")
                || schema.get("enum") != null;
    }
}
