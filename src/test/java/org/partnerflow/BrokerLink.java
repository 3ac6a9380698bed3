package org.partnerflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * The line between the application and the broker, which tests can cut and mend. It lives in the class loader of the test services; a
 * system property tells it what tests want.
 */
public final class BrokerLink {
    private static final String CUT = "partnerflow.test.broker-link-cut";

    private final InetSocketAddress broker;
    private final int port;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile ServerSocket server;

    private BrokerLink(InetSocketAddress broker) throws IOException {
        this.broker = broker;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.port = server.getLocalPort();
    }

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
            var link = new BrokerLink(new InetSocketAddress(gateway.getHost(), gateway.getPort()));
            start(link::acceptAll);
            start(link::obey);
            return URI.create("http://127.0.0.1:" + link.port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void acceptAll() {
        while (true) {
            try {
                var inside = server.accept();
                var outside = new Socket(broker.getAddress(), broker.getPort());
                sockets.add(inside);
                sockets.add(outside);
                start(() -> pipe(inside, outside));
                start(() -> pipe(outside, inside));
            } catch (IOException cutOrGone) {
                if (!pause()) {
                    return;
                }
            }
        }
    }

    private void obey() {
        try {
            while (true) {
                boolean cut = Boolean.getBoolean(CUT);
                if (cut && !server.isClosed()) {
                    server.close();
                    sockets.forEach(BrokerLink::close);
                    sockets.clear();
                } else if (!cut && server.isClosed()) {
                    var reopened = new ServerSocket();
                    reopened.setReuseAddress(true);
                    reopened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                    server = reopened;
                }
                if (!pause()) {
                    return;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean pause() {
        LockSupport.parkNanos(20_000_000);
        return !Thread.currentThread().isInterrupted();
    }

    private static void pipe(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException closed) {
            // the other direction ends too
        } finally {
            close(from);
            close(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void start(Runnable work) {
        Thread.ofPlatform().daemon().name("broker-link").start(work);
    }
}
