package org.partnerflow.engine.health;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import io.quarkus.security.PermissionsAllowed;

import org.partnerflow.engine.health.ReconciliationRuns.Item;
import org.partnerflow.engine.health.ReconciliationRuns.Run;
import org.partnerflow.shared.Permissions;

@Path("/api/engine/reconciliations")
public class ReconciliationResource {
    @Inject
    ReconciliationService service;

    /** What was begun. */
    public record Begun(UUID id) {}

    @GET
    @PermissionsAllowed(Permissions.ENGINE_VIEW)
    public List<Run> list() {
        return service.latest();
    }

    @GET
    @Path("/{id}/items")
    @PermissionsAllowed(Permissions.ENGINE_VIEW)
    public List<Item> items(@PathParam("id") UUID id) {
        return service.items(id);
    }

    /** Compares the organisation's records with the engine, and mends what was lost; it goes on in the background. */
    @POST
    @PermissionsAllowed(Permissions.ENGINE_MEND)
    public Response begin() {
        return Response.accepted(new Begun(service.begin())).build();
    }
}
