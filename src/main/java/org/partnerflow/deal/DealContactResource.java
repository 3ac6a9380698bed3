package org.partnerflow.deal;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.quarkus.security.PermissionsAllowed;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.ResponseStatus;

import org.partnerflow.deal.DealResource.ContactForm;
import org.partnerflow.shared.Permissions;

@Path("/api/deals/{id}/contacts")
public class DealContactResource {
    @Inject
    DealService deals;

    @Schema(name = "DealContactEdit")
    public record ContactEdit(int version, @NotNull @Valid ContactForm contact) {}

    @GET
    @PermissionsAllowed(Permissions.DEAL_VIEW)
    public List<DealView.Contact> list(@PathParam("id") UUID id) {
        return deals.contacts(id).stream().map(DealView.Contact::from).toList();
    }

    @POST
    @ResponseStatus(201)
    @PermissionsAllowed(Permissions.DEAL_EDIT)
    public DealView.Contact add(@PathParam("id") UUID id, @NotNull @Valid ContactForm form) {
        return DealView.Contact.from(deals.addContact(id, form.person()));
    }

    @PUT
    @Path("/{contactId}")
    @PermissionsAllowed(Permissions.DEAL_EDIT)
    public DealView.Contact edit(
            @PathParam("id") UUID id, @PathParam("contactId") UUID contactId, @NotNull @Valid ContactEdit form) {
        return DealView.Contact.from(
                deals.editContact(id, contactId, form.contact().person(), form.version()));
    }

    /** Removes a contact; the last one stays (422). */
    @DELETE
    @Path("/{contactId}")
    @PermissionsAllowed(Permissions.DEAL_EDIT)
    public void remove(@PathParam("id") UUID id, @PathParam("contactId") UUID contactId) {
        deals.removeContact(id, contactId);
    }
}
