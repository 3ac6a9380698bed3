package org.partnerflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the product does is shown by tests that bear the id of the requirement: as a tag in Java, so that {@code -Dgroups=S11} runs them,
 * and in the title in the browser, so that {@code npx playwright test --grep @S11} does.
 */
class RequirementsTest {
    private static final List<String> SHOWN = List.of(
            "R2", "R6", "S3", "S8", "S9", "S10", "S11", "S15", "S16", "S20", "S21", "S22", "S23", "S24", "P4", "P5",
            "P7", "P9", "P11", "O1", "O2", "O3", "O4", "O5", "O6", "O11", "W1", "W2", "W3", "W5", "W7", "A1", "A2",
            "A5", "A6", "A7", "X1", "X2", "X3", "X5", "X6", "X7", "X8", "D1", "D2", "D3", "D4", "D5", "D6", "D7", "D8");
    private static final Pattern TAG = Pattern.compile("@Tag\\(\"([A-Z]\\d+)\"\\)");
    private static final Pattern IN_TITLE = Pattern.compile(" @([A-Z]\\d+)");

    @Test
    void eachIsShownByATest() {
        var borne = Stream.concat(
                ids(Path.of("src/test/java"), ".java", TAG), ids(Path.of("src/main/webui/e2e"), ".spec.ts", IN_TITLE));
        assertThat(borne).containsAll(SHOWN);
    }

    private static Stream<String> ids(Path folder, String ending, Pattern pattern) {
        try (var files = Files.walk(folder)) {
            return files
                    .filter(file -> file.toString().endsWith(ending))
                    .flatMap(file -> pattern.matcher(text(file)).results())
                    .map((MatchResult found) -> found.group(1))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
