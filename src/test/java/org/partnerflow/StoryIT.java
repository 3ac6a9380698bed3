package org.partnerflow;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIf;

import org.partnerflow.embedded.LocalServices;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

/**
 * The story in a real browser: starts the packaged product with its demo data, lets Playwright click through {@code src/main/webui/e2e},
 * and reports each of its tests here. CHROMIUM names another browser than the usual ones.
 */
@QuarkusIntegrationTest
@TestProfile(StoryProfile.class)
@EnabledIf("hasChromium")
class StoryIT {
    private static final Path WEB = Path.of("src/main/webui");
    private static final Path REPORT = Path.of("target/story/report.json").toAbsolutePath();
    private static final List<String> USUAL_BROWSERS =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
    private static final int LONGEST_MINUTES = 20;

    @TestHTTPResource
    URL product;

    static boolean hasChromium() {
        if (chromium().isEmpty()) {
            System.out.println("StoryIT is skipped: no Chromium found. Install it, or set CHROMIUM to its path.");
        }
        return chromium().isPresent();
    }

    @TestFactory
    Stream<DynamicTest> story() throws IOException, InterruptedException {
        runPlaywright();
        if (!Files.exists(REPORT)) {
            return fail("Playwright wrote no report: see its output above.");
        }
        var report = new ObjectMapper().readTree(REPORT.toFile());
        var outside = report.path("errors").findValuesAsText("message");
        if (!outside.isEmpty()) {
            fail(plain(String.join("\n", outside)));
        }
        return specs(report).map(spec -> DynamicTest.dynamicTest(name(spec), () -> check(spec)));
    }

    private void runPlaywright() throws IOException, InterruptedException {
        Files.createDirectories(REPORT.getParent());
        Files.deleteIfExists(REPORT);
        var builder = new ProcessBuilder("node_modules/.bin/playwright", "test", "--reporter=list,json")
                .directory(WEB.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT);
        var services = TestServices.configuration();
        builder.environment()
                .putAll(Map.of(
                        "BASE_URL", product.toString().replaceAll("/$", ""),
                        "CHROMIUM", chromium().orElseThrow(),
                        "MAIL_FOLDER", services.get(LocalServices.MAIL_FOLDER),
                        "BROKER_MANAGEMENT", services.get(LocalServices.BROKER_MANAGEMENT),
                        "PLAYWRIGHT_JSON_OUTPUT_NAME", REPORT.toString(),
                        "FORCE_COLOR", "0"));
        var playwright = builder.start();
        try {
            if (!playwright.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
                fail("Playwright took longer than %d minutes.".formatted(LONGEST_MINUTES));
            }
        } finally {
            playwright.descendants().forEach(ProcessHandle::destroy);
            playwright.destroy();
        }
    }

    private static Stream<JsonNode> specs(JsonNode suite) {
        return Stream.concat(children(suite, "specs"), children(suite, "suites").flatMap(StoryIT::specs));
    }

    private static Stream<JsonNode> children(JsonNode node, String name) {
        return StreamSupport.stream(node.path(name).spliterator(), false);
    }

    private static String name(JsonNode spec) {
        return spec.path("file").asText() + ": " + spec.path("title").asText();
    }

    private static void check(JsonNode spec) {
        var test = spec.path("tests").path(0);
        assumeFalse(test.path("status").asText().equals("skipped"), "skipped by the story itself");
        if (!spec.path("ok").asBoolean()) {
            var last = test.path("results").path(test.path("results").size() - 1);
            fail(plain(String.join("\n", last.path("errors").findValuesAsText("message"))));
        }
    }

    private static String plain(String coloured) {
        return coloured.replaceAll("\u001B\\[[0-9;]*m", "");
    }

    private static Optional<String> chromium() {
        var named = Optional.ofNullable(System.getenv("CHROMIUM"));
        return Stream.concat(named.stream(), USUAL_BROWSERS.stream())
                .filter(path -> Files.isExecutable(Path.of(path)))
                .findFirst();
    }
}
