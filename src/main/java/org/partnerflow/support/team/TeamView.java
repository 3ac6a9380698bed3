package org.partnerflow.support.team;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.partnerflow.support.PartnerAssociations.AssociatedAccount;

/** A team with its layers and members, as pages show it. */
public record TeamView(UUID id, String name, TeamLead lead, List<TeamLayer> layers, int version) {

    public record TeamLead(UUID id, String name) {}

    /** @param number counted from 1 */
    public record TeamLayer(
            UUID id,
            int number,
            String name,
            int responseMinutes,
            int resolutionMinutes,
            List<TeamMember> members,
            int version) {}

    /** @param partnerAccount null for technicians of our own */
    public record TeamMember(
            UUID userId,
            String name,
            boolean active,
            @Nullable AssociatedAccount partnerAccount) {}

    /**
     * Somebody who could be put in a layer.
     *
     * @param refusal why not, in a sentence; null if they can
     */
    public record TeamCandidate(
            UUID userId,
            String name,
            String email,
            @Nullable AssociatedAccount partnerAccount,
            @Nullable String refusal) {}
}
