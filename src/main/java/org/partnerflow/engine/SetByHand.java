package org.partnerflow.engine;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.partnerflow.shared.Problems;

/** Which variables somebody may give to a process that cannot go on without them: plain values under plain names. */
final class SetByHand {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,59}");
    private static final int MOST = 20;
    private static final int LONGEST_TEXT = 1_000;

    private SetByHand() {}

    static void check(AttentionItem item, Map<String, ?> variables, Set<String> reserved) {
        if (variables.isEmpty()) {
            return;
        }
        if (item.kind() != AttentionItem.Kind.INCIDENT) {
            throw Problems.refused(
                    "Expected no values: only a process that cannot go on gets some, and here a step keeps failing.");
        }
        if (variables.size() > MOST) {
            throw Problems.invalid(
                    "variables", "Expected at most %d values, but got %d.".formatted(MOST, variables.size()));
        }
        variables.forEach((name, value) -> {
            if (!NAME.matcher(name).matches()) {
                throw Problems.invalid(
                        "variables",
                        "Expected a name of letters, digits and _ (at most 60), such as amount, but got \"%s\"."
                                .formatted(name));
            }
            if (reserved.contains(name)) {
                throw Problems.invalid(
                        "variables",
                        "Expected another name than %s: it says whose record it is, or what somebody has chosen."
                                .formatted(name));
            }
            expectPlain(name, value);
        });
    }

    private static void expectPlain(String name, Object value) {
        boolean isPlain = value instanceof Boolean
                || value instanceof Number
                || value instanceof String text && text.length() <= LONGEST_TEXT;
        if (!isPlain) {
            throw Problems.invalid(
                    "variables",
                    "Expected a text of at most %d characters, a number, true or false for %s."
                            .formatted(LONGEST_TEXT, name));
        }
    }
}
