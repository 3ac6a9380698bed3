package org.partnerflow.support.team;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.partnerflow.support.PartnerAssociations.Account;

/** A team with its layers and members, as pages show it. */
public record TeamView(UUID id, String name, Lead lead, List<Layer> layers, int version) {

    public record Lead(UUID id, String name) {}

    /** @param number counted from 1 */
    public record Layer(
            UUID id,
            int number,
            String name,
            int responseMinutes,
            int resolutionMinutes,
            List<LayerMember> members,
            int version) {}

    /** @param partnerAccount null for technicians of our own */
    public record LayerMember(
            UUID userId,
            String name,
            boolean active,
            @Nullable Account partnerAccount) {}

    /**
     * Somebody who could be put in a layer.
     *
     * @param refusal why not, in a sentence; null if they can
     */
    public record Candidate(
            UUID userId,
            String name,
            String email,
            @Nullable Account partnerAccount,
            @Nullable String refusal) {}
}
