package org.partnerflow.embedded;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A real MariaDB server, small, on a free port of the loopback address. */
final class LocalDatabase extends LocalServer {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String OPTIONS =
            "?createDatabaseIfNotExist=true&connectionCollation=utf8mb4_unicode_ci&rewriteBatchedStatements=true";

    private static final String USER = "partnerflow";

    private final Watchdog watchdog;
    private final DatabaseSetUp setUp;
    private final Path folder;
    private final String password;
    private final int port = Ports.free(1).getFirst();

    private LocalDatabase(Watchdog watchdog, DatabaseSetUp setUp, Path folder, String password, DiskSpace disk) {
        super("The local database", PATIENCE, folder.resolve("database.log"), disk);
        this.watchdog = watchdog;
        this.setUp = setUp;
        this.folder = folder;
        this.password = password;
    }

    static LocalDatabase start(LocalServices.Settings settings, Watchdog watchdog) {
        var folder = settings.data().resolve("database");
        ChildProcess.endOrphan("database", folder);
        var password = PrivateFile.secret(settings.data().resolve("database-password"));
        var setUp = DatabaseSetUp.in(settings, folder);
        return started(() -> new LocalDatabase(watchdog, setUp, folder, password, settings.disk()));
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
    protected ChildProcess run() {
        createUserAtStart();
        return ChildProcess.start("database", folder, watchdog, command(), setUp.environment());
    }

    private void createUserAtStart() {
        var account = "'%s'@'127.0.0.1'".formatted(USER);
        PrivateFile.write(folder.resolve("start.sql"), """
                create user if not exists %1$s;
                alter user %1$s identified by '%2$s';
                grant all on *.* to %1$s;
                drop user if exists 'root'@'localhost', 'root'@'127.0.0.1', 'root'@'::1';
                """.formatted(account, password));
    }

    private List<String> command() {
        var words = new ArrayList<>(setUp.command(setUp.data()));
        words.addAll(List.of(
                "--socket=local.sock",
                "--init-file=" + folder.resolve("start.sql"),
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--skip-name-resolve",
                "--skip-ssl",
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
                "--max-connections=80"));
        return words;
    }

    @Override
    protected boolean answers() {
        var url = jdbcUrl() + "&connectTimeout=2000&socketTimeout=5000";
        try (var connection = DriverManager.getConnection(url, USER, password)) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }
}
