package org.partnerflow.shared;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;

/** What is shipped to run the product with containers, against what the product asks for. */
@Tag("without-database")
@Tag("F11.10")
class DeploymentTest {
    private static final String PROXY = "proxy";
    private static final Pattern ASKED_FOR = Pattern.compile("\\$\\{([A-Z_]+):\\?");
    private static final Pattern SECRET = Pattern.compile(".*(PASSWORD|SECRET)");

    private final String text = read("docker-compose.yml");
    private final Map<String, Object> services =
            map(new Yaml().<Map<String, Object>>load(text).get("services"));

    @Test
    void everyNodeHasAllThatTheApplicationAsksFor() {
        var expected = RequiredSettings.required().stream()
                .map(RequiredSettings.Setting::environmentName)
                .toList();
        assertThat(nodes()).hasSizeGreaterThanOrEqualTo(2).allSatisfy(node -> assertThat(environment(node))
                .containsKeys(expected.toArray(String[]::new))
                .containsKeys(
                        "PARTNERFLOW_IDENTITY_FIRST_START_ORGANISATION", "PARTNERFLOW_IDENTITY_FIRST_START_ADMIN_EMAIL")
                .containsKeys("PARTNERFLOW_IDENTITY_TRUSTED_PROXIES"));
    }

    @Test
    void noSecretIsInTheFile() {
        services.values().forEach(service -> environment(service).forEach((name, value) -> {
            if (SECRET.matcher(name).matches() && !name.contains("RANDOM")) {
                assertThat(value.toString()).as(name).matches("\\$\\{[A-Z_]+:\\?.*}");
            }
        }));
    }

    @Test
    void onlyTheProxyListensBeyondTheMachine() {
        services.forEach((name, service) -> {
            if (!name.equals(PROXY)) {
                assertThat(ports(service)).as(name).allMatch(port -> port.startsWith("127.0.0.1:"));
            }
        });
        assertThat(nodes()).allSatisfy(node -> assertThat(ports(node)).isEmpty());
        assertThat(ports(services.get(PROXY))).containsExactlyInAnyOrder("80:80", "443:443");
    }

    @Test
    void everyServiceIsWatchedAndStartedAgain() {
        services.forEach((name, service) -> assertThat(map(service))
                .as(name)
                .containsEntry("restart", "unless-stopped")
                .containsKey("healthcheck"));
    }

    @Test
    void theGuideNamesEverythingThatTheFileAsksFor() {
        var guide = read("docs/how-to/run-in-production.md");
        assertThat(ASKED_FOR.matcher(text).results().map(found -> found.group(1)))
                .isNotEmpty()
                .allMatch(guide::contains);
        assertThat(RequiredSettings.required()).allMatch(setting -> guide.contains(setting.environmentName()));
    }

    @Test
    void healthAndMetricsAreNotOnThePublicPort() {
        assertThat(read("pom.xml")).contains("<quarkus.management.enabled>true</quarkus.management.enabled>");
    }

    @Test
    void neitherDataNorSecretsOfTheFolderEnterTheImage() throws IOException {
        var rules = Files.readAllLines(Path.of(".dockerignore")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        assertThat(rules).containsExactly("*", "!target/quarkus-app");
        assertThat(read("src/main/docker/Dockerfile").lines().filter(line -> line.startsWith("COPY")))
                .containsExactly("COPY target/quarkus-app/ ./");
    }

    private List<Object> nodes() {
        return services.entrySet().stream()
                .filter(service -> service.getKey().startsWith("node-"))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static Map<String, Object> environment(Object service) {
        return map(map(service).getOrDefault("environment", Map.of()));
    }

    @SuppressWarnings("unchecked")
    private static List<String> ports(Object service) {
        return (List<String>) map(service).getOrDefault("ports", List.of());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
