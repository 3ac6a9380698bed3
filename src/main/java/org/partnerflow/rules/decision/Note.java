package org.partnerflow.rules.decision;

import java.util.Objects;

/** Conclusion: what people should know who read the decision. */
public record Note(String words) {

    public static Note compared(Worth worth) {
        return new Note("The value of %s was compared as %s %s."
                .formatted(
                        worth.words(), Objects.requireNonNull(worth.compared()).toPlainString(), worth.home()));
    }

    public static Note withoutRate(Worth worth) {
        return new Note(
                "The value of %s was compared with nothing, since there is no rate for %s: rows with a condition on the value were passed over. An administrator enters rates under Settings, Organisation."
                        .formatted(worth.words(), worth.currency()));
    }
}
