package org.partnerflow.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.engine.exporter.FeedExporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** The local services around a program that is killed: {@link Program} stands for the product. */
@Tag("without-database")
class LocalServicesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Pattern PORT = Pattern.compile("(?:127\\.0\\.0\\.1:|port=)(\\d+)");
    /** Of the application, the broker (REST, gateway, commands, internal, management), MySQL and SMTP. */
    private static final List<Integer> STANDARD_PORTS = List.of(8080, 26500, 26501, 26502, 9600, 3306, 1025);

    private Path data;
    private Process program;

    /** Starts the services of a folder, says so, and waits for its end. */
    static class Program {
        private Program() {}

        public static void main(String[] args) throws InterruptedException {
            var services = LocalServices.start(LocalServices.Settings.forTests(Path.of(args[0]), false));
            System.out.println(services.configuration());
            System.out.println("started");
            Thread.currentThread().join();
        }
    }

    @Test
    void theBrokerIsToldTheNameOfTheExporter() {
        assertThat(LocalBroker.EXPORTER).isEqualTo(FeedExporter.class.getName());
    }

    @BeforeEach
    void startProgram() throws IOException {
        var target = Files.createDirectories(Path.of("target", "local services"));
        data = Files.createTempDirectory(target.toAbsolutePath(), "data");
        program = start();
    }

    @AfterEach
    void stopProgram() {
        program.destroyForcibly();
        await().atMost(PATIENCE).until(() -> children().isEmpty());
    }

    @Test
    @DisplayName(
            "15: killed, it leaves no process behind, and its data is found again, also below the temporary folder")
    @Tag("F11.1")
    @Tag("F11.9")
    void leavesNoProcessBehind() throws Exception {
        assertThat(children()).hasSize(2);
        inTheDatabase("create table kept (what varchar(20))", "insert into kept values ('before the kill')");
        assertThatThrownBy(() -> LocalServices.start(LocalServices.Settings.forTests(data, false)))
                .hasMessageContaining("already runs on the data");

        program.destroyForcibly();
        await().atMost(PATIENCE).until(() -> children().isEmpty());

        program = start();
        assertThat(children()).hasSize(2);
        assertThat(whatWasKept()).isEqualTo("before the kill");
    }

    @Test
    @DisplayName("a database that is killed goes on at the same address with what it knew")
    @Tag("F11.7")
    void startsTheDatabaseAgain() throws Exception {
        inTheDatabase("create table kept (what varchar(20))", "insert into kept values ('before the kill')");
        var killed = database();

        killed.destroyForcibly();

        await().atMost(PATIENCE).ignoreExceptionsInstanceOf(SQLException.class).until(() -> whatWasKept()
                .equals("before the kill"));
        assertThat(database().pid()).isNotEqualTo(killed.pid());
    }

    @Test
    @DisplayName("15: what a killed run has left behind after all is ended by the next one, and nothing else")
    void endsTheOrphansOfTheLastRun() throws IOException {
        var orphans = children();
        watchdog().orElseThrow().destroyForcibly();
        await().atMost(PATIENCE).until(() -> watchdog().isEmpty());
        program.destroyForcibly();
        await().atMost(PATIENCE).until(() -> !program.isAlive());
        assertThat(orphans).hasSize(2).allMatch(ProcessHandle::isAlive);

        program = start();

        assertThat(orphans).noneMatch(ProcessHandle::isAlive);
        assertThat(children()).hasSize(2);
    }

    @Test
    @DisplayName("14: where the standard ports are taken, others are used")
    void usesOtherPorts() throws IOException {
        program.destroyForcibly();
        await().atMost(PATIENCE).until(() -> children().isEmpty());
        var taken = STANDARD_PORTS.stream().flatMap(port -> take(port).stream()).toList();

        program = start();

        assertThat(children()).hasSize(2);
        assertThat(ports()).hasSizeGreaterThan(2).doesNotContainAnyElementsOf(STANDARD_PORTS);
        try (var held = Ports.from(STANDARD_PORTS.getFirst())) {
            assertThat(held.number()).isNotIn(STANDARD_PORTS);
        }
        for (var socket : taken) {
            socket.close();
        }
    }

    /** Holds the port, unless somebody else holds it already. */
    private static Optional<ServerSocket> take(int port) {
        try {
            return Optional.of(new ServerSocket(port, 1, InetAddress.getLoopbackAddress()));
        } catch (IOException takenAlready) {
            return Optional.empty();
        }
    }

    /** All ports that the program names in its settings. */
    private List<Integer> ports() {
        return PORT.matcher(read(data.resolve("program.out")))
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .toList();
    }

    private Process start() throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var home = System.getProperty("partnerflow.embedded.broker-home", "");
        var process = new ProcessBuilder(
                        java,
                        "-Xmx96m",
                        "-Dpartnerflow.embedded.broker-home=" + home,
                        "-Djava.io.tmpdir=" + data.getParent(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Program.class.getName(),
                        data.toString())
                .redirectError(data.resolve("program.log").toFile())
                .redirectOutput(data.resolve("program.out").toFile())
                .start();
        await().atMost(PATIENCE)
                .failFast("The program has ended: see " + data, () -> !process.isAlive())
                .until(() -> read(data.resolve("program.out")).contains("started"));
        return process;
    }

    /** The broker and the database of this test. */
    private List<ProcessHandle> children() {
        return Stream.of("broker.pid", "database.pid")
                .flatMap(file -> remembered(file).stream())
                .toList();
    }

    private ProcessHandle database() {
        return remembered("database.pid").orElseThrow();
    }

    private Optional<ProcessHandle> remembered(String file) {
        return named(data.toString()).stream()
                .filter(process -> remembers(file, process))
                .findFirst();
    }

    private void inTheDatabase(String... statements) throws SQLException {
        try (var connection = connection();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private String whatWasKept() throws SQLException {
        try (var connection = connection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select what from kept")) {
            row.next();
            return row.getString(1);
        }
    }

    private Connection connection() throws SQLException {
        var settings = read(data.resolve("program.out"));
        return DriverManager.getConnection(
                setting("quarkus.datasource.jdbc.url", settings) + "&connectTimeout=2000&socketTimeout=5000",
                setting("quarkus.datasource.username", settings),
                setting("quarkus.datasource.password", settings));
    }

    private static String setting(String name, String settings) {
        return Pattern.compile(Pattern.quote(name) + "=([^,}]+)")
                .matcher(settings)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
    }

    private boolean remembers(String file, ProcessHandle process) {
        try (var found = Files.find(data, 2, (path, attributes) -> path.endsWith(file))) {
            return found.anyMatch(path -> read(path).startsWith(process.pid() + " "));
        } catch (IOException e) {
            return false;
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException gone) {
            return "";
        }
    }

    private Optional<ProcessHandle> watchdog() {
        return named("partnerflow-watchdog").stream()
                .filter(process -> process.info().commandLine().orElse("").contains(data.toString()))
                .findFirst();
    }

    private static List<ProcessHandle> named(String text) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(text))
                .toList();
    }
}
