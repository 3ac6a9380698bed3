package org.partnerflow.shared.http;

import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.Given;
import org.partnerflow.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.lessThan;

@QuarkusTest
class RequestBodiesTest {
    private static final int MORE_THAN_THERE_ARE_THREADS = 250;
    private static final int LIMIT = 2 * 1024 * 1024;
    private static final long PROMPT_MILLIS = 5_000;

    @TestHTTPResource
    URL product;

    private final List<Socket> connections = new ArrayList<>();

    @AfterEach
    void hangUp() throws IOException {
        for (var connection : connections) {
            connection.close();
        }
    }

    @Test
    @DisplayName("250 bodies of nobody that never end keep no one else waiting")
    @Tag("F11.4")
    void slowBodiesKeepNobodyWaiting() throws IOException {
        var user = Given.organisation().user(Role.ADMIN);
        for (int i = 0; i < MORE_THAN_THERE_ARE_THREADS; i++) {
            send("POST /api/session", "", 1000, "{\"email\": ");
        }

        Given.nobody()
                .get("/q/health/ready")
                .then()
                .time(lessThan(PROMPT_MILLIS))
                .statusCode(200);
        assertThat(user.logIn()).isNotEmpty();
        user.api().get("/api/deals").then().time(lessThan(PROMPT_MILLIS)).statusCode(200);
    }

    @Test
    @DisplayName("250 bodies of somebody that never end keep no one else waiting either")
    @Tag("F11.4")
    void slowBodiesOfUsersKeepNobodyWaiting() throws IOException {
        var user = Given.organisation().user(Role.ADMIN);
        var cookie = "Cookie: partnerflow_session=" + user.session() + "\r\n";
        for (int i = 0; i < MORE_THAN_THERE_ARE_THREADS; i++) {
            send("POST /api/deals", cookie, 1000, "{\"name\": ");
        }

        Given.nobody()
                .get("/q/health/ready")
                .then()
                .time(lessThan(PROMPT_MILLIS))
                .statusCode(200);
        user.api().get("/api/deals").then().time(lessThan(PROMPT_MILLIS)).statusCode(200);
    }

    @Test
    @DisplayName("a body that does not come in time is answered with 408, and its connection ends")
    @Tag("F11.4")
    void givesUpWhatDoesNotCome() throws IOException {
        var begun = Instant.now();
        var slow = send("POST /api/session", "", 1000, "{");

        var answer = new String(slow.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(answer).startsWith("HTTP/1.1 408").contains("application/problem+json", "within 10 seconds");
        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    @DisplayName("what is too large is refused with the limit, announced or not")
    @Tag("F11.4")
    void refusesWhatIsTooLarge() throws IOException {
        var announced = send("POST /api/session", "", LIMIT + 1, "{");
        assertThat(new String(announced.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .startsWith("HTTP/1.1 413")
                .contains("Expected at most 2048 KB");

        var chunk = "%x\r\n%s\r\n".formatted(LIMIT + 1, "x".repeat(LIMIT + 1));
        var chunked = connect();
        chunked.getOutputStream()
                .write(("POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                                + "Transfer-Encoding: chunked\r\n\r\n" + chunk)
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(new String(chunked.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .startsWith("HTTP/1.1 413");
    }

    @Test
    @DisplayName("a user's request may have 12 MB, and a larger one is refused in words")
    @Tag("F11.4")
    void usersMaySendMore() {
        var user = Given.organisation().user(Role.ADMIN);
        user.api()
                .body("\"" + "x".repeat(LIMIT * 2) + "\"")
                .post("/api/deals")
                .then()
                .statusCode(400);
        user.api()
                .contentType(ContentType.JSON)
                .body("\"" + "x".repeat(13 * 1024 * 1024) + "\"")
                .post("/api/deals")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("detail", containsString("12288 KB"));
    }

    @Test
    @DisplayName("a client that would rather speak HTTP/2 is understood, with and without a body")
    void understandsAnUpgradeToHttp2() throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var read = HttpRequest.newBuilder(product.toURI().resolve("/q/health/live"));
            assertThat(http.send(read.build(), BodyHandlers.ofString()).statusCode())
                    .isEqualTo(200);
            var write = HttpRequest.newBuilder(product.toURI().resolve("/api/session"))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{\"email\": \"a@b.example\", \"password\": \"wrong\"}"));
            for (int i = 0; i < 2; i++) {
                assertThat(http.send(write.build(), BodyHandlers.ofString()).statusCode())
                        .isEqualTo(403);
            }
        }
    }

    /** Sends the head of a request and the beginning of its body, and no more. */
    private Socket send(String request, String headers, int length, String beginning) throws IOException {
        var connection = connect();
        var text = "%s HTTP/1.1\r\nHost: x\r\n%sContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(request, headers, length, beginning);
        connection.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        return connection;
    }

    private Socket connect() throws IOException {
        var connection = new Socket(product.getHost(), product.getPort());
        connection.setSoTimeout(30_000);
        connections.add(connection);
        return connection;
    }
}
