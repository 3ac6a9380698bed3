package org.partnerflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What is written beside the code: it is there, the README leads to it, and no link ends in nothing. */
@Tag("without-database")
@Tag("X13")
class PapersTest {
    private static final List<String> PAPERS = List.of(
            "LICENSE",
            "NOTICE",
            "SECURITY.md",
            "CHANGELOG.md",
            "docs/architecture.md",
            "docs/adr/README.md",
            "docs/api.md",
            "docs/settings.md",
            "docs/sizing.md",
            "docs/how-to/upgrade.md",
            "docs/how-to/back-up-and-restore.md",
            "docs/users/README.md");

    private static final List<String> ROLES =
            List.of("admin", "ops-manager", "broker", "technician", "partner", "customer");

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(?:#[^)]*)?\\)");

    @Test
    void theReadmeLeadsToEveryPaper() {
        assertThat(links(Path.of("README.md"))).containsAll(PAPERS);
        assertThat(links(Path.of("docs/users/README.md")))
                .containsAll(ROLES.stream().map(role -> role + ".md").toList());
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        try (var papers = Stream.concat(Files.walk(Path.of("docs")), Files.list(Path.of(".")))) {
            var dead = papers.filter(file -> file.toString().endsWith(".md"))
                    .flatMap(file -> links(file).stream()
                            .filter(link -> !link.contains("://") && !link.startsWith("mailto:"))
                            .filter(link -> Files.notExists(file.resolveSibling(link)))
                            .map(link -> file + ": " + link))
                    .toList();
            assertThat(dead).isEmpty();
        }
    }

    private static List<String> links(Path file) {
        try {
            return LINK.matcher(Files.readString(file))
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
