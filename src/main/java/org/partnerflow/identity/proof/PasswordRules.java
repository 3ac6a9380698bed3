package org.partnerflow.identity.proof;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.partnerflow.shared.NormalForm;
import org.partnerflow.shared.Problems;

/** Says which new passwords are refused, in words: the short ones, and those that are tried first. */
public final class PasswordRules {
    private static final int SHORTEST = 10;
    private static final int SHORTEST_OWN_WORD = 3;

    private PasswordRules() {}

    /**
     * Refuses a new password at the field of the form that it came in. Wide letters, composed accents and characters that nobody sees
     * make no other word of a common one.
     */
    public static void check(String field, String password, String ownName, String ownEmail) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            throw Problems.invalid(field, "Expected at least %d characters.".formatted(SHORTEST));
        }
        var lower = NormalForm.key(password);
        if (CommonPasswords.contains(lower)) {
            throw Problems.invalid(
                    field,
                    "Expected a password of your own, but this is one of the commonest. A few words that only you connect are best.");
        }
        if (PasswordStrength.isGuessable(lower, Set.of())) {
            throw Problems.invalid(
                    field,
                    "Expected a password that is harder to guess: this one is a common word or a row of keys, with digits or signs at most."
                            + " A few words that only you connect are best.");
        }
        if (PasswordStrength.isGuessable(lower, ownWords(ownName, ownEmail))) {
            throw Problems.invalid(
                    field,
                    "Expected a password that is more than your name or your email address. A few words that only you connect are best.");
        }
    }

    private static Set<String> ownWords(String name, String email) {
        return Stream.of(name, email)
                .map(NormalForm::key)
                .flatMap(text -> Stream.concat(
                        Stream.of(text, text.replaceAll("[^\\p{L}\\p{N}]", "")),
                        Arrays.stream(text.split("[^\\p{L}\\p{N}]+"))))
                .filter(word -> word.length() >= SHORTEST_OWN_WORD)
                .collect(Collectors.toSet());
    }
}
