package org.partnerflow;

import java.net.URI;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import org.partnerflow.embedded.LocalServices;

/**
 * One broker, one database and one mail catcher for all tests of this JVM, with data of their own below {@code target}. They end with
 * the JVM, also when it is killed. PARTNERFLOW_TEST_JDBC_URL in the environment selects a database that is there already.
 */
public class TestServices implements QuarkusTestResourceLifecycleManager {
    private static final String KEY = TestServices.class.getName();

    @Override
    public Map<String, String> start() {
        return configuration();
    }

    /** Nothing: the next application of this JVM uses the same services. */
    @Override
    public void stop() {}

    /** Starts the services if this JVM has none yet; it remembers them in a system property, as class loaders come and go. */
    public static synchronized Map<String, String> configuration() {
        var known = System.getProperty(KEY);
        if (known != null) {
            return Stream.of(known.split("\n"))
                    .map(line -> line.split("=", 2))
                    .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        }
        var configuration = startServices();
        System.setProperty(
                KEY,
                configuration.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining("\n")));
        return configuration;
    }

    /** What earlier runs have left in the database must not begin anew in the broker of this one. */
    private static void forgetTheEngineOf(String url) {
        try (var connection = DriverManager.getConnection(url, "root", "");
                var statement = connection.createStatement()) {
            statement.execute("delete from engine_mark");
        } catch (SQLException theFirstRun) {
            // There are no tables yet.
        }
    }

    private static Map<String, String> startServices() {
        var url = System.getenv("PARTNERFLOW_TEST_JDBC_URL");
        var data = Path.of(
                "target", "test-services", Long.toString(ProcessHandle.current().pid()));
        var services = LocalServices.start(LocalServices.Settings.forTests(data, url != null));
        Runtime.getRuntime().addShutdownHook(new Thread(services::close));
        var configuration = new HashMap<>(services.configuration());
        configuration.computeIfPresent(LocalServices.BROKER, (key, gateway) -> BrokerLink.to(URI.create(gateway))
                .toString());
        if (url != null) {
            configuration.put("quarkus.datasource.jdbc.url", url);
            configuration.put("quarkus.datasource.username", "root");
            configuration.put("quarkus.datasource.password", "");
            forgetTheEngineOf(url);
        }
        return configuration;
    }
}
