package org.partnerflow.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A real Zeebe broker of one partition, on free ports of the loopback address. */
final class LocalBroker extends LocalServer {
    /** By name: the broker alone has what that class is made of. */
    static final String EXPORTER = "org.partnerflow.engine.exporter.FeedExporter";

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final LocalServices.Settings settings;
    private final Watchdog watchdog;
    private final BrokerPorts ports = BrokerPorts.free();

    private LocalBroker(LocalServices.Settings settings, Watchdog watchdog) {
        super("The Zeebe broker", PATIENCE, folder(settings).resolve("broker.log"), settings.disk());
        this.settings = settings;
        this.watchdog = watchdog;
    }

    private record BrokerPorts(int gateway, int command, int internal, int rest, int management) {
        static BrokerPorts free() {
            var ports = Ports.free(5);
            return new BrokerPorts(ports.get(0), ports.get(1), ports.get(2), ports.get(3), ports.get(4));
        }
    }

    static LocalBroker start(LocalServices.Settings settings, Watchdog watchdog) {
        return started(() -> new LocalBroker(settings, watchdog));
    }

    @Override
    protected ChildProcess run() {
        var folder = folder(settings);
        return ChildProcess.start("broker", folder, watchdog, command(settings, folder), environment(settings, ports));
    }

    private static Path folder(LocalServices.Settings settings) {
        return settings.data().resolve("zeebe");
    }

    /** Takes the exporter out of the application, where the broker can load it. */
    private static Path exporter(LocalServices.Settings settings) {
        var jar = folder(settings).resolve("partnerflow-exporter.jar");
        try (var in = LocalBroker.class.getResourceAsStream("/exporter/partnerflow-exporter.jar")) {
            if (in == null) {
                throw new IllegalStateException("Expected exporter/partnerflow-exporter.jar: the build packs it");
            }
            Files.createDirectories(jar.getParent());
            Files.copy(in, jar, StandardCopyOption.REPLACE_EXISTING);
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI gateway() {
        return URI.create("http://127.0.0.1:" + ports.gateway());
    }

    URI management() {
        return URI.create("http://127.0.0.1:" + ports.management());
    }

    private static List<String> command(LocalServices.Settings settings, Path folder) {
        var home = settings.brokerHome();
        if (!Files.isDirectory(home.resolve("lib"))) {
            throw new IllegalStateException(
                    "Expected the Zeebe distribution in %s, but found none: the build unpacks it there"
                            .formatted(home));
        }
        var words = new ArrayList<String>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(List.of("-Xms32m", "-Xmx" + settings.brokerHeap(), "-Xss512k", "-XX:+UseSerialGC"));
        if (settings.controlledClock()) {
            // A broker for tests lives too short to earn back what the second compiler costs.
            words.add("-XX:TieredStopAtLevel=1");
        }
        words.addAll(List.of("-XX:MinHeapFreeRatio=10", "-XX:MaxHeapFreeRatio=30", "-XX:MaxDirectMemorySize=96m"));
        words.addAll(List.of("-XX:+ExitOnOutOfMemoryError", "-XX:+AutoCreateSharedArchive", "-Xlog:cds=off"));
        words.add("-XX:SharedArchiveFile="
                + home.resolveSibling(
                        "broker-%s.jsa".formatted(Runtime.version().feature())));
        words.add("-Dapp.home=" + folder);
        words.add("-Dlog4j2.configurationFile=" + home.resolve("config/log4j2.xml"));
        words.addAll(List.of("-cp", home.resolve("lib") + "/*", "io.camunda.zeebe.broker.StandaloneBroker"));
        return words;
    }

    private static Map<String, String> environment(LocalServices.Settings settings, BrokerPorts ports) {
        return Map.ofEntries(
                Map.entry("ZEEBE_BROKER_GATEWAY_ENABLE", "true"),
                Map.entry("ZEEBE_BROKER_NETWORK_HOST", "127.0.0.1"),
                Map.entry("ZEEBE_BROKER_GATEWAY_NETWORK_HOST", "127.0.0.1"),
                Map.entry("ZEEBE_BROKER_GATEWAY_NETWORK_PORT", Integer.toString(ports.gateway())),
                Map.entry("ZEEBE_BROKER_NETWORK_COMMANDAPI_PORT", Integer.toString(ports.command())),
                Map.entry("ZEEBE_BROKER_NETWORK_INTERNALAPI_PORT", Integer.toString(ports.internal())),
                Map.entry("SERVER_ADDRESS", "127.0.0.1"),
                Map.entry("SERVER_PORT", Integer.toString(ports.rest())),
                Map.entry("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1"),
                Map.entry("MANAGEMENT_SERVER_PORT", Integer.toString(ports.management())),
                Map.entry(
                        "ZEEBE_BROKER_DATA_DIRECTORY",
                        folder(settings).resolve("data").toString()),
                Map.entry("ZEEBE_BROKER_DATA_LOGSEGMENTSIZE", "16MB"),
                Map.entry("ZEEBE_BROKER_DATA_DISK_FREESPACE_PROCESSING", settings.leastFreeSpace() / 2 + "B"),
                Map.entry("ZEEBE_BROKER_DATA_DISK_FREESPACE_REPLICATION", settings.leastFreeSpace() / 4 + "B"),
                Map.entry("ZEEBE_BROKER_EXPERIMENTAL_ROCKSDB_MEMORYLIMIT", "64MB"),
                Map.entry("ZEEBE_BROKER_THREADS_CPUTHREADCOUNT", "2"),
                Map.entry("ZEEBE_BROKER_THREADS_IOTHREADCOUNT", "2"),
                Map.entry(
                        "ZEEBE_BROKER_EXPORTERS_PARTNERFLOW_JARPATH",
                        exporter(settings).toString()),
                Map.entry("ZEEBE_BROKER_EXPORTERS_PARTNERFLOW_CLASSNAME", EXPORTER),
                Map.entry(
                        "ZEEBE_BROKER_EXPORTERS_PARTNERFLOW_ARGS_URLFILE",
                        settings.feedAddresses().toString()),
                Map.entry("ZEEBE_BROKER_EXPORTERS_PARTNERFLOW_ARGS_SECRET", settings.feedSecret()),
                Map.entry("ZEEBE_CLOCK_CONTROLLED", Boolean.toString(settings.controlledClock())),
                // A jump of the clock makes each open request look slow, and the broker would refuse more of them.
                Map.entry("ZEEBE_BROKER_BACKPRESSURE_ENABLED", Boolean.toString(!settings.controlledClock())));
    }

    /** Asks the topology: ready when a leader is healthy, and ours when it listens at the command port that we gave. */
    @Override
    protected boolean answers() throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/v1/topology".formatted(ports.rest())))
                .timeout(Duration.ofSeconds(2))
                .build();
        try (var http =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build()) {
            var brokers = new ObjectMapper()
                    .readTree(http.send(request, BodyHandlers.ofString()).body())
                    .path("brokers");
            return brokers.size() == 1
                    && brokers.path(0).path("port").asInt() == ports.command()
                    && leads(brokers.path(0).path("partitions").path(0));
        } catch (IOException notYet) {
            return false;
        }
    }

    private static boolean leads(JsonNode partition) {
        return partition.path("role").asText().equals("leader")
                && partition.path("health").asText().equals("healthy");
    }
}
