package org.partnerflow.portal;

import java.util.List;
import java.util.Set;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import io.quarkus.security.PermissionsAllowed;

import org.partnerflow.shared.Permissions;

@Path("/api/portal-notifications")
public class NotificationResource {
    @Inject
    NotificationService notifications;

    public record NotificationView(PortalNotification notification, boolean on) {}

    public record Chosen(@NotNull Set<@NotNull PortalNotification> on) {}

    /** The notifications that the organisation offers, and which of them the partner user has turned on. */
    @GET
    @PermissionsAllowed(Permissions.PORTAL_USE)
    public List<NotificationView> list() {
        return notifications.mine().entrySet().stream()
                .map(entry -> new NotificationView(entry.getKey(), entry.getValue()))
                .toList();
    }

    @PUT
    @PermissionsAllowed(Permissions.PORTAL_USE)
    public List<NotificationView> choose(@NotNull @Valid Chosen form) {
        notifications.choose(form.on());
        return list();
    }
}
