package org.partnerflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * The line between the application and its database, for tests that cut, freeze and mend it. It lives in the class loader of the test
 * services; a system property tells it what tests want.
 */
public final class DatabaseLink implements QuarkusTestResourceLifecycleManager {
    private static final String WANTED = "partnerflow.test.database-link";
    private static final String URL = "quarkus.datasource.jdbc.url";

    /** New connections are refused, old ones are closed. */
    public static void cut() {
        System.setProperty(WANTED, "cut");
    }

    /** Nothing is answered, and nothing closed. */
    public static void freeze() {
        System.setProperty(WANTED, "frozen");
    }

    public static void mend() {
        System.clearProperty(WANTED);
    }

    @Override
    public int order() {
        return 1;
    }

    @Override
    public Map<String, String> start() {
        try {
            var url = TestServices.configuration().get(URL);
            var server = URI.create(url.substring("jdbc:".length()));
            var link = new Link(server.getHost(), server.getPort() < 0 ? 3306 : server.getPort());
            Thread.ofPlatform().daemon().name("database-link").start(() -> obey(link));
            return Map.of(URL, url.replace(server.getAuthority(), "127.0.0.1:" + link.port()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void obey(Link link) {
        try {
            while (true) {
                switch (System.getProperty(WANTED, "")) {
                    case "cut" -> link.cut();
                    case "frozen" -> link.freeze();
                    default -> link.mend();
                }
                LockSupport.parkNanos(20_000_000);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        mend();
    }
}
