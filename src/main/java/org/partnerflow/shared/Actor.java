package org.partnerflow.shared;

import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Who does something, in which organisation: written to the audit trail and used to filter every query.
 *
 * @param organisationId the organisation whose data is seen; null means that no organisation's data is seen
 * @param address the network address of the request; null for the system
 */
public record Actor(
        Kind kind,
        @Nullable UUID userId,
        @Nullable UUID organisationId,
        String name,
        Set<String> permissions,
        @Nullable String address) {

    public enum Kind {
        STAFF,
        PARTNER,
        CUSTOMER,
        SYSTEM,
        NOBODY
    }

    public static final Actor NOBODY = new Actor(Kind.NOBODY, null, null, "Nobody", Set.of(), null);

    /** The application itself at work for an organisation, for example a job worker; {@code name} says as what. */
    public static Actor system(UUID organisationId, String name) {
        return new Actor(Kind.SYSTEM, null, organisationId, name, Set.of(), null);
    }

    public boolean may(String permission) {
        return kind == Kind.SYSTEM || permissions.contains(permission);
    }

    public boolean isStaff() {
        return kind == Kind.STAFF || kind == Kind.SYSTEM;
    }

    /** The user's id where only people can be. */
    public UUID user() {
        if (userId == null) {
            throw Problems.forbidden("Expected a logged-in user, but this is %s.".formatted(name));
        }
        return userId;
    }

    public UUID organisation() {
        if (organisationId == null) {
            throw Problems.forbidden("Expected an organisation to work in, but %s has none.".formatted(name));
        }
        return organisationId;
    }
}
