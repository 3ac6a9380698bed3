package org.partnerflow.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;

import org.jboss.logging.Logger;

/**
 * A server as a child process. Whoever ends it: it goes on with the same data on the same ports, as it would under a service manager.
 */
abstract class LocalServer implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(LocalServer.class);
    private static final int TRIES = 3;
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration BEFORE_ANOTHER_TRY = Duration.ofSeconds(5);

    private final String name;
    private final Duration patience;
    private final Path log;
    private final DiskSpace disk;
    private volatile boolean closed;
    private ChildProcess process;

    /** @param patience how long it may take until it is ready */
    LocalServer(String name, Duration patience, Path log, DiskSpace disk) {
        this.name = name;
        this.patience = patience;
        this.log = log;
        this.disk = disk;
    }

    /** Starts a server; one that does not become ready is tried again with other ports, since somebody may have taken them. */
    static <S extends LocalServer> S started(Supplier<S> atFreePorts) {
        for (int attempt = 1; ; attempt++) {
            var server = atFreePorts.get();
            if (server.starts()) {
                return server;
            }
            if (attempt == TRIES) {
                throw new IllegalStateException(server + " did not become ready.");
            }
            LOG.infof("%s did not become ready at try %d of %d", server, attempt, TRIES);
        }
    }

    /** Names it, and where its log is. */
    @Override
    public String toString() {
        return "%s (see %s)".formatted(name, log);
    }

    final boolean starts() {
        process = run();
        boolean ready = false;
        try {
            ready = becomesReady();
            return ready;
        } finally {
            if (ready) {
                runAgainWhenItEnds();
            } else {
                close();
            }
        }
    }

    /** Starts the process. */
    protected abstract ChildProcess run();

    /** Whether it is ready, and ours. */
    protected abstract boolean answers() throws InterruptedException;

    @Override
    public void close() {
        closed = true;
        process().close();
    }

    private synchronized ChildProcess process() {
        return process;
    }

    private void runAgainWhenItEnds() {
        process().onEnd(() -> {
            while (runAgain()) {
                try {
                    if (becomesReady()) {
                        runAgainWhenItEnds();
                        return;
                    }
                } catch (IllegalStateException e) {
                    LOG.error(e.getMessage());
                }
                process().close();
                sleep(BEFORE_ANOTHER_TRY);
            }
        });
    }

    private synchronized boolean runAgain() {
        if (!closed) {
            LOG.warnf("%s has ended: starting it again", this);
            process = run();
        }
        return !closed;
    }

    /** @throws IllegalStateException when there is no space for it */
    private boolean becomesReady() {
        long end = System.nanoTime() + patience.toNanos();
        try {
            while (System.nanoTime() < end && process().isAlive()) {
                disk.require();
                if (answers()) {
                    return true;
                }
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
