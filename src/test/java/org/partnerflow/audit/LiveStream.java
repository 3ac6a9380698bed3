package org.partnerflow.audit;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.partnerflow.Given;

/** What a user's open page is told. */
public final class LiveStream implements AutoCloseable {
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final InputStream stream;
    private volatile boolean ended;

    public LiveStream(URI product, String session) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(product.resolve("/api/events"))
                .header("Cookie", "partnerflow_session=" + session)
                .build();
        stream = http.send(request, BodyHandlers.ofInputStream()).body();
        Thread.ofVirtual().start(this::read);
    }

    public LiveStream(URI product, Given.TestUser user) throws IOException, InterruptedException {
        this(product, user.session());
    }

    private void read() {
        try (var reader = new java.io.BufferedReader(new java.io.InputStreamReader(stream, StandardCharsets.UTF_8))) {
            reader.lines()
                    .filter(line -> line.startsWith("data:"))
                    .filter(line -> !line.contains("heartbeat"))
                    .forEach(lines::add);
        } catch (IOException | java.io.UncheckedIOException cut) {
            // as ended as with a word
        }
        ended = true;
    }

    public List<String> told() {
        return lines;
    }

    public List<String> toldOf(Object record) {
        return lines.stream().filter(line -> line.contains(record.toString())).toList();
    }

    public boolean hasEnded() {
        return ended;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
