package org.partnerflow.portal;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A partner user as the API shows it.
 *
 * @param waitsFor what keeps the invitation from going out; empty when nothing does
 * @param active false when the log-in is disabled
 */
public record PartnerUserView(
        UUID id,
        int version,
        UUID userId,
        UUID contactId,
        Named account,
        String name,
        String email,
        PartnerUserState state,
        Set<WaitsFor> waitsFor,
        List<Named> allocatedTo,
        boolean active,
        Instant enabledAt,
        @Nullable Instant invitedAt,
        @Nullable Instant expiresAt,
        @Nullable Instant remindedAt,
        @Nullable Instant acceptedAt,
        @Nullable Instant lastLoginAt,
        @Nullable Instant removedAt) {

    public record Named(UUID id, String label) {}
}
