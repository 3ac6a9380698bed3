package org.partnerflow;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Takes the traces that a node sends, as an OpenTelemetry collector does, without reading more of them than the texts. */
final class TraceCollector implements AutoCloseable {
    private static final int USUAL_BACKLOG = 0;
    private static final int WITHOUT_CONTENT = -1;

    private final HttpServer server;
    private final Queue<String> received = new ConcurrentLinkedQueue<>();

    TraceCollector() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), USUAL_BACKLOG);
        server.createContext("/v1/traces", this::take);
        server.start();
    }

    /** What a node needs to know to send its traces here. */
    Map<String, String> settings() {
        return Map.of(
                "quarkus.otel.sdk.disabled", "false",
                "quarkus.otel.exporter.otlp.protocol", "http/protobuf",
                "quarkus.otel.exporter.otlp.endpoint",
                        "http://127.0.0.1:" + server.getAddress().getPort(),
                "quarkus.otel.bsp.schedule.delay", "200ms");
    }

    /** Whether a trace came that names all of these: services, operations, attributes. */
    boolean hasOne(String... names) {
        return received.stream().anyMatch(trace -> Stream.of(names).allMatch(trace::contains));
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, WITHOUT_CONTENT);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
