package org.partnerflow.portal;

import java.util.Set;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import io.quarkus.security.PermissionsAllowed;

import org.partnerflow.shared.Permissions;

@Path("/api/portal-settings")
public class PortalSettingsResource {
    @Inject
    PortalSettingsService settings;

    public record SettingsView(
            int version,
            boolean portalEnabled,
            boolean mailPartnerAdded,
            boolean mailDealShared,
            boolean partnersKeepTheirLeads,
            Set<PortalNotification> notifications) {
        static SettingsView from(PortalSettings settings) {
            return new SettingsView(
                    settings.version(),
                    settings.portalEnabled(),
                    settings.mailPartnerAdded(),
                    settings.mailDealShared(),
                    settings.partnersKeepTheirLeads(),
                    settings.offered());
        }
    }

    public record SettingsChange(
            @NotNull Integer version, @NotNull @Valid PortalSettingsForm settings) {}

    @GET
    @PermissionsAllowed(Permissions.PORTAL_SETTINGS_EDIT)
    public SettingsView read() {
        return SettingsView.from(settings.current());
    }

    /** Turning "partner added" on sends the invitations that have waited for it. */
    @PUT
    @PermissionsAllowed(Permissions.PORTAL_SETTINGS_EDIT)
    public SettingsView change(@NotNull @Valid SettingsChange form) {
        return SettingsView.from(settings.change(form.version(), form.settings()));
    }
}
