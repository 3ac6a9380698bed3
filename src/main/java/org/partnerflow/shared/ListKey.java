package org.partnerflow.shared;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** The place in a list that is sorted by a text and then by id; written into {@link Page#next()} and read back from {@code after}. */
public record ListKey(String text, UUID id) {
    private static final int ID_LENGTH = 36;

    @Override
    public String toString() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((id + text).getBytes(StandardCharsets.UTF_8));
    }

    public static @Nullable ListKey parse(@Nullable String after) {
        if (after == null) {
            return null;
        }
        try {
            var plain = new String(Base64.getUrlDecoder().decode(after), StandardCharsets.UTF_8);
            return new ListKey(plain.substring(ID_LENGTH), UUID.fromString(Texts.cut(plain, ID_LENGTH)));
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
            throw Problems.invalid("after", "Expected the value of \"next\" of the page before.");
        }
    }
}
