package org.partnerflow.partner;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** A contact has another name or address; observed in the same transaction. */
public record ContactChanged(
        UUID contactId, String name, @Nullable String email) {}
