package org.partnerflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;
import static org.hamcrest.Matchers.containsString;

/** Walks the OpenAPI document: every operation as every role, as nobody and as a stranger, against the lines in resources/operations. */
@QuarkusTest
class OperationsTest {
    private static final Path EXPECTATIONS = Path.of("src/test/resources/operations");
    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]+}");
    /** Streams never end by themselves: that they open is shown by tests of their own. */
    private static final Set<String> STREAMS = Set.of("GET /api/events");

    /** @param upload whether it takes a form with a file instead of JSON */
    private record Operation(String method, String path, boolean upload) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /** Who may call an operation: everybody, or roles. */
    private record Expectation(boolean everybody, Set<Role> roles) {}

    @Test
    @Tag("X6")
    void everyOperationHasAnExpectation() {
        assertThat(expectations().keySet())
                .as("lines in %s and operations in the OpenAPI document", EXPECTATIONS)
                .containsExactlyInAnyOrderElementsOf(
                        operations().stream().map(Operation::toString).toList());
    }

    @Test
    @Tag("X7")
    void tellsWhatWaitsInTheMetrics() {
        Given.nobody()
                .get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("partnerflow_outbox_waiting{channel=\"process\"}"));
    }

    @Test
    @DisplayName("21: nobody reaches anything but the few open operations")
    void refusesNobody() {
        assertSoftly(softly -> each((operation, expectation) -> {
            int status = call(Given.nobody(), operation).statusCode();
            if (expectation.everybody()) {
                softly.assertThat(status)
                        .as("%s as nobody", operation)
                        .isNotIn(401, 403)
                        .isLessThan(500);
            } else {
                softly.assertThat(status).as("%s as nobody", operation).isEqualTo(401);
            }
        }));
    }

    @Test
    @DisplayName("21: every role reaches just what the table says, and no call ends in a fault of the server")
    @Tag("X1")
    void keepsToTheTableForEveryRole() {
        var organisation = Given.organisation();
        assertSoftly(softly -> each((operation, expectation) -> {
            for (var role : Role.values()) {
                var user = Given.nobody()
                        .cookie(
                                "partnerflow_session",
                                operation.path().startsWith("/api/session")
                                        ? organisation.user(role).logIn()
                                        : organisation.user(role).session());
                int status = call(user, operation).statusCode();
                var what = softly.assertThat(status).as("%s as %s", operation, role);
                if (expectation.everybody() || expectation.roles().contains(role)) {
                    what.isNotIn(401, 403).isLessThan(500);
                } else {
                    what.isEqualTo(403);
                }
            }
        }));
    }

    @Test
    @DisplayName("23: no spelling of a path goes around the permissions")
    void refusesStrangeSpellings() {
        var partner = Given.organisation().user(Role.PARTNER);
        var spellings = List.of(
                "/api/users;x",
                "/api/users%3Bx",
                "//api/users",
                "/api/./users",
                "/api%2Fusers",
                "/api%5Cusers",
                "/API/users",
                "/api/users.",
                "/api/users/",
                "/api/x/../users",
                "/./api/users");
        for (var spelling : spellings) {
            assertThat(partner.api().urlEncodingEnabled(false).get(spelling).statusCode())
                    .as(spelling)
                    .isNotEqualTo(200);
            assertThat(Given.nobody().urlEncodingEnabled(false).get(spelling).statusCode())
                    .as(spelling)
                    .isNotEqualTo(200);
        }
    }

    private static void each(java.util.function.BiConsumer<Operation, Expectation> check) {
        var expectations = expectations();
        operations().stream()
                .filter(operation -> expectations.containsKey(operation.toString()))
                .filter(operation -> !STREAMS.contains(operation.toString()))
                .forEach(operation -> check.accept(operation, expectations.get(operation.toString())));
    }

    /** Calls with ids that no record has and an empty form: what is asked here is who gets through, not what comes of it. */
    private static Response call(RequestSpecification caller, Operation operation) {
        var path = PARAMETER
                .matcher(operation.path())
                .replaceAll(Matcher.quoteReplacement(UUID.randomUUID().toString()));
        if (operation.upload()) {
            return caller.contentType("multipart/form-data")
                    .multiPart("nothing", "")
                    .request(operation.method(), path);
        }
        var request = operation.method().equals("GET") ? caller : caller.body("{}");
        return request.request(operation.method(), path);
    }

    private static List<Operation> operations() {
        Map<String, Map<String, Object>> paths = RestAssured.given()
                .accept("application/json")
                .get("/api/openapi")
                .path("paths");
        return paths.entrySet().stream()
                .flatMap(path -> path.getValue().keySet().stream()
                        .filter(method ->
                                Set.of("get", "post", "put", "delete", "patch").contains(method))
                        .map(method -> new Operation(
                                method.toUpperCase(),
                                path.getKey(),
                                path.getValue().get(method).toString().contains("multipart/form-data"))))
                .toList();
    }

    private static Map<String, Expectation> expectations() {
        try (Stream<Path> files = Files.list(EXPECTATIONS)) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .flatMap(OperationsTest::lines)
                    .filter(line -> !line.isBlank())
                    .map(line -> line.strip().split("\\s+"))
                    .collect(Collectors.toMap(
                            words -> words[0] + " " + words[1],
                            words -> expectation(Arrays.copyOfRange(words, 2, words.length)),
                            (one, two) -> {
                                throw new IllegalStateException("two lines for one operation");
                            },
                            TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Expectation expectation(String[] who) {
        return switch (who[0]) {
            case "everybody" -> new Expectation(true, Set.of());
            case "anybody" -> new Expectation(false, EnumSet.allOf(Role.class));
            default ->
                new Expectation(false, Arrays.stream(who).map(Role::valueOf).collect(Collectors.toSet()));
        };
    }
}
