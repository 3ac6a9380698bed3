package org.partnerflow.search.match;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a record when it is compared with others of its kind.
 *
 * @param belongsTo what the record is a part of, for example the account of a person
 * @param websiteKey see {@link WebSite#key}
 * @param phoneKey see {@link PhoneKey#of}
 * @param place its address, or only its town
 */
public record Described(
        Kind kind,
        UUID id,
        String name,
        @Nullable String belongsTo,
        @Nullable String websiteKey,
        @Nullable String email,
        @Nullable String phoneKey,
        @Nullable String place) {

    /** What a name stands for: it says how two of them are compared. */
    public enum Kind {
        ORGANISATION,
        PERSON
    }
}
