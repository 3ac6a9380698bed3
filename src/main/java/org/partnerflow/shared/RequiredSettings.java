package org.partnerflow.shared;

import java.util.Map;
import java.util.TreeMap;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.eclipse.microprofile.config.ConfigProvider;

/** The start in production: names every missing setting at once instead of starting without it. */
@QuarkusMain
public class RequiredSettings {
    private static final int MISCONFIGURED = 78;

    private static final Map<String, String> REQUIRED = new TreeMap<>(Map.of(
            "quarkus.datasource.jdbc.url", "the database, for example jdbc:mysql://mysql:3306/partnerflow",
            "quarkus.datasource.username", "the user of the database",
            "quarkus.datasource.password", "the password of the database",
            "partnerflow.engine.grpc-address", "the gateway of the Zeebe cluster, for example http://zeebe:26500",
            "partnerflow.identity.secret", "at least 32 random characters, the same on every node",
            "partnerflow.mail.public-url",
                    "where people reach the application, for example https://partners.example.com",
            "quarkus.mailer.host", "the SMTP server",
            "quarkus.mailer.from", "the sender of all mails"));

    private RequiredSettings() {}

    public static void main(String[] args) {
        var config = ConfigProvider.getConfig();
        var missing = REQUIRED.entrySet().stream()
                .filter(setting -> config.getOptionalValue(setting.getKey(), String.class)
                        .filter(value -> !value.isBlank())
                        .isEmpty())
                .toList();
        if (missing.isEmpty()) {
            Quarkus.run(args);
            return;
        }
        System.err.println("Partnerflow does not start, because these settings are missing:");
        missing.forEach(setting -> System.err.printf(
                "  %s (%s): %s%n", environmentName(setting.getKey()), setting.getKey(), setting.getValue()));
        System.exit(MISCONFIGURED);
    }

    private static String environmentName(String property) {
        return property.toUpperCase().replaceAll("[^A-Z0-9]", "_");
    }
}
