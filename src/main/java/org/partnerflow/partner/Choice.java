package org.partnerflow.partner;

import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** Something that was chosen, as shown to people. */
public record Choice(UUID id, String label) {
    static @Nullable Choice of(@Nullable UUID id, Map<UUID, String> labels) {
        return id == null ? null : new Choice(id, labels.getOrDefault(id, "?"));
    }
}
