package org.partnerflow.rules.table;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** Texts are compared without regard to case and surrounding space, here and nowhere else. */
public final class Texts {

    private Texts() {}

    public static String key(@Nullable String text) {
        return text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
    }

    public static boolean same(@Nullable String one, @Nullable String other) {
        return key(one).equals(key(other));
    }

    /** "a", "a or b", "a, b or c". */
    public static String list(List<String> items, String lastWord) {
        if (items.size() < 2) {
            return String.join("", items);
        }
        return String.join(", ", items.subList(0, items.size() - 1)) + " " + lastWord + " " + items.getLast();
    }
}
