package org.partnerflow.deal;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.quarkus.security.PermissionsAllowed;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.ResponseStatus;

import org.partnerflow.shared.Permissions;

@Path("/api/deals/{id}/shares")
public class DealShareResource {
    @Inject
    DealShareService shares;

    /** @param partnerUserId the log-in of the partner user */
    @Schema(name = "DealShareForm")
    public record ShareForm(@NotNull UUID partnerUserId) {}

    @GET
    @PermissionsAllowed(Permissions.DEAL_SHARE)
    public List<DealShareService.Share> list(@PathParam("id") UUID id) {
        return shares.list(id);
    }

    /** Shares the deal with a partner user and answers everybody with whom it is shared. */
    @POST
    @ResponseStatus(201)
    @PermissionsAllowed(Permissions.DEAL_SHARE)
    public List<DealShareService.Share> share(@PathParam("id") UUID id, @NotNull @Valid ShareForm form) {
        shares.share(id, form.partnerUserId());
        return shares.list(id);
    }

    @DELETE
    @Path("/{partnerUserId}")
    @PermissionsAllowed(Permissions.DEAL_SHARE)
    public void unshare(@PathParam("id") UUID id, @PathParam("partnerUserId") UUID partnerUserId) {
        shares.unshare(id, partnerUserId);
    }
}
