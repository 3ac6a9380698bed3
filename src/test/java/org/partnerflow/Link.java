package org.partnerflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** A line to a server, which tests can cut, freeze and mend: what connects to its port is connected with the server. */
public final class Link {
    private volatile InetSocketAddress target;
    private final int port;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile ServerSocket server;
    private volatile boolean frozen;

    public Link(String host, int targetPort) throws IOException {
        target = new InetSocketAddress(host, targetPort);
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        port = server.getLocalPort();
        start(this::acceptAll);
    }

    /** From now on it leads to another server. */
    void leadTo(String host, int targetPort) {
        target = new InetSocketAddress(host, targetPort);
    }

    public int port() {
        return port;
    }

    /** The server cannot be reached any more: new connections are refused, old ones are closed. */
    public synchronized void cut() throws IOException {
        server.close();
        sockets.forEach(Link::close);
        sockets.clear();
    }

    /** The server neither answers nor goes away, until the line is mended. */
    public void freeze() {
        frozen = true;
    }

    public synchronized void mend() throws IOException {
        frozen = false;
        if (server.isClosed()) {
            var reopened = new ServerSocket();
            reopened.setReuseAddress(true);
            reopened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            server = reopened;
        }
    }

    private void acceptAll() {
        while (true) {
            try {
                var inside = server.accept();
                sockets.add(inside);
                var outside = new Socket(target.getAddress(), target.getPort());
                sockets.add(outside);
                start(() -> pipe(inside, outside));
                start(() -> pipe(outside, inside));
            } catch (IOException cutOrGone) {
                LockSupport.parkNanos(20_000_000);
            }
        }
    }

    private void pipe(Socket from, Socket to) {
        try {
            var part = new byte[16 * 1024];
            for (int length = from.getInputStream().read(part);
                    length >= 0;
                    length = from.getInputStream().read(part)) {
                while (frozen) {
                    LockSupport.parkNanos(5_000_000);
                }
                to.getOutputStream().write(part, 0, length);
            }
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
        Thread.ofPlatform().daemon().name("link").start(work);
    }
}
