package org.partnerflow.identity;

import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import io.quarkus.security.PermissionsAllowed;
import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.Permissions;

@Path("/api/organisation")
public class OrganisationResource {
    @Inject
    OrganisationService organisations;

    /** @param ownerUserId in whose name invitations are sent */
    public record OrganisationView(
            UUID id, String name, @Nullable UUID ownerUserId) {
        static OrganisationView from(Organisation organisation) {
            return new OrganisationView(organisation.id(), organisation.name(), organisation.ownerUserId());
        }
    }

    public record NewOwner(@NotNull UUID userId) {}

    @GET
    @PermissionsAllowed(Permissions.USER_VIEW)
    public OrganisationView read() {
        return OrganisationView.from(organisations.current());
    }

    /** Hands the organisation over to another administrator. */
    @PUT
    @Path("/owner")
    @PermissionsAllowed(Permissions.ORGANISATION_EDIT)
    public OrganisationView handOver(@NotNull @Valid NewOwner form) {
        return OrganisationView.from(organisations.handOver(form.userId()));
    }
}
