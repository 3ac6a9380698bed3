package org.partnerflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import org.partnerflow.embedded.LocalServices;

/**
 * A broker that belongs to one test class, with a schema of its own in the database of the tests. A test can lose the broker's data and begin
 * with an empty one; a system property tells it so, as it lives in another class loader.
 */
public class OwnEngine implements QuarkusTestResourceLifecycleManager {
    private static final String EMPTY = "partnerflow.test.empty-engine";

    private final Path data = Path.of("target", "test-services", "own-engine-" + Given.unique());
    private LocalServices services;
    private Link link;
    private volatile boolean stopped;

    /** The broker is there again when this returns, and knows nothing. */
    public static void empty() {
        System.setProperty(EMPTY, "true");
        while (Boolean.getBoolean(EMPTY)) {
            LockSupport.parkNanos(50_000_000);
        }
    }

    /** After the services of all tests: what this says of engine and database counts. */
    @Override
    public int order() {
        return 100;
    }

    @Override
    public Map<String, String> start() {
        var configuration = new HashMap<>(TestServices.configuration());
        services = LocalServices.start(LocalServices.Settings.forTests(data, true));
        var own = services.configuration();
        try {
            var gateway = URI.create(own.get(LocalServices.BROKER));
            link = new Link(gateway.getHost(), gateway.getPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        own.forEach((name, value) -> {
            if (name.startsWith("partnerflow.engine.feed")) {
                configuration.put(name, value);
            }
        });
        configuration.put(LocalServices.BROKER, "http://127.0.0.1:" + link.port());
        configuration.computeIfPresent(
                "quarkus.datasource.jdbc.url",
                (name, url) -> url.replaceFirst(
                        "/partnerflow\\b\\??",
                        "/own_engine_" + Given.unique().replace('-', '_') + "?createDatabaseIfNotExist=true&"));
        Thread.ofPlatform().daemon().name("own-engine").start(this::obey);
        return configuration;
    }

    @Override
    public void stop() {
        stopped = true;
        services.close();
    }

    private void obey() {
        while (!stopped) {
            if (Boolean.getBoolean(EMPTY)) {
                beginWithNothing();
                System.clearProperty(EMPTY);
            }
            LockSupport.parkNanos(50_000_000);
        }
    }

    private void beginWithNothing() {
        try {
            link.cut();
            services.close();
            delete(data.resolve("zeebe").resolve("data"));
            services = LocalServices.start(LocalServices.Settings.forTests(data, true));
            var gateway = URI.create(services.configuration().get(LocalServices.BROKER));
            link.leadTo(gateway.getHost(), gateway.getPort());
            link.mend();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
