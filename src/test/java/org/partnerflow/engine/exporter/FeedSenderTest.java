package org.partnerflow.engine.exporter;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The broker's end of the feed with nodes of the application that come and go. */
@Tag("without-database")
@Tag("F5.3")
class FeedSenderTest {
    private static final String SECRET = "a secret that only this test knows, 32";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private final FeedBuffer buffer = new FeedBuffer(Duration.ofDays(1).toNanos(), 0, -1, System.nanoTime());
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicInteger answer = new AtomicInteger(204);
    private final List<String> stored = new CopyOnWriteArrayList<>();
    private HttpServer node;
    private Thread sender;

    @BeforeEach
    void startNode() throws IOException {
        node = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        node.createContext("/api/engine-feed", this::take);
        node.start();
    }

    @AfterEach
    void stop() {
        sender.interrupt();
        node.stop(0);
    }

    @Test
    @DisplayName("what a node did not store is told again, in order, and acknowledged only then")
    void tellsAgain() {
        answer.set(503);
        send(List.of(url()), null);
        buffer.offer(7, "{\"position\":7}", System.nanoTime());
        buffer.offer(8, "{\"position\":8}", System.nanoTime());
        await().atMost(PATIENCE).until(() -> stored.size() >= 2);
        assertThat(acknowledged.get()).isLessThan(7);

        answer.set(204);
        await().atMost(PATIENCE).until(() -> acknowledged.get() == 8);
        assertThat(stored.getLast()).contains("\"records\":[{\"position\":7},{\"position\":8}]");
    }

    @Test
    @DisplayName("a node that is gone is passed over, and one that comes is found by the file")
    void findsTheNodeThatIsThere() throws IOException {
        var file = folder.resolve("addresses");
        send(List.of(URI.create("http://127.0.0.1:1")), file);
        buffer.offer(7, "{\"position\":7}", System.nanoTime());
        assertThat(acknowledged.get()).isLessThan(7);

        Files.writeString(file, "http://127.0.0.1:2\n" + url() + "\n");
        await().atMost(PATIENCE).until(() -> acknowledged.get() == 7);
    }

    @Test
    @DisplayName("what the application need not know is acknowledged without a word")
    void passesOver() {
        send(List.of(url()), null);
        buffer.pass(11);
        await().atMost(PATIENCE).until(() -> acknowledged.get() == 11);
    }

    private URI url() {
        return URI.create("http://127.0.0.1:" + node.getAddress().getPort());
    }

    private void send(List<URI> urls, Path file) {
        var settings = new FeedSettings(urls, file, SECRET, Duration.ofDays(1));
        sender = Thread.ofPlatform()
                .daemon()
                .start(new FeedSender(
                        settings,
                        3,
                        buffer,
                        (position, told) -> acknowledged.set(position),
                        LoggerFactory.getLogger(FeedSenderTest.class)));
    }

    private void take(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        var headers = exchange.getRequestHeaders();
        boolean signed = FeedSignature.isRight(
                headers.getFirst(FeedSignature.SIGNATURE_HEADER),
                SECRET,
                headers.getFirst(FeedSignature.TIME_HEADER),
                body);
        var text = new String(body, StandardCharsets.UTF_8);
        if (text.contains("position")) {
            stored.add(text);
        }
        exchange.sendResponseHeaders(signed ? answer.get() : 401, -1);
        exchange.close();
    }
}
