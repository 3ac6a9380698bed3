package org.partnerflow.engine.exporter;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * The arguments of the exporter.
 *
 * @param urls of the nodes of the application, tried in turn
 * @param urlFile a file with further ones, a line each, the newest last; read anew at each try, as nodes come and go
 * @param secret shared with the application
 * @param keepFor how long the broker keeps its log for an application that is away; then the oldest is let go
 */
record FeedSettings(List<URI> urls, @Nullable Path urlFile, String secret, Duration keepFor) {

    static FeedSettings of(Map<String, Object> arguments) {
        var given = new TreeMap<String, Object>(String.CASE_INSENSITIVE_ORDER);
        given.putAll(arguments);
        var urls = Arrays.stream(String.valueOf(given.getOrDefault("urls", "")).split("[,\\s]+"))
                .filter(url -> !url.isBlank())
                .map(URI::create)
                .toList();
        var file = given.get("urlFile");
        if (urls.isEmpty() && file == null) {
            throw new IllegalArgumentException(
                    "Expected the argument 'urls' (for example http://node-1:8080,http://node-2:8080) or 'urlFile'.");
        }
        var secret = String.valueOf(given.getOrDefault("secret", ""));
        if (secret.length() < FeedSignature.SHORTEST_SECRET) {
            throw new IllegalArgumentException(
                    "Expected the argument 'secret' with at least %d characters, the same as PARTNERFLOW_ENGINE_FEED_SECRET of the application."
                            .formatted(FeedSignature.SHORTEST_SECRET));
        }
        return new FeedSettings(
                urls,
                file == null ? null : Path.of(file.toString()),
                secret,
                Duration.parse(given.getOrDefault("keepFor", "PT24H").toString()));
    }

    /** Where to tell now, the likeliest first. */
    List<URI> addresses() {
        var all = new LinkedHashSet<URI>();
        if (urlFile != null) {
            all.addAll(linesOf(urlFile).reversed());
        }
        all.addAll(urls);
        return List.copyOf(all);
    }

    private static List<URI> linesOf(Path file) {
        try {
            var found = new ArrayList<URI>();
            for (var line : Files.readAllLines(file)) {
                if (!line.isBlank()) {
                    found.add(URI.create(line.strip()));
                }
            }
            return found;
        } catch (IOException | IllegalArgumentException notYet) {
            return List.of();
        }
    }
}
