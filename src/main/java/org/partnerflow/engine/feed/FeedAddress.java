package org.partnerflow.engine.feed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Leaves the address of this node where the exporter of a broker on the same machine looks for it: ports of local starts and of tests are
 * not known before. The newest is last. Nodes that write at once are mended by the next look.
 */
@ApplicationScoped
class FeedAddress {
    private static final Logger LOG = Logger.getLogger(FeedAddress.class);
    private static final int MOST = 8;

    @Inject
    FeedConfig config;

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void leave() {
        var own = address();
        if (own != null) {
            config.addressFile().filter(file -> !lines(file).contains(own)).ifPresent(file -> write(file, own, true));
        }
    }

    void remove(@Observes ShutdownEvent event) {
        var own = address();
        if (own != null) {
            config.addressFile().filter(file -> lines(file).contains(own)).ifPresent(file -> write(file, own, false));
        }
    }

    /** Null until the port is open. */
    private static @Nullable String address() {
        var setting = LaunchMode.current() == LaunchMode.TEST ? "quarkus.http.test-port" : "quarkus.http.port";
        int port = ConfigProvider.getConfig()
                .getOptionalValue(setting, Integer.class)
                .orElse(0);
        return port == 0 ? null : "http://127.0.0.1:" + port;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException notYet) {
            return List.of();
        }
    }

    private static void write(Path file, String own, boolean present) {
        var all = new ArrayList<>(lines(file));
        all.remove(own);
        if (present) {
            all.add(own);
        }
        try {
            var draft = Files.createTempFile(file.toAbsolutePath().getParent(), "feed", ".tmp");
            Files.write(draft, all.subList(Math.max(0, all.size() - MOST), all.size()));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.warnf("The address of this node could not be left in %s: %s", file, e);
        }
    }
}
