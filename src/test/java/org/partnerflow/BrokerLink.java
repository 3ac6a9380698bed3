package org.partnerflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.concurrent.locks.LockSupport;

/**
 * The line between the application and the broker, which tests can cut and mend. It lives in the class loader of the test services; a
 * system property tells it what tests want.
 */
public final class BrokerLink {
    private static final String CUT = "partnerflow.test.broker-link-cut";

    private BrokerLink() {}

    /** The broker cannot be reached any more: new connections are refused, old ones are closed. */
    public static void cut() {
        System.setProperty(CUT, "true");
    }

    public static void mend() {
        System.clearProperty(CUT);
    }

    /** The address under which the application reaches the broker. */
    static URI to(URI gateway) {
        try {
            var link = new Link(gateway.getHost(), gateway.getPort());
            Thread.ofPlatform().daemon().name("broker-link").start(() -> obey(link));
            return URI.create("http://127.0.0.1:" + link.port());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void obey(Link link) {
        try {
            while (true) {
                if (Boolean.getBoolean(CUT)) {
                    link.cut();
                } else {
                    link.mend();
                }
                LockSupport.parkNanos(20_000_000);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
