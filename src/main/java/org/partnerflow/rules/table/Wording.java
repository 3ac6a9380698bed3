package org.partnerflow.rules.table;

import java.util.List;

/** Makes sentences. */
public final class Wording {

    private Wording() {}

    /** "a", "a or b", "a, b or c". */
    public static String list(List<String> items, String lastWord) {
        if (items.size() < 2) {
            return String.join("", items);
        }
        return String.join(", ", items.subList(0, items.size() - 1)) + " " + lastWord + " " + items.getLast();
    }
}
