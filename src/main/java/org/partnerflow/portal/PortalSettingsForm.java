package org.partnerflow.portal;

import java.util.Set;

import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;

/**
 * What an admin chooses for the portal.
 *
 * @param mailPartnerAdded whether a new partner user is invited by mail; off, the invitation waits
 * @param mailDealShared whether partners are told by mail of a deal that is shared with them
 * @param partnersKeepTheirLeads whether a lead that a partner enters is theirs; else the
 *     assignment rules say who is asked; left out, it stays as it is
 * @param notifications those that partners may turn on themselves; they do not see the others
 */
public record PortalSettingsForm(
        @NotNull Boolean mailPartnerAdded,
        @NotNull Boolean mailDealShared,
        @Nullable Boolean partnersKeepTheirLeads,
        @NotNull Set<PortalNotification> notifications) {}
