package org.partnerflow.shared;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.eclipse.microprofile.config.ConfigProvider;

/** The start in production: names every setting that is missing or too weak at once, instead of starting with it. */
@QuarkusMain
public class RequiredSettings {
    private static final int MISCONFIGURED = 78;
    private static final int SHORTEST_SECRET = 32;
    private static final int FEWEST_CHARACTERS = 8;
    private static final Setting IDENTITY_SECRET =
            new Setting("partnerflow.identity.secret", "at least 32 random characters, the same on every node");
    private static final List<Setting> SECRETS = List.of(
            IDENTITY_SECRET,
            new Setting(
                    "partnerflow.engine.feed.secret",
                    "at least 32 random characters, the same on every node and in the broker"));

    private static final List<Setting> REQUIRED = List.of(
            new Setting(
                    "partnerflow.engine.grpc-address",
                    "the gateway of the Zeebe cluster, for example http://zeebe:26500"),
            IDENTITY_SECRET,
            new Setting(
                    "partnerflow.mail.public-url",
                    "where people reach the application, for example https://partners.example.com"),
            new Setting("quarkus.datasource.jdbc.url", "the database, for example jdbc:mysql://mysql:3306/partnerflow"),
            new Setting("quarkus.datasource.password", "the password of the database"),
            new Setting("quarkus.datasource.username", "the user of the database"),
            new Setting("quarkus.mailer.from", "the sender of all mails"),
            new Setting("quarkus.mailer.host", "the SMTP server"));

    private RequiredSettings() {}

    /** @param what it is, in words */
    record Setting(String name, String what) {
        String environmentName() {
            return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
        }

        @Override
        public String toString() {
            return "%s (%s): %s".formatted(environmentName(), name, what);
        }
    }

    public static void main(String[] args) {
        var config = ConfigProvider.getConfig();
        var problems = problems(name -> config.getOptionalValue(name, String.class));
        if (problems.isEmpty()) {
            Quarkus.run(args);
            return;
        }
        System.err.println("Partnerflow does not start, because of these settings:");
        problems.forEach(problem -> System.err.println("  " + problem));
        System.exit(MISCONFIGURED);
    }

    static List<Setting> required() {
        return REQUIRED;
    }

    /** What is missing, and a secret that can be guessed; each in a line. */
    static List<String> problems(Function<String, Optional<String>> settings) {
        var missing = REQUIRED.stream()
                .filter(setting -> settings.apply(setting.name())
                        .filter(value -> !value.isBlank())
                        .isEmpty())
                .map(setting -> "missing: " + setting);
        var weak = SECRETS.stream()
                .filter(setting -> settings.apply(setting.name())
                        .filter(value -> !value.isBlank() && isWeak(value))
                        .isPresent())
                .map(setting -> "too weak: " + setting + ". \"openssl rand -hex 32\" makes one");
        return Stream.concat(missing, weak).toList();
    }

    private static boolean isWeak(String secret) {
        return secret.length() < SHORTEST_SECRET || secret.chars().distinct().count() < FEWEST_CHARACTERS;
    }
}
