package org.partnerflow.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Finds free ports of this machine. */
final class Ports {
    /** Below those that the system gives to outgoing connections, which take a port at any moment. */
    private static final int FIRST = 15_000;

    private static final int LAST = 32_000;
    private static final int NEIGHBOURS = 100;

    private Ports() {}

    /** A port that nobody else can bind until it is given free, just before it is bound for good. */
    record Held(ServerSocket socket) implements AutoCloseable {
        int number() {
            return socket.getLocalPort();
        }

        @Override
        public void close() {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** {@code count} different free ports. */
    static List<Integer> free(int count) {
        var held = new ArrayList<Held>();
        try {
            while (held.size() < count) {
                hold(ThreadLocalRandom.current().nextInt(FIRST, LAST)).ifPresent(held::add);
            }
            return held.stream().map(Held::number).toList();
        } finally {
            held.forEach(Held::close);
        }
    }

    /** {@code wanted}, or the next free one after it. */
    static Held from(int wanted) {
        for (int port = wanted; port < wanted + NEIGHBOURS; port++) {
            var held = hold(port);
            if (held.isPresent()) {
                return held.get();
            }
        }
        throw new IllegalStateException("Expected a free port between %d and %d, but all of them are taken."
                .formatted(wanted, wanted + NEIGHBOURS - 1));
    }

    private static Optional<Held> hold(int port) {
        try {
            var socket = new ServerSocket();
            try {
                socket.setReuseAddress(true);
                socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                return Optional.of(new Held(socket));
            } catch (IOException taken) {
                socket.close();
                return Optional.empty();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
