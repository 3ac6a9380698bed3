package org.partnerflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * docs/requirements.md says what is whole, and by which tests: they bear the id, as a tag in Java, so that {@code -Dgroups=S11} runs them,
 * and in the title in the browser, so that {@code npx playwright test --grep @S11} does.
 */
@Tag("without-database")
@Tag("F9")
class RequirementsTest {
    private static final Path REQUIREMENTS = Path.of("docs/requirements.md");
    private static final Pattern LINE =
            Pattern.compile("- (?<id>[A-Z]\\d+) (?:whole: (?<tests>.+)|not yet: (?<lack>.+))");
    private static final Pattern TAG = Pattern.compile("@Tag\\(\"([A-Z]\\d+)\"\\)");
    private static final Pattern IN_TITLE = Pattern.compile(" @([A-Z]\\d+)");

    /** How many ids each chapter has, the ones after the sources included. */
    private static final Map<String, Integer> CHAPTERS =
            Map.of("R", 22, "S", 29, "P", 15, "O", 13, "W", 16, "A", 14, "X", 13, "D", 8);

    @Test
    void eachHasOneLine() throws IOException {
        var lines = Files.readAllLines(REQUIREMENTS).stream()
                .filter(line -> line.startsWith("- "))
                .toList();
        assertThat(lines).allMatch(line -> LINE.matcher(line).matches());

        var ids = lines.stream().map(line -> line.split(" ")[1]).toList();
        var expected = CHAPTERS.entrySet().stream()
                .flatMap(chapter -> Stream.iterate(1, number -> number + 1)
                        .limit(chapter.getValue())
                        .map(number -> chapter.getKey() + number))
                .toList();
        assertThat(ids).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void whatIsWholeIsShownByTheTestsThatItNames() throws IOException {
        var borne = borne();
        var untrue = new ArrayList<String>();
        for (var line : Files.readAllLines(REQUIREMENTS)) {
            var parts = LINE.matcher(line);
            if (parts.matches() && parts.group("tests") != null) {
                for (var test : parts.group("tests").split(", ")) {
                    if (!borne.getOrDefault(parts.group("id"), Set.of()).contains(test)) {
                        untrue.add("%s does not bear %s".formatted(test, parts.group("id")));
                    }
                }
            }
        }
        assertThat(untrue)
                .as("name the tests that show it in %s, or say what lacks", REQUIREMENTS)
                .isEmpty();
    }

    @Test
    void noTestBearsAnIdThatThereIsNot() {
        assertThat(borne().keySet()).allMatch(id -> {
            var most = CHAPTERS.get(id.substring(0, 1));
            return most == null || Integer.parseInt(id.substring(1)) <= most;
        });
    }

    /** The tests that bear each id. */
    private static Map<String, Set<String>> borne() {
        var borne = new TreeMap<String, Set<String>>();
        collect(Path.of("src/test/java"), ".java", TAG, borne);
        collect(Path.of("src/main/webui/e2e"), ".spec.ts", IN_TITLE, borne);
        return borne;
    }

    private static void collect(Path folder, String ending, Pattern pattern, Map<String, Set<String>> borne) {
        for (var file : files(folder, ending)) {
            var name = file.getFileName().toString().replace(".java", "");
            for (var id : pattern.matcher(text(file))
                    .results()
                    .map(found -> found.group(1))
                    .collect(Collectors.toSet())) {
                borne.computeIfAbsent(id, none -> new TreeSet<>()).add(name);
            }
        }
    }

    private static List<Path> files(Path folder, String ending) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
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
