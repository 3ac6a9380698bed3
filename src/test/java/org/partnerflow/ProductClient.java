package org.partnerflow;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

/** Uses a node of the product over REST, as somebody or as nobody. */
public final class ProductClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Runnable::run)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final URI address;
    private final @Nullable String session;

    /** @param session the cookie of a log-in, null for nobody */
    ProductClient(URI address, @Nullable String session) {
        this.address = address;
        this.session = session;
    }

    /** The same person with the same session at another node. */
    public ProductClient at(ProductProcess node) {
        return new ProductClient(node.address(), session);
    }

    /**
     * The JSON that is answered.
     *
     * @throws IllegalStateException when it is answered, but not a success
     */
    public JsonNode request(String method, String path, @Nullable Object form)
            throws IOException, InterruptedException {
        var response = send(method, path, form);
        if (response.statusCode() >= 300) {
            throw new IllegalStateException("Expected a success of %s %s, but the answer was %d: %s"
                    .formatted(method, path, response.statusCode(), response.body()));
        }
        return JSON.readTree(response.body().isEmpty() ? "null" : response.body());
    }

    public HttpResponse<String> send(String method, String path, @Nullable Object form)
            throws IOException, InterruptedException {
        var request = to(path).timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .method(method, form == null ? BodyPublishers.noBody() : BodyPublishers.ofString(text(form)));
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    /** What is answered, as it comes; whoever opens it closes it. */
    public InputStream stream(String path) throws IOException, InterruptedException {
        return HTTP.send(to(path).build(), BodyHandlers.ofInputStream()).body();
    }

    private HttpRequest.Builder to(String path) {
        var request = HttpRequest.newBuilder(address.resolve(path));
        return session == null ? request : request.header("Cookie", session);
    }

    private static String text(Object form) {
        try {
            return JSON.writeValueAsString(form);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
