package org.partnerflow.partner;

import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import io.quarkus.security.PermissionsAllowed;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.ListKey;
import org.partnerflow.shared.Page;
import org.partnerflow.shared.PageRequest;
import org.partnerflow.shared.Permissions;

@Path("/api/contacts")
public class ContactResource {
    @Inject
    ContactService contacts;

    /** @param seenDuplicates contacts of which the person says that they are other people */
    public record NewContact(
            @NotNull @Valid ContactForm contact,
            @Size(max = 50) @Nullable Set<UUID> seenDuplicates) {}

    /** @param seenDuplicates contacts of which the person says that they are other people */
    public record ContactChange(
            @NotNull Integer version,
            @NotNull @Valid ContactForm contact,
            @Size(max = 50) @Nullable Set<UUID> seenDuplicates) {}

    @GET
    @PermissionsAllowed(Permissions.PARTNER_VIEW)
    public Page<ContactView> list(
            @QueryParam("accountId") @Nullable UUID accountId,
            @QueryParam("q") @Size(max = 200) @Nullable String text,
            @BeanParam PageRequest page) {
        return contacts.list(accountId, text, ListKey.parse(page.after()), page.limit());
    }

    @POST
    @ResponseStatus(201)
    @PermissionsAllowed(Permissions.PARTNER_EDIT)
    public ContactView create(@NotNull @Valid NewContact form) {
        return contacts.read(contacts.create(form.contact(), orNone(form.seenDuplicates())));
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed(Permissions.PARTNER_VIEW)
    public ContactView read(@PathParam("id") UUID id) {
        return contacts.read(id);
    }

    @PUT
    @Path("/{id}")
    @PermissionsAllowed(Permissions.PARTNER_EDIT)
    public ContactView change(@PathParam("id") UUID id, @NotNull @Valid ContactChange form) {
        contacts.change(id, form.version(), form.contact(), orNone(form.seenDuplicates()));
        return contacts.read(id);
    }

    private static Set<UUID> orNone(@Nullable Set<UUID> seen) {
        return seen == null ? Set.of() : seen;
    }
}
