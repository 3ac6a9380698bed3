package org.partnerflow.deal;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import io.quarkus.security.PermissionsAllowed;
import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.PageRequest;
import org.partnerflow.shared.Permissions;

@Path("/api/deal-notices")
public class DealNoticeResource {
    @Inject
    DealNotices notices;

    /** What the caller was told by others and by workflows, unread ones first. */
    @GET
    @PermissionsAllowed(Permissions.DEAL_VIEW)
    public List<DealNotices.Notice> list(@BeanParam PageRequest page) {
        return notices.mine(page.limit());
    }

    /**
     * Ticks off all that the caller was told.
     *
     * @param dealId only what is about this deal; null for all
     */
    @PUT
    @Path("/read")
    @PermissionsAllowed(Permissions.DEAL_VIEW)
    public void readAll(@QueryParam("dealId") @Nullable UUID dealId) {
        notices.readAll(dealId);
    }

    @PUT
    @Path("/{id}/read")
    @PermissionsAllowed(Permissions.DEAL_VIEW)
    public void read(@PathParam("id") UUID id) {
        notices.read(id);
    }
}
