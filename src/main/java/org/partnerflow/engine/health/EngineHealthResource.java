package org.partnerflow.engine.health;

import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.quarkus.security.PermissionsAllowed;

import org.partnerflow.engine.StrayJobs;
import org.partnerflow.engine.health.EngineHealth.Health;
import org.partnerflow.shared.Permissions;

@Path("/api/engine")
public class EngineHealthResource {
    @Inject
    EngineHealth health;

    @Inject
    StrayJobs strays;

    @GET
    @Path("/health")
    @PermissionsAllowed(Permissions.ENGINE_VIEW)
    public Health health() {
        return health.now();
    }

    /** Ends a process instance that belongs to no record. */
    @DELETE
    @Path("/strays/{instanceKey}")
    @PermissionsAllowed(Permissions.ENGINE_MEND)
    public void endStray(@PathParam("instanceKey") String instanceKey) {
        strays.end(instanceKey);
    }
}
