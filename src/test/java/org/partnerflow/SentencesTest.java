package org.partnerflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What is said to people is in their words. */
@Tag("without-database")
class SentencesTest {
    /** The parts of a sentence; what stands in the log is for operators. */
    private static final Pattern SENTENCE = Pattern.compile("\\.formatted\\(|findings\\.(?:error|warning)\\([^,]+,");

    /** In a sentence that is not about an id. */
    private static final Pattern ID_OF_AN_ELEMENT = Pattern.compile("\\belementId\\b|\\.getId\\(\\)");

    @Test
    @Tag("F8.2")
    void noneNamesAnElementOfADiagramByItsId() throws IOException {
        var found = new ArrayList<String>();
        try (var files = Files.walk(Path.of("src/main/java/org/partnerflow"))) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                withIds(Files.readString(file)).forEach(parts -> found.add(file.getFileName() + ": " + parts));
            }
        }
        assertThat(found)
                .as(
                        "people have never seen these ids: use DiagramNames, or \"this step\" where the page names the step")
                .isEmpty();
    }

    @Test
    @Tag("F8.2")
    void anIdIsSeenInEitherKindOfSentence() {
        assertThat(withIds("\"At %s\".formatted(job.elementId(), text);")).hasSize(1);
        assertThat(withIds("findings.error(event.getId(), \"%s (of a, b)\", the(event), flow.getId());"))
                .hasSize(1);
        assertThat(withIds("findings.error(event.getId(), \"%s\", the(event)); other.getId();"))
                .isEmpty();
    }

    private static List<String> withIds(String source) {
        return SENTENCE.matcher(source)
                .results()
                .map(match -> toTheEnd(source, match.end()))
                .filter(parts -> ID_OF_AN_ELEMENT.matcher(parts).find() && !parts.contains(" id "))
                .toList();
    }

    /** Up to where the bracket that is open is closed. */
    private static String toTheEnd(String source, int begin) {
        int open = 1;
        boolean quoted = false;
        int at = begin;
        for (; at < source.length() && open > 0; at++) {
            char letter = source.charAt(at);
            if (letter == '"' && source.charAt(at - 1) != '\\') {
                quoted = !quoted;
            } else if (!quoted) {
                open += letter == '(' ? 1 : letter == ')' ? -1 : 0;
            }
        }
        return source.substring(begin, at);
    }
}
