package org.partnerflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.partnerflow.embedded.CaughtMail;
import org.partnerflow.embedded.LocalServices;

/**
 * The packaged product with a broker and a database of its own, which a test stops and starts, and whose data it empties, copies while
 * they are in use, and puts back.
 */
final class OwnProduct implements AutoCloseable {
    private static final Path DATABASE_PROGRAMS =
            Path.of(".data/programs/mariadb").toAbsolutePath();

    private final Path data;
    private final Path log;
    private LocalServices services;
    private ProductProcess node;

    private OwnProduct(Path data, Path log) {
        this.data = data;
        this.log = log;
    }

    /** Starts it with its demo data, and data of its own in a folder below {@code target}. */
    static OwnProduct start(String name) throws IOException, InterruptedException {
        var folder = Files.createDirectories(Path.of("target", name).toAbsolutePath());
        var product = new OwnProduct(Files.createTempDirectory(folder, "run"), folder.resolve("product.log"));
        product.startServices();
        product.startNode();
        product.node().awaitDemoData();
        return product;
    }

    void startServices() {
        services = LocalServices.start(LocalServices.Settings.forTests(data, false));
    }

    void startNode() throws IOException, InterruptedException {
        node = new ProductProcess(services.configuration(), log);
        node.start();
    }

    void stopNode() {
        node.close();
    }

    void stopServices() {
        services.close();
    }

    ProductProcess node() {
        return node;
    }

    List<CaughtMail> mails() {
        return CaughtMail.allIn(data.resolve("mails"));
    }

    /** What a query of one number answers. */
    int count(String query) {
        var settings = services.configuration();
        try (var connection = DriverManager.getConnection(
                        settings.get("quarkus.datasource.jdbc.url"),
                        settings.get("quarkus.datasource.username"),
                        settings.get("quarkus.datasource.password"));
                var rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    /** While the broker is stopped: it will know nothing. */
    void emptyTheEngine() throws IOException {
        delete(engine());
    }

    /** What the broker has on its disk at this moment, as a snapshot of a volume is taken: it does not notice. */
    Path copyOfTheEngine() throws IOException, InterruptedException {
        var copy = data.resolve("engine-" + Given.unique());
        var broker = Files.readString(data.resolve("zeebe/broker.pid")).split(" ")[0];
        run(new ProcessBuilder("kill", "-STOP", broker));
        try {
            copy(engine(), copy);
        } finally {
            run(new ProcessBuilder("kill", "-CONT", broker));
        }
        return copy;
    }

    /** While the broker is stopped. */
    void putBackTheEngine(Path copy) throws IOException {
        delete(engine());
        Files.move(copy, engine());
    }

    Path dumpOfTheDatabase() throws IOException, InterruptedException {
        var dump = data.resolve("dump-" + Given.unique() + ".sql");
        run(database("mariadb-dump", "--single-transaction").redirectOutput(dump.toFile()));
        return dump;
    }

    /** While no node runs. */
    void putBackTheDatabase(Path dump) throws IOException, InterruptedException {
        run(database("mariadb").redirectInput(dump.toFile()));
    }

    private ProcessBuilder database(String program, String... options) {
        var settings = services.configuration();
        var address = URI.create(settings.get("quarkus.datasource.jdbc.url").substring("jdbc:".length()));
        var command = new ArrayList<>(List.of(
                DATABASE_PROGRAMS.resolve("bin").resolve(program).toString(),
                "--no-defaults",
                "--host=" + address.getHost(),
                "--port=" + address.getPort(),
                "--skip-ssl",
                "--user=" + settings.get("quarkus.datasource.username")));
        command.addAll(List.of(options));
        command.add("partnerflow");
        var builder = new ProcessBuilder(command);
        builder.environment()
                .putAll(Map.of(
                        "LD_LIBRARY_PATH",
                        DATABASE_PROGRAMS.resolve("libs").toString(),
                        "MYSQL_PWD",
                        settings.get("quarkus.datasource.password")));
        return builder;
    }

    private void run(ProcessBuilder command) throws IOException, InterruptedException {
        var said = data.resolve("said-" + Given.unique());
        int code = command.redirectError(said.toFile()).start().waitFor();
        if (code != 0) {
            throw new IllegalStateException(
                    "%s ended with %d: %s".formatted(command.command().getFirst(), code, Files.readString(said)));
        }
    }

    private Path engine() {
        return data.resolve("zeebe/data");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            files.forEach(file -> {
                try {
                    Files.copy(file, to.resolve(from.relativize(file).toString()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Override
    public void close() {
        node.close();
        services.close();
    }
}
