package org.partnerflow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The packaged application without any settings. */
class ProductionStartIT {

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
