package org.partnerflow.deal;

import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import io.quarkus.security.PermissionsAllowed;
import org.jboss.resteasy.reactive.ResponseStatus;

import org.partnerflow.shared.Permissions;

@Path("/api/deals/{id}")
public class DealMigrationResource {
    @Inject
    DealMigrationService migrations;

    /** @param version the number of a published version of the deal's workflow */
    public record MigrationForm(@NotNull Integer version) {}

    public record StageForm(@NotBlank @Size(max = 200) String elementId) {}

    /** What moving the deal to a version of its workflow would mean. */
    @GET
    @Path("/migration")
    @PermissionsAllowed(Permissions.DEAL_MIGRATE)
    public MigrationPlan plan(@PathParam("id") UUID id, @QueryParam("version") @NotNull Integer version) {
        return migrations.plan(id, version);
    }

    /** Moves the deal to a version of its workflow; the deal says when that has happened, or why not. */
    @POST
    @Path("/migration")
    @ResponseStatus(202)
    @PermissionsAllowed(Permissions.DEAL_MIGRATE)
    public MigrationPlan migrate(@PathParam("id") UUID id, @NotNull @Valid MigrationForm form) {
        return migrations.migrate(id, form.version());
    }

    /** Puts a deal that waits, or stands on no stage, on one. */
    @POST
    @Path("/stage")
    @ResponseStatus(202)
    @PermissionsAllowed(Permissions.DEAL_MIGRATE)
    public void putOn(@PathParam("id") UUID id, @NotNull @Valid StageForm form) {
        migrations.putOn(id, form.elementId());
    }
}
