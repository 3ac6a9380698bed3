package org.partnerflow.identity.proof;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The passwords that are guessed first: the resource {@code passwords/commonest.txt}, one a line in lower case. */
final class CommonPasswords {
    private static final Set<String> ALL = read();
    static final int LONGEST = ALL.stream().mapToInt(String::length).max().orElseThrow();

    private CommonPasswords() {}

    static boolean contains(String lowerCase) {
        return ALL.contains(lowerCase);
    }

    private static Set<String> read() {
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(CommonPasswords.class.getResourceAsStream("/passwords/commonest.txt")),
                StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#!")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
