package org.partnerflow.rules.table;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** Texts are compared without regard to case and surrounding space, here and nowhere else. */
public final class TextKey {

    private TextKey() {}

    public static String of(@Nullable String text) {
        return text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
    }

    public static boolean same(@Nullable String one, @Nullable String other) {
        return of(one).equals(of(other));
    }
}
