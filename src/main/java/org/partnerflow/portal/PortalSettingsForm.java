package org.partnerflow.portal;

import java.util.Set;

import jakarta.validation.constraints.NotNull;

/**
 * What an admin chooses for the portal.
 *
 * @param mailPartnerAdded whether a new partner user is invited by mail; off, the invitation waits
 * @param mailDealShared whether partners are told by mail of a deal that is shared with them
 * @param notifications those that partners may turn on themselves; they do not see the others
 */
public record PortalSettingsForm(
        @NotNull Boolean mailPartnerAdded,
        @NotNull Boolean mailDealShared,
        @NotNull Set<PortalNotification> notifications) {}
