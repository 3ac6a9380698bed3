package org.partnerflow.embedded;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the local services rest on: ports, files, disk space and child processes, without any real server. */
@Tag("without-database")
class LocalServerTest {
    private Path data;

    @BeforeEach
    void makeFolder() throws IOException {
        var target = Files.createDirectories(Path.of("target", "local services"));
        data = Files.createTempDirectory(target.toAbsolutePath(), "data");
    }

    @Test
    @DisplayName("13: with too little space on the disk it says so at once, in words")
    @Tag("F11.6")
    void namesTheDisk() {
        var start = Instant.now();
        var settings = LocalServices.Settings.forTests(data.resolveSibling(data.getFileName() + "-full"), false);
        long tooMuch = settings.data().getParent().toFile().getTotalSpace() + 1;

        assertThatThrownBy(() -> LocalServices.start(settings.withLeastFreeSpace(tooMuch)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("free disk space")
                .hasMessageContaining(settings.data().toString());
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(5));
        assertThat(ProcessHandle.allProcesses()).noneMatch(process -> process.info()
                .commandLine()
                .orElse("")
                .contains(settings.data().toString()));
    }

    @Test
    @Tag("F11.9")
    void keepsSecretsFromOtherUsersOfTheMachine() throws IOException {
        var folder = data.resolve("private");
        PrivateFile.folder(folder);
        var secret = PrivateFile.secret(folder.resolve("secret"));

        assertThat(Files.getPosixFilePermissions(folder)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        assertThat(Files.getPosixFilePermissions(folder.resolve("secret")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(secret).hasSize(64).isEqualTo(PrivateFile.secret(folder.resolve("secret")));
    }

    @Test
    @Tag("F11.8")
    void keepsAPortThatItHasChosen() throws IOException {
        try (var held = Ports.from(20_000)) {
            assertThatThrownBy(() -> new ServerSocket(held.number(), 1, InetAddress.getLoopbackAddress()))
                    .isInstanceOf(BindException.class);
            try (var next = Ports.from(held.number())) {
                assertThat(next.number()).isGreaterThan(held.number());
            }
        }
    }

    @Test
    @Tag("F11.8")
    void triesOtherPortsWhenSomebodyHasTakenThose() throws Exception {
        var servers = new ArrayList<Server>();

        var started = LocalServer.started(() -> {
            servers.add(new Server(servers.size() == 1));
            return servers.getLast();
        });

        assertThat(servers).hasSize(2);
        assertThat(started).isSameAs(servers.getLast());
        assertThat(servers.getFirst().process.isAlive()).isFalse();
        started.close();
    }

    /** Lives when it may; else it ends at once, as one whose port is taken. */
    private class Server extends LocalServer {
        private final boolean lives;
        private ChildProcess process;

        Server(boolean lives) {
            super("The server", Duration.ofSeconds(20), data.resolve("server.log"), new DiskSpace(data, 0));
            this.lives = lives;
        }

        @Override
        protected ChildProcess run() {
            var folder = data.resolve("server");
            var command = List.of("/bin/sh", "-c", lives ? "sleep 600" : "exit 1", folder.toString());
            process = ChildProcess.start("server", folder, Watchdog.over(folder), command, Map.of());
            return process;
        }

        @Override
        protected boolean answers() {
            return lives;
        }
    }

    @Test
    void leavesAProcessAloneThatHasTheNumberOfAnOrphanOnly() throws IOException {
        var folder = Files.createDirectories(data.resolve("other"));
        var innocent = new ProcessBuilder("sleep", "600").start();
        var start = innocent.toHandle().info().startInstant().orElseThrow().toEpochMilli();
        Files.writeString(folder.resolve("broker.pid"), innocent.pid() + " " + start);

        ChildProcess.endOrphan("broker", folder);

        assertThat(innocent.isAlive()).isTrue();
        innocent.destroyForcibly();
    }
}
