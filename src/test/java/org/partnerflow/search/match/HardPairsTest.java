package org.partnerflow.search.match;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.partnerflow.search.match.Described.Kind;

import static org.assertj.core.api.Assertions.assertThat;

/** Names that are one, and names that only look like it; either may be there first. */
class HardPairsTest {

    record Pair(Kind kind, boolean same, String one, String other) {}

    static Stream<Pair> pairs() throws IOException {
        return Stream.concat(read(Kind.ORGANISATION, "organisations.csv"), read(Kind.PERSON, "persons.csv"));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    @Tag("F7.5")
    @Tag("F7.6")
    void areToldApart(Pair pair) {
        assertThat(finds(pair.kind(), pair.one(), pair.other())).isEqualTo(pair.same());
        assertThat(finds(pair.kind(), pair.other(), pair.one())).isEqualTo(pair.same());
    }

    @Test
    @Tag("F7.6")
    void sitesOnSharedHostsAreThoseOfTheirPages() {
        assertThat(WebSite.key("https://m.facebook.com/")).isEmpty();
        assertThat(WebSite.key("https://m.facebook.com/acme/")).isEqualTo(WebSite.key("www.facebook.com/Acme"));
        assertThat(WebSite.key("https://sites.google.com/view/one"))
                .isNotEqualTo(WebSite.key("https://sites.google.com/view/two"));
        assertThat(WebSite.key("https://de.linkedin.com")).isEmpty();
        assertThat(WebSite.key("https://wixsite.com")).isEmpty();
        assertThat(WebSite.key("https://one.wixsite.com/home"))
                .isNotEqualTo(WebSite.key("https://two.wixsite.com/home"));
        assertThat(WebSite.key("https://www.acme.example/about")).isEqualTo(WebSite.key("http://acme.example"));
    }

    @Test
    void numbersAreOneHoweverTheyAreWritten() {
        assertThat(PhoneKey.of("+1 303 555 0199 ext. 12")).isEqualTo(PhoneKey.of("(303) 555-0199"));
        assertThat(PhoneKey.of("+44 20 7946 0000")).isEqualTo(PhoneKey.of("020 7946 0000"));
        assertThat(PhoneKey.of("12")).isEmpty();
    }

    private static boolean finds(Kind kind, String known, String wanted) {
        var candidates = new MemoryCandidates();
        candidates.add(named(kind, known));
        return !Matcher.find(named(kind, wanted), candidates).isEmpty();
    }

    private static Described named(Kind kind, String name) {
        return new Described(kind, UUID.randomUUID(), name, null, null, null, null, null);
    }

    private static Stream<Pair> read(Kind kind, String file) throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/duplicates", file)).stream()
                .skip(1)
                .map(line -> line.split("\\|"))
                .map(cells -> new Pair(kind, cells[0].equals("same"), cells[1], cells[2]));
    }
}
